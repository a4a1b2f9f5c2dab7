import { expect, test } from 'vitest';
import { callerOver, findBridge } from '../../../renderer/bridge.ts';
import { stateSource, whenKnown } from '../../../renderer/use-app-state.ts';
import { fakeBridge } from '../../fakes/fake-bridge.ts';
import { anAppState } from '../../fixtures/app-states.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('the state is asked for once and then heard', async () => {
  const fake = fakeBridge(anAppState({ counter: 3 }));
  const source = stateSource(fake.bridge);
  let changes = 0;
  source.subscribe(() => {
    changes += 1;
  });
  expect(source.current()).toEqual({ kind: 'waiting' });
  await settled();
  fake.setState(anAppState({ tray: 'absent' }));
  expect(source.current()).toMatchObject({ kind: 'known', state: { counter: 4, tray: 'absent' } });
  expect(changes).toBe(2);
  expect(fake.called()).toEqual(['getState']);
});

test('an answer that is older than what was heard meanwhile is left aside', async () => {
  const old = anAppState({ counter: 1 });
  const fake = fakeBridge(old);
  fake.answer('getState', () => ({ ok: true, value: old }));
  const source = stateSource(fake.bridge);
  source.subscribe(() => undefined);
  fake.setState(anAppState({ tray: 'absent' }));
  await settled();
  expect(source.current()).toMatchObject({ state: { counter: 2, tray: 'absent' } });
});

test('an app that does not answer is a failure, not a crash', async () => {
  const fake = fakeBridge(anAppState());
  fake.answer('getState', () => Promise.reject(new Error('gone')));
  const source = stateSource(fake.bridge);
  source.subscribe(() => undefined);
  await settled();
  expect(source.current()).toEqual({ kind: 'failed', failure: 'unreached' });
});

test('a state that cannot be sent leaves the last one, and says since when', async () => {
  const fake = fakeBridge(anAppState({ counter: 3 }));
  const source = stateSource(fake.bridge);
  source.subscribe(() => undefined);
  await settled();
  fake.stick(5000);
  expect(source.current()).toMatchObject({ state: { counter: 3 }, stuckSince: 5000 });
  fake.setState(anAppState({ tray: 'absent' }));
  expect(source.current()).toEqual({ kind: 'known', state: fake.state() });
});

test('who no longer listens is no longer told', async () => {
  const fake = fakeBridge(anAppState());
  const source = stateSource(fake.bridge);
  const stop = source.subscribe(() => undefined);
  expect(fake.listeners()).toBe(2);
  stop();
  expect(fake.listeners()).toBe(0);
});

const never = { after: () => () => undefined };

test('the first thing to be shown is the state, or that there is none', async () => {
  const fake = fakeBridge(anAppState({ counter: 3 }));
  const source = stateSource(fake.bridge);
  await new Promise<void>((resolve) => whenKnown(source, never, resolve));
  expect(source.current()).toMatchObject({ kind: 'known', state: { counter: 3 } });
  expect(fake.called()).toEqual(['getState']);
});

test('nothing at all is not shown for long', async () => {
  const fake = fakeBridge(anAppState());
  fake.answer('getState', () => new Promise(() => undefined));
  const source = stateSource(fake.bridge);
  const clock = recordedTimers();
  let shown = 0;
  whenKnown(source, clock, () => {
    shown += 1;
  });
  expect(shown).toBe(0);
  clock.ring();
  expect(source.current()).toEqual({ kind: 'waiting' });
  // What comes after all is shown by whoever listens, not by a second beginning.
  fake.setState(anAppState());
  expect(shown).toBe(1);
});

test('a state that is there before the page is shown at once, and asked for no more', () => {
  const fake = fakeBridge(anAppState({ counter: 3 }));
  fake.getReady();
  const source = stateSource(fake.bridge);
  const clock = recordedTimers();
  let shown: unknown;
  whenKnown(source, clock, () => {
    shown = source.current();
  });
  expect(shown).toMatchObject({ kind: 'known', state: { counter: 3 } });
  expect(fake.called()).toEqual([]);
  fake.setState(anAppState({ tray: 'absent' }));
  expect(source.current()).toMatchObject({ state: { tray: 'absent' } });
});

function recordedTimers() {
  const due: (() => void)[] = [];
  return {
    after: (_ms: number, then: () => void) => {
      due.push(then);
      return () => undefined;
    },
    ring: () => {
      for (const then of due) then();
    },
  };
}

test('a named failure of the border is handed on', async () => {
  const fake = fakeBridge(anAppState());
  fake.answer('refresh', () => ({ ok: false, failure: 'crashed' }));
  expect(await callerOver(fake.bridge)('refresh', undefined)).toEqual({
    ok: false,
    failure: 'crashed',
  });
});

test('only a whole bridge is one', () => {
  const { bridge } = fakeBridge(anAppState());
  expect(findBridge({ chargetray: bridge })).toBe(bridge);
  expect(findBridge({})).toBeUndefined();
  expect(findBridge({ chargetray: null })).toBeUndefined();
  expect(findBridge({ chargetray: { call: 'me' } })).toBeUndefined();
});
