import { join } from 'node:path';
import { z } from 'zod';
import { sources } from '../../laws/sources.ts';
import { type Door, valueDoor } from '../door.ts';
import type { Exceptions } from '../faults-in.ts';
import { fromSchema } from '../from-schema.ts';

const root = join(import.meta.dirname, '../../..');

/** Files that hold schemas others use; nothing else is imported to look for them. */
const holding =
  /^export const \w+(?:: z\.ZodType<[^=]+>)? =\s*(?:z\b|schemaFor\b|schemasFor\b|\w+Schema\b)/m;

/** Building blocks that say nothing of their own, and tables of schemas that have doors of their own. */
const aside: ReadonlySet<string> = new Set(['electron/integrations/kit/coerce.ts']);
/** What is only there to be extended by others. */
const parts: ReadonlySet<string> = new Set(['liveSessionSchema']);
/** Of a single value that is odd nothing is left to be taken. */
const whole: readonly string[] = ['object', 'union', 'array', 'record'];

/** What of a schema is sound although it does not look so, each with its reason. */
const exceptions: Readonly<Record<string, Exceptions>> = {
  // A counter of energy that has begun anew.
  sessionRecordSchema: { signed: ['baseWh'] },
  chargerRecordSchema: { signed: ['baseWh'] },
  // What the build has gathered, and shows whole.
  licenceSchema: { raw: ['name', 'version', 'terms', 'text'] },
  // A brand's own, which reads it by a schema of its own.
  accountRecordSchema: { raw: ['plain'] },
  // Said to its owner, who is asked for it.
  sessionChangeSchema: { turned: true, raw: ['note'] },
  // What a plan was reckoned from is only compared.
  planMemorySchema: { raw: ['key', 'wish', 'frame', 'prices'] },
  // Whatever a call asks or answers has a schema of its own.
  terminalRequestSchema: { unread: ['request'] },
  // What it says is for people who listen to the socket by themselves.
  terminalLineSchema: { unread: ['value', 'more'], raw: ['say'] },
};

/** What comes out is of another form than what goes in, as a moment in words is. */
const oneWay: ReadonlySet<string> = new Set([
  'isoInstant',
  'priceNumber',
  // What others look into may be anything.
  'terminalRequestSchema',
  'terminalLineSchema',
]);

/** Every schema that a file gives to others, found by looking; so a new one is tried without a row. */
export async function schemaDoors(): Promise<ReadonlyMap<string, Door<unknown>>> {
  const files = sources(/^(electron|shared)\/.*\.ts$/).filter(
    ({ path, text }) => holding.test(text) && !aside.has(path),
  );
  const found = await Promise.all(
    files.map(async ({ path }) => {
      const module: Readonly<Record<string, unknown>> = await import(join(root, path));
      return Object.entries(module).flatMap(([name, one]) =>
        one instanceof z.ZodType && !parts.has(name)
          ? [[`${path}#${name}`, doorOf(one, name)] as const]
          : [],
      );
    }),
  );
  return new Map(found.flat());
}

function doorOf(schema: z.ZodType, name: string): Door<unknown> {
  const enter = (value: unknown): unknown => schema.safeParse(value).data;
  const valid = fromSchema(schema).filter((value) => schema.safeParse(value).success);
  return valueDoor(valid, {
    enter,
    ...(oneWay.has(name) ? {} : { again: enter }),
    isTaken: (result) => result !== undefined || schema.safeParse(undefined).success,
    least: whole.includes(schema._zod.def.type) ? 0.01 : 0,
    except: exceptions[name] ?? {},
  });
}
