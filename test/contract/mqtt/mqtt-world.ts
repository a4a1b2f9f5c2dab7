import { onTestFinished } from 'vitest';
import type { BrokerWish } from '../../../shared/domain/app/broker.ts';
import { turns, until } from '../../fakes/fake-clock.ts';
import { StationWorld } from '../../journeys/stations.ts';
import { World } from '../../journeys/world.ts';
import { Hub } from '../../simulators/broker/hub.ts';
import { Mosquitto, type MosquittoOptions } from '../../simulators/broker/mosquitto.ts';
import type { ChargerSpec } from '../../simulators/wallbox/types.ts';

export const garage = { id: 700_123, name: 'Garage', limitA: 16, phases: 1 } as const;
export const person = { username: 'charger', password: 'a made-up secret' } as const;

interface Begin extends MosquittoOptions {
  readonly chargers?: readonly ChargerSpec[];
  /** With a Ford station beside them. */
  readonly station?: boolean;
}

/** The whole app with chargers, and Debian's own broker with a hub at it. Time stands still. */
export async function begun({ chargers = [garage], station, ...options }: Begin = {}) {
  const broker = await Mosquitto.start(options);
  const world = await (await World.begin(chargers)).signedIn();
  const ford = station ? await StationWorld.begin({}, world) : undefined;
  await ford?.add();
  if (ford) await world.pass(10_000);
  const hub = await Hub.at(broker, options.users && person);
  onTestFinished(async () => {
    await hub.close();
    // Whoever does not answer a farewell is waited for.
    let isEnded = false;
    const ended = world.end().finally(() => {
      isEnded = true;
    });
    while (!isEnded) await world.pass(100);
    await ended;
    await ford?.station.close();
    await broker.close();
  });
  const phase = () => world.state.broker?.phase;
  const wish = (more: Partial<BrokerWish> = {}): BrokerWish => ({
    address: { host: '127.0.0.1', port: broker.port, tls: Boolean(options.tls) },
    topicPrefix: 'chargetray',
    discovery: 'homeassistant',
    commands: false,
    ...more,
  });
  return {
    broker,
    world,
    hub,
    phase,
    wish,
    /** Has the app tell the broker, and waits until it is through, or has given up. */
    set: async (more: Partial<BrokerWish> = {}, password?: string) => {
      const reply = await world.app.handlers.setBroker({
        wish: wish(more),
        password,
        untilQuit: false,
      });
      await until(() => phase() !== 'connecting');
      return reply;
    },
    /** Lets time pass until something is so, but none while the network is at work. */
    passing: async (isSo: () => boolean) => {
      while (!isSo()) await (phase() === 'connecting' ? turns(1) : world.pass(500));
    },
    online: () => hub.hears(() => hub.heard.some(isBridge('online'))),
  };
}

export function isBridge(payload: string) {
  return (told: { readonly topic: string; readonly payload: string }) =>
    /^chargetray\/\w+\/status$/.test(told.topic) && told.payload === payload;
}
