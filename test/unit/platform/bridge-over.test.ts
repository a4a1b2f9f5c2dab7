import { expect, it } from 'vitest';
import {
  bridgeOver,
  type PageIpc,
} from '../../../electron/platform/electron/window/bridge-over.ts';
import { type CallName, channel } from '../../../shared/ipc/names.ts';
import { anAppState } from '../../fixtures/app-states.ts';

/** Electron's side of the page, with what was sent over it. */
class RecordedIpc implements PageIpc {
  readonly invoked: (readonly [string, unknown])[] = [];
  readonly #heard = new Map<string, Set<(event: unknown, told: unknown) => void>>();

  invoke(name: string, request?: unknown): Promise<unknown> {
    this.invoked.push([name, request]);
    return Promise.resolve({ ok: true, value: this.invoked.length });
  }

  on(name: string, heard: (event: unknown, told: unknown) => void): void {
    this.#heard.set(name, (this.#heard.get(name) ?? new Set()).add(heard));
  }

  once(name: string, heard: (event: unknown, told: unknown) => void): void {
    const once = (event: unknown, told: unknown) => {
      this.off(name, once);
      heard(event, told);
    };
    this.on(name, once);
  }

  off(name: string, heard: (event: unknown, told: unknown) => void): void {
    this.#heard.get(name)?.delete(heard);
  }

  tell(told: unknown): void {
    for (const heard of this.#heard.get(channel('stateChanged')) ?? [])
      heard({ sender: 'all' }, told);
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('asks for the state before the page does, and once', async () => {
  const ipc = new RecordedIpc();
  const bridge = bridgeOver(ipc);
  expect(ipc.invoked).toHaveLength(1);
  expect(await bridge.call('getState', undefined)).toEqual({ ok: true, value: 1 });
  expect(ipc.invoked).toHaveLength(1);
  expect(await bridge.call('getState', undefined)).toEqual({ ok: true, value: 2 });
});

it('asks anew when the state has changed before the page listened', async () => {
  const ipc = new RecordedIpc();
  const bridge = bridgeOver(ipc);
  ipc.tell(anAppState());
  expect(await bridge.call('getState', undefined)).toEqual({ ok: true, value: 2 });
});

it('has the first state ready once the app has answered, and gives it once', async () => {
  const ipc = new RecordedIpc();
  const bridge = bridgeOver(ipc);
  expect(bridge.firstState()).toBeUndefined();
  await settled();
  expect(bridge.firstState()).toBe(1);
  expect(bridge.firstState()).toBeUndefined();
  expect(await bridge.call('getState', undefined)).toEqual({ ok: true, value: 2 });
});

it('has no state ready that is older than what was told', async () => {
  const ipc = new RecordedIpc();
  const bridge = bridgeOver(ipc);
  await settled();
  ipc.tell(anAppState());
  expect(bridge.firstState()).toBeUndefined();
});

it('leaves a failure to who asks', async () => {
  const ipc = new RecordedIpc();
  ipc.invoke = () => Promise.resolve({ ok: false, failure: 'crashed' });
  const bridge = bridgeOver(ipc);
  await settled();
  expect(bridge.firstState()).toBeUndefined();
  expect(await bridge.call('getState', undefined)).toEqual({ ok: false, failure: 'crashed' });
});

it('hands on what is told, and nothing of where it came from', () => {
  const ipc = new RecordedIpc();
  const heard: unknown[][] = [];
  const stop = bridgeOver(ipc).on('stateChanged', (...all) => heard.push(all));
  const state = anAppState();
  ipc.tell(state);
  stop();
  ipc.tell(state);
  expect(heard).toEqual([[state]]);
});

it('refuses what is not in the contract, and asks nobody', async () => {
  const ipc = new RecordedIpc();
  const reply = await bridgeOver(ipc).call('factoryReset' as CallName, undefined as never);
  expect(reply).toEqual({ ok: false, failure: 'badRequest' });
  expect(ipc.invoked).toHaveLength(1);
});
