import { z } from 'zod';
import type { FormatChoice } from '../../domain/app/locales.ts';
import type { Settings } from '../../domain/app/settings.ts';
import { schemaFor } from '../schema-for.ts';

/** Which of them the app has is seen when it is to be spoken: a later version may have more. */
export const languageSchema = schemaFor<Settings['language']>()(
  z.string().regex(/^(system|[a-z]{2,3})$/),
);

/**
 * An IANA name. Whether this system knows the zone is seen when times are told: a backup may come from
 * one that knows more of them.
 */
const zoneForm = /^[A-Z][\w+-]*(\/[\w+-]+)*$/i;
const mostZoneLength = 60;

export const formatsSchema = schemaFor<FormatChoice>()(
  z.strictObject({
    region: z.string().regex(/^(system|[A-Z]{2}|\d{3})$/),
    clock: z.enum(['region', 'h23', 'h12']),
    weekStart: z.enum(['region', 'monday', 'saturday', 'sunday']),
    zone: z.string().max(mostZoneLength).regex(zoneForm).optional(),
  }),
);
