import { beforeEach, expect, it } from 'vitest';
import { Services } from '../../../electron/app/services.ts';
import { adapters } from '../../../electron/integrations/registry.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { FakeMachine } from '../../fakes/fake-machine.ts';
import { FakePorts } from '../../fakes/fake-ports.ts';
import { RecordedAccount, RecordedCharger } from '../../fakes/recorded-account.ts';
import { anObservation } from '../../fixtures/observations.ts';

const id = 'a/1';
const minute = 60_000;

let clock: FakeClock;
let charger: RecordedCharger;
let desk: FakePorts;
let services: Services;

beforeEach(async () => {
  clock = new FakeClock();
  charger = new RecordedCharger('1');
  charger.onRead = () => success(anObservation('charging'));
  const machine = new FakeMachine();
  const account = { id: 'a', brand: 'wallbox', label: 'A', keepSignedIn: true, pollSeconds: 60 };
  machine.files.set('settings', JSON.stringify({ version: 2, settings: {}, accounts: [account] }));
  desk = new FakePorts(machine, clock, {});
  services = new Services(desk.ports, adapters);
  const opened = new RecordedAccount([charger]);
  opened.clock = clock;
  services.connections.open('a', opened);
  await clock.advance(0);
});

async function reads(result: Result<Observation, { kind: 'signInNeeded'; cause: 'refused' }>) {
  charger.onRead = () => result;
  const before = charger.reads.length;
  services.connections.refresh(0, id);
  await clock.advance(0);
  expect(charger.reads).toHaveLength(before + 1);
}

/** A brand that has no readers of its own might say it: of all of it only the state can be. */
const senseless = (state: 'charging' | 'paused') =>
  success({ ...anObservation(state), plugged: 'maybe' } as unknown as Observation);

it('a look that makes no sense confirms no command', async () => {
  await services.commands.execute(id, { kind: 'pause' }, 'person');
  await reads(senseless('paused'));
  expect(services.tracker.record(id)?.reading.certainty).toBe('outdated');
  expect(services.commands.progress(id)?.phase).toBe('sent');
  await reads(success(anObservation('paused')));
  expect(services.commands.progress(id)?.phase).toBe('confirmed');
});

it('a look that makes no sense is no sign that the account was let in again', async () => {
  const refused = failed({ kind: 'signInNeeded', cause: 'refused' } as const);
  await reads(refused);
  await reads(senseless('charging'));
  await reads(refused);
  await clock.advance(5 * minute);
  expect(desk.told).toHaveLength(1);
  await reads(success(anObservation('charging')));
  await reads(refused);
  await clock.advance(5 * minute);
  expect(desk.told).toHaveLength(2);
});
