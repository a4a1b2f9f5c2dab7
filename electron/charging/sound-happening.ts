import { omitUndefined } from '../../shared/omit-undefined.ts';
import { observationSchema } from '../../shared/schema/charger/observation.ts';
import { failureSchema } from '../../shared/schema/failure.ts';
import type { Happening } from './fold.ts';

/**
 * What happened, as far as it can be: the one door into the state, for every brand. A number out of
 * its bounds, a value of another type or a control character costs only itself. A brand that says
 * nothing but nonsense has a bug, which `bug` hears of, and is heard like a charger that does; a
 * reply of that kind changes nothing.
 */
export function soundHappening(happening: Happening, bug: () => void): Happening | undefined {
  const sound = soundPart(happening);
  if (sound) return sound;
  bug();
  if (!('at' in happening)) return undefined;
  return { kind: 'failed', at: happening.at, failure: { kind: 'notUnderstood' } };
}

function soundPart(happening: Happening): Happening | undefined {
  switch (happening.kind) {
    case 'interrupted':
      return happening;
    case 'failed': {
      const failure = failureSchema.safeParse(happening.failure).data;
      return failure && { ...happening, failure: omitUndefined(failure) as typeof failure };
    }
    case 'looked':
    case 'replied': {
      const seen = observationSchema.safeParse(happening.seen).data;
      return seen && { ...happening, seen: omitUndefined(seen) as typeof seen };
    }
  }
}
