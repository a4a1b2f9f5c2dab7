import { bounds, within } from '../../shared/domain/bounds.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { observationSchema } from '../../shared/schema/charger/observation.ts';
import { failureSchema } from '../../shared/schema/failure.ts';
import type { ChargerEvent } from './reduce.ts';

/**
 * What happened, as far as it can be: the one door into the state, for every brand. A number out of
 * its bounds, a value of another type or a control character costs only itself; a time that no clock
 * shows is `now`. A brand that says nothing but nonsense has a bug, which `bug` hears of, and is heard
 * like a charger that does; a reply of that kind changes nothing.
 */
export function soundEvent(event: ChargerEvent, { bug, now }: Door): ChargerEvent | undefined {
  const sound = soundPart(event, now);
  if (sound) return sound;
  bug();
  if (!('at' in event)) return undefined;
  return { kind: 'failed', at: atOf(event, now), failure: { kind: 'notUnderstood' } };
}

interface Door {
  readonly bug: () => void;
  /** Epoch ms. */
  readonly now: number;
}

function atOf({ at }: { readonly at: number }, now: number): number {
  return within(bounds.instant, at) ?? now;
}

function soundPart(event: ChargerEvent, now: number): ChargerEvent | undefined {
  switch (event.kind) {
    case 'interrupted':
      return event;
    case 'failed': {
      const failure = failureSchema.safeParse(event.failure).data;
      return failure && { ...event, failure: omitUndefined(failure) as typeof failure };
    }
    case 'observed': {
      const observation = observationSchema.safeParse(event.observation).data;
      const validForMs = within(bounds.durationMs, event.validForMs);
      const elapsedMs = within(bounds.durationMs, event.elapsedMs);
      const when = { at: atOf(event, now), ...omitUndefined({ validForMs, elapsedMs }) };
      return (
        observation && {
          kind: 'observed',
          ...when,
          observation: omitUndefined(observation) as typeof observation,
        }
      );
    }
    case 'replied': {
      const observation = observationSchema.safeParse(event.observation).data;
      return (
        observation && { ...event, observation: omitUndefined(observation) as typeof observation }
      );
    }
  }
}
