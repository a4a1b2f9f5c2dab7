import { expect, it } from 'vitest';
import { uncrossable } from '../../../electron/ipc/crossing.ts';
import { windowReader } from '../../../electron/ipc/window-reader.ts';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { aChargingCharger, anAppState, watching } from '../../fixtures/app-states.ts';

it('names the place of what cannot cross, and never what stands there', async () => {
  const clock = new FakeClock();
  const log = new RecordedLog();
  const told: unknown[] = [];
  const window = {
    send: (state: AppState) => void told.push(structuredClone(state).counter),
    sendStuck: ({ since }: { readonly since: number }) => void told.push(since),
  };
  const { show } = windowReader({ clock, log, window }, (state) => state);
  const begun = clock.now();
  const spoilt = watching({ ...aChargingCharger(), id: (() => 'secret') as never });
  show?.(anAppState({ counter: 1 }));
  show?.(spoilt);
  await clock.advance(5000);
  show?.(spoilt);
  show?.(anAppState({ counter: 4 }));
  show?.(spoilt);
  expect(told).toEqual([1, begun, begun, 4, begun + 5000]);
  expect(log.lines).toEqual([
    {
      level: 'error',
      line: 'state cannot cross to the window',
      facts: { where: 'chargers.#.id function' },
    },
  ]);
});

it('finds nothing in a state as it should be', () => {
  expect(uncrossable(watching(aChargingCharger()))).toBeUndefined();
});
