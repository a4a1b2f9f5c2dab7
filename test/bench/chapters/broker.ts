import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { launch } from '../../../build/launch.mjs';
import { root } from '../../../build/prepare/places.mjs';
import type { BrokerChoice } from '../../../shared/domain/app/broker.ts';
import { Hub } from '../../simulators/broker/hub.ts';
import { Mosquitto } from '../../simulators/broker/mosquitto.ts';
import { type Chapter, figures, repeat } from '../figures.ts';
import { garageCharger, signIn, startCloud } from '../garage.ts';
import type { Place } from '../place.ts';
import { type Subject, withApp } from '../subject.ts';
import { lookAtRest } from './rest.ts';

const betweenLooksMs = 2;
const pace = { CHARGETRAY_POLL_SECONDS: '2' };

/** What it costs to tell a broker, and how soon it hears of a change. */
export async function brokerChapter(place: Place): Promise<Chapter> {
  const { idleRounds, idleS, restS, settleS } = place.options;
  const broker = await Mosquitto.start();
  const hub = await Hub.at(broker);
  try {
    const told = await withBroker(place, broker);
    const rests = await repeat(idleRounds, () => rest(place, told));
    const changes = await changesHeard(place, broker, hub);
    const rounds = rests.map((one, at) => ({ ...one, 'broker-change': changes[at] ?? Number.NaN }));
    const floor = 'app with a tray icon only';
    return {
      title: 'Telling a broker',
      how:
        `Our app, connected to a broker on this computer and with three chargers, beside a bare one, ` +
        `${idleRounds} times. Memory after ${settleS} s, then processor for ${idleS} s, in which V8 ` +
        `tidies what the start has left, and for ${restS} s more. The change is that ` +
        'of a charger whose car begins to charge: from the question of the app that is answered ' +
        'with it until a client of the broker has it.',
      figures: figures(rounds, {
        'broker-memory': ['memory, window never opened', { unit: 'MiB', floor, ratio: 1.15 }],
        'broker-cpu': [`processor in the first ${idleS} s`, { floor, ratio: 2 }],
        'broker-cpu-later': [`processor in ${restS} s after them`, { floor, ratio: 2 }],
        'broker-change': ['a change, from the charger to a client of the broker', { atMost: 100 }],
      }),
    };
  } finally {
    await hub.close();
    await broker.close();
  }
}

function rest(place: Place, told: Subject) {
  const { bareTray, desktop } = place;
  return withApp(desktop, bareTray, (floor) =>
    withApp(desktop, told, async (ours) => {
      const found = await lookAtRest(place, { floor: floor.pid, ours: ours.pid });
      return {
        'broker-memory': found.memory,
        'broker-cpu': found.first.cpu,
        'broker-cpu-later': found.rest.cpu,
      };
    }),
  );
}

/** Milliseconds from the question that is answered with a change until a hub hears of that. */
async function changesHeard({ desktop, folder, options }: Place, broker: Mosquitto, hub: Hub) {
  const cloud = await startCloud([garageCharger]);
  const env = { CHARGETRAY_WALLBOX_URL: cloud.url, ...pace };
  const dataFolder = join(folder, 'broker-change');
  await signIn({ desktopEnv: desktop.env, dataFolder, env });
  await tell(dataFolder, broker, 'changes1');
  const args = [root, `--user-data-dir=${dataFolder}`, '--hidden'];
  const stateOf = () => {
    const said = hub.heard.findLast(({ topic }) => /changes1\/.*_\d+\/state$/.test(topic));
    return said && JSON.parse(said.payload).state;
  };
  const asked = () =>
    cloud.requests.findLast(({ path }) => path.includes('/chargers/status'))?.at ?? Number.NaN;
  const box = cloud.charger(garageCharger.id);
  return withApp(desktop, { program: launch().executablePath, args, env }, () =>
    repeat(options.idleRounds, async () => {
      while (stateOf() !== 'available') await setTimeout(betweenLooksMs);
      box.plugIn({ wantsWh: 500_000, phases: 1 });
      while (stateOf() !== 'charging') await setTimeout(betweenLooksMs);
      const tookMs = Date.now() - asked();
      box.unplug();
      return tookMs;
    }),
  );
}

/** The same app after its owner has set a broker. */
async function withBroker({ ourTray, folder }: Place, broker: Mosquitto): Promise<Subject> {
  const [before, after] = [join(folder, 'ours'), join(folder, 'ours-broker')];
  await cp(before, after, { recursive: true, filter: (path) => !/Singleton/.test(path) });
  await tell(after, broker, 'atrest1');
  return { ...ourTray, args: [`--user-data-dir=${after}`] };
}

async function tell(dataFolder: string, { port }: Mosquitto, installation: string): Promise<void> {
  const file = join(dataFolder, 'settings.json');
  const kept = JSON.parse(await readFile(file, 'utf8'));
  const choice: BrokerChoice = {
    address: { host: '127.0.0.1', port, tls: false },
    topicPrefix: 'chargetray',
    discovery: 'homeassistant',
    commands: true,
    installation,
    password: 'none',
  };
  kept.settings.broker = choice;
  await writeFile(file, JSON.stringify(kept));
}
