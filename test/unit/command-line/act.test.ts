import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { linkTo } from '../../../electron/command-line/socket/link.ts';
import type { CommandOutcome } from '../../../shared/ipc/terminal-calls.ts';
import { messages } from '../../../shared/text/messages.ts';
import { turns } from '../../fakes/fake-clock.ts';
import { aRecord, FakeTerminal, stateOf } from '../../fakes/fake-terminal.ts';
import { ownFolder } from './socket/socket-bench.ts';

let terminal: FakeTerminal;
beforeEach(() => {
  terminal = new FakeTerminal();
});

const command = { kind: 'pause' } as const;
const progress = { phase: 'sent', command, at: 0 } as const;
const failedBy = (failure: Extract<CommandOutcome, { kind: 'failed' }>['failure']) =>
  ({ kind: 'failed', failure }) as const;

it.each<[CommandOutcome, number, string, string | null]>([
  [{ kind: 'sent', progress }, 0, 'sent', null],
  [{ kind: 'confirmed' }, 0, 'confirmed', null],
  [{ kind: 'notConfirmed', progress }, 4, 'notConfirmed', null],
  [{ kind: 'superseded' }, 4, 'superseded', null],
  [failedBy({ kind: 'blocked', why: 'locked' }), 3, 'refused', 'locked'],
  [failedBy({ kind: 'refused', why: 'noRight' }), 3, 'refused', 'noRight'],
  [failedBy({ kind: 'notSupported' }), 3, 'refused', 'notSupported'],
  [failedBy({ kind: 'signInNeeded', cause: 'refused' }), 3, 'refused', 'signInNeeded'],
  [failedBy({ kind: 'unreachable' }), 1, 'failed', 'unreachable'],
  [failedBy({ kind: 'timedOut' }), 1, 'failed', 'timedOut'],
  [failedBy({ kind: 'rateLimited', until: 0 }), 1, 'failed', 'rateLimited'],
])('what became of a command is told to people and scripts: %j', async (outcome, ...expected) => {
  const [code, result, reason] = expected;
  const state = stateOf([aRecord('Garage', 'charging')]);
  terminal.answers = { chargers: () => state, execute: () => outcome };
  expect(await terminal.type('pause')).toBe(code);
  expect([...terminal.said, ...terminal.muttered]).toEqual([expect.stringMatching(/\.$/)]);
  expect(terminal.said).toHaveLength(code === 0 ? 1 : 0);
  expect(await terminal.type('pause', '--json')).toBe(code);
  const told = JSON.parse(terminal.said.at(-1) ?? '');
  expect(told).toMatchObject({ chargerId: 'a/Garage', command: 'pause', result, reason });
});

it.each([
  ['pause', { kind: 'pause' }],
  ['resume', { kind: 'resume' }],
  ['lock', { kind: 'lock' }],
  ['unlock', { kind: 'unlock' }],
  ['schedule', { kind: 'backToSchedule' }],
  ['limit 16', { kind: 'setLimit', limitA: 16 }],
])('%s asks for that, and for how long to wait', async (line, asked) => {
  const limit = { minA: 6, maxA: 32 };
  const state = stateOf([aRecord('Garage', 'charging', { abilities: { limit } })]);
  terminal.answers = { chargers: () => state, execute: () => ({ kind: 'confirmed' }) };
  for (const wait of [[], ['--wait'], ['--wait=7']])
    await terminal.type(...line.split(' '), ...wait);
  const requests = terminal.asked.filter(({ call }) => call === 'execute');
  expect(requests.map(({ request }) => request)).toEqual(
    [undefined, 150_000, 7000].map((waitMs) => ({ chargerId: 'a/Garage', command: asked, waitMs })),
  );
});

it('a command that a newer one replaced is named', async () => {
  const state = stateOf([aRecord('Garage', 'charging')]);
  terminal.answers = { chargers: () => state, execute: () => ({ kind: 'superseded' }) };
  await terminal.type('pause');
  expect(terminal.muttered).toEqual(['Pause: replaced by a newer command.']);
});

it('what needs the app says that it does not run', async () => {
  for (const line of ['pause', 'limit 6', 'plan show', 'refresh']) {
    expect(await terminal.type(...line.split(' '))).toBe(5);
  }
  expect(new Set(terminal.muttered)).toEqual(new Set([messages.commandLine.startFirst]));
});

describe('an app at the other end', () => {
  /** Whoever answers there does what a test wants. */
  async function answering(answer: (socket: Socket) => void): Promise<void> {
    const address = join(ownFolder(), 'control.sock');
    const server = createServer((socket) => {
      socket.on('error', () => undefined).once('data', () => answer(socket));
      onTestFinished(() => void socket.destroy());
    });
    server.listen(address);
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    terminal.connect = () => linkTo(address, terminal.clock);
  }

  it.each<[string, string, number, keyof typeof messages.commandLine.refusals | 'unexpected']>([
    ['says nonsense', 'hello\n', 1, 'unexpected'],
    ['is of another form', '{"v":2,"ok":true}\n', 1, 'unexpected'],
    ['refuses', '{"v":1,"ok":false,"refusal":"tooMany","say":"Zu viele"}\n', 1, 'tooMany'],
  ])('that %s is complained about', async (_what, line, code, words) => {
    await answering((socket) => void socket.write(line));
    expect(await terminal.type('pause')).toBe(code);
    const { refusals, unexpected } = messages.commandLine;
    expect(terminal.muttered).toEqual([words === 'unexpected' ? unexpected : refusals[words]]);
  });

  it('that ends meanwhile does not run', async () => {
    await answering((socket) => void socket.destroy());
    expect(await terminal.type('pause')).toBe(5);
  });

  it('that hangs is not waited for', async () => {
    let isAsked = false;
    await answering(() => {
      isAsked = true;
    });
    const ended = terminal.type('pause');
    await expect.poll(() => isAsked).toBe(true);
    await turns(3);
    await terminal.clock.advance(10_000);
    expect(await ended).toBe(1);
    expect(terminal.muttered).toEqual([messages.commandLine.unexpected]);
  });
});
