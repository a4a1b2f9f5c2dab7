import { omitUndefined } from '../../shared/omit-undefined.ts';
import { observationSchema } from '../../shared/schema/charger/observation.ts';
import { failureSchema } from '../../shared/schema/failure.ts';
import type { ChargerEvent } from './reduce.ts';

/**
 * What happened, as far as it can be: the one door into the state, for every brand. A number out of
 * its bounds, a value of another type or a control character costs only itself. A brand that says
 * nothing but nonsense has a bug, which `bug` hears of, and is heard like a charger that does; a
 * reply of that kind changes nothing.
 */
export function soundEvent(event: ChargerEvent, bug: () => void): ChargerEvent | undefined {
  const sound = soundPart(event);
  if (sound) return sound;
  bug();
  if (!('at' in event)) return undefined;
  return { kind: 'failed', at: event.at, failure: { kind: 'notUnderstood' } };
}

function soundPart(event: ChargerEvent): ChargerEvent | undefined {
  switch (event.kind) {
    case 'interrupted':
      return event;
    case 'failed': {
      const failure = failureSchema.safeParse(event.failure).data;
      return failure && { ...event, failure: omitUndefined(failure) as typeof failure };
    }
    case 'looked':
    case 'replied': {
      const seen = observationSchema.safeParse(event.seen).data;
      return seen && { ...event, seen: omitUndefined(seen) as typeof seen };
    }
  }
}
