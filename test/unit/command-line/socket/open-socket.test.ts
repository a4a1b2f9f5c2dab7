import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { knownAddress } from '../../../../electron/command-line/socket/address.ts';
import { realClock } from '../../../../electron/platform/real-clock.ts';
import { messages } from '../../../../shared/text/messages.ts';
import { FakeClock } from '../../../fakes/fake-clock.ts';
import { asking, echoing, listening, opened, ownFolder, Stranger } from './socket-bench.ts';

const refused = (refusal: keyof typeof messages.commandLine.refusals) => ({
  v: 1,
  ok: false,
  refusal,
  say: messages.commandLine.refusals[refusal],
});

describe('a line', () => {
  it('is answered, and the next one on the same connection too', async () => {
    const { address } = await listening();
    const stranger = new Stranger(address).says(asking('refresh') + asking('settleHistory'));
    expect(await stranger.line()).toEqual({ v: 1, ok: true, value: null });
    expect(await stranger.line()).toEqual({ v: 1, ok: true, value: true });
  });

  const ofCharger = { chargerId: 'a/1' };
  it.each<[string, string]>([
    ['no JSON', 'hello\n'],
    ['nothing', '\n'],
    ['no UTF-8', '{"v":1,"call":"refresh\u0000"}\n'],
    ['another call of the window', asking('getState')],
    ['a name of every object', asking('constructor')],
    ['something beside the request', '{"v":1,"call":"refresh","more":1}\n'],
    ['a request where none belongs', asking('refresh', {})],
    ['no request where one belongs', asking('execute')],
    [
      'a command that no terminal has',
      asking('execute', { ...ofCharger, command: { kind: 'reboot' } }),
    ],
    [
      'a limit of 0 A',
      asking('execute', { ...ofCharger, command: { kind: 'setLimit', limitA: 0 } }),
    ],
    ['a plan of nobody', asking('choosePlan', { ...ofCharger, choice: 'always' })],
    ['a wait of weeks', asking('choosePlan', { ...ofCharger, choice: 'now', waitMs: 1e10 })],
    ['a list', `${'['.repeat(5000)}\n`],
  ])('that is %s is refused in a sentence, and the next one is not', async (_what, line) => {
    const { address } = await listening();
    const stranger = new Stranger(address).says(line);
    expect(await stranger.line()).toEqual(refused('badRequest'));
    stranger.says(asking('refresh'));
    expect(await stranger.line()).toMatchObject({ ok: true });
  });

  it('with bytes that are no text is refused', async () => {
    const { address } = await listening();
    const stranger = new Stranger(address).says(Buffer.from([0x22, 0xff, 0xfe, 0x22, 0x0a]));
    expect(await stranger.line()).toEqual(refused('badRequest'));
  });

  it('of another version is told so', async () => {
    const { address } = await listening();
    const stranger = new Stranger(address).says('{"v":2,"call":"refresh"}\n');
    expect(await stranger.line()).toEqual(refused('otherVersion'));
  });

  it('that is too long is refused, and nothing more is heard', async () => {
    const { address } = await listening();
    const ten = Buffer.alloc(10_000_000, 'x');
    const stranger = new Stranger(address).says(ten);
    expect(JSON.parse(await stranger.ended)).toEqual(refused('tooLong'));
  });

  it('that has no end is not waited for', async () => {
    const clock = new FakeClock();
    const { address } = await listening({ clock });
    const stranger = new Stranger(address).says('{"v":1,');
    await once(stranger.socket, 'connect');
    await expect.poll(() => clock.nextDueMs).toBe(10_000);
    await clock.advance(10_000);
    expect(await stranger.line()).toEqual(refused('tooSlow'));
  });

  it('of which the handler crashes costs nothing but itself, and logs no word of it', async () => {
    const crash = () => {
      throw new Error('private');
    };
    const { open, log } = await opened({ handlers: async () => echoing({ showPlan: crash }) });
    const stranger = new Stranger(open?.address ?? '').says(asking('showPlan', ofCharger));
    expect(await stranger.line()).toEqual(refused('crashed'));
    expect(log.text).toContain('showPlan');
    expect(log.text).not.toMatch(/private|a\/1/);
    stranger.says(asking('refresh'));
    expect(await stranger.line()).toMatchObject({ ok: true });
  });
});

describe('who watches', () => {
  it('is told until they hang up', async () => {
    let gone: AbortSignal | undefined;
    const watch: ReturnType<typeof echoing>['watch'] = async (_nothing, { signal, tell }) => {
      gone = signal;
      await tell(1);
      await tell(2);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return null;
    };
    const { address } = await listening({ handlers: async () => echoing({ watch }) });
    const stranger = new Stranger(address).says(asking('watch'));
    expect(await stranger.line()).toEqual({ v: 1, more: 1 });
    expect(await stranger.line()).toEqual({ v: 1, more: 2 });
    expect(gone?.aborted).toBe(false);
    stranger.socket.end();
    await expect.poll(() => gone?.aborted).toBe(true);
  });

  it('and does not listen is not told faster', async () => {
    let told = 0;
    const large = 'x'.repeat(1_000_000);
    const watch: ReturnType<typeof echoing>['watch'] = async (_nothing, { signal, tell }) => {
      while (!signal.aborted) {
        await tell(large);
        told += 1;
      }
      return null;
    };
    const { address } = await listening({ handlers: async () => echoing({ watch }) });
    const stranger = new Stranger(address);
    stranger.socket.pause();
    stranger.says(asking('watch'));
    await expect.poll(() => told, { timeout: 500 }).toBe(0);
    stranger.socket.resume();
    await expect.poll(() => told).toBeGreaterThan(3);
  });
});

describe('a thousand connections', () => {
  it('are told that they are too many, and the first ones are still answered', async () => {
    const { address } = await listening();
    const first = new Stranger(address);
    await once(first.socket, 'connect');
    const others = Array.from({ length: 999 }, () => new Stranger(address));
    await Promise.all(others.slice(200).map(({ ended }) => ended));
    expect(others.slice(40).some(({ heard }) => heard.includes('"tooMany"'))).toBe(true);
    first.says(asking('refresh'));
    expect(await first.line()).toMatchObject({ ok: true });
    for (const { socket } of others) socket.destroy();
    await expect
      .poll(async () => new Stranger(address).says(asking('refresh')).line())
      .toMatchObject({ ok: true });
  });
});

describe.skipIf(process.platform === 'win32')('the socket', () => {
  const mode = (path: string) => statSync(path).mode & 0o777;

  it('is its owner’s alone, and gone when it is closed', async () => {
    const folder = ownFolder();
    const open = await listening({ folder });
    expect(open.address).toBe(join(folder, 'control.sock'));
    expect(mode(open.address)).toBe(0o600);
    await open.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(process.getuid?.() !== 0)(
    'lets in no other user, whatever the folder does',
    async () => {
      const folder = ownFolder();
      chmodSync(folder, 0o755);
      const { address } = await listening({ folder });
      const script = `require('node:net').connect(${JSON.stringify(address)})
      .on('connect', () => process.exit(0)).on('error', ({ code }) => { console.log(code); process.exit(1); })`;
      const asUser = (uid: number) =>
        spawnSync(process.execPath, ['-e', script], { uid, gid: uid, cwd: '/', encoding: 'utf8' });
      expect(asUser(65_534)).toMatchObject({ status: 1, stdout: 'EACCES\n' });
      expect(asUser(0).status).toBe(0);
    },
  );

  it('that a crash has left is replaced', async () => {
    const folder = ownFolder();
    const path = join(folder, 'control.sock');
    const script = `require('node:net').createServer().listen(${JSON.stringify(path)}, () => console.log('there'))`;
    const other = spawn(process.execPath, ['-e', script]);
    await once(other.stdout, 'data');
    other.kill('SIGKILL');
    await once(other, 'close');
    expect(existsSync(path)).toBe(true);
    const { address } = await listening({ folder });
    expect(await new Stranger(address).says(asking('refresh')).line()).toMatchObject({ ok: true });
  });

  it('of a living app is left to it', async () => {
    const folder = ownFolder();
    const mine = createServer((socket) => socket.on('error', () => undefined).end('mine'));
    onTestFinished(() => void mine.close());
    await new Promise<void>((done) => mine.listen(join(folder, 'control.sock'), done));
    const { open, log } = await opened({ folder });
    expect(open).toBeUndefined();
    expect(log.text).toContain('EADDRINUSE');
    expect(await new Stranger(join(folder, 'control.sock')).ended).toBe('mine');
  });

  it('is not had where a file of that name lies, which stays', async () => {
    const folder = ownFolder();
    writeFileSync(join(folder, 'control.sock'), 'dear to somebody');
    expect((await opened({ folder })).open).toBeUndefined();
    expect(readFileSync(join(folder, 'control.sock'), 'utf8')).toBe('dear to somebody');
  });

  it.each(['precious', 'their.sock', 'nothing'])(
    'is not had through a link to %s',
    async (name) => {
      const [folder, theirs] = [ownFolder(), ownFolder()];
      writeFileSync(join(theirs, 'precious'), 'precious', { mode: 0o644 });
      const server = createServer();
      onTestFinished(() => void server.close());
      await new Promise<void>((done) => server.listen(join(theirs, 'their.sock'), done));
      const rights = () => readdirSync(theirs).map((one) => [one, mode(join(theirs, one))]);
      const before = rights();
      symlinkSync(join(theirs, name), join(folder, 'control.sock'));
      expect((await opened({ folder })).open).toBeUndefined();
      expect(readlinkSync(join(folder, 'control.sock'))).toBe(join(theirs, name));
      expect(readFileSync(join(theirs, 'precious'), 'utf8')).toBe('precious');
      expect(rights()).toEqual(before);
    },
  );

  it('of a folder with a long name lies elsewhere, and is found', async () => {
    const folder = join(ownFolder(), 'long'.repeat(40));
    mkdirSync(folder);
    const temporary = ownFolder();
    const place = { folder, platform: process.platform, temporary };
    expect(await knownAddress(place)).toBeUndefined();
    const open = await listening({ folder, place });
    expect(open.address.startsWith(temporary)).toBe(true);
    expect(mode(open.address)).toBe(0o600);
    expect(mode(join(open.address, '..'))).toBe(0o700);
    expect(mode(join(folder, 'control.address'))).toBe(0o600);
    expect(await knownAddress(place)).toBe(open.address);
    // A copy of the folder is that of another app.
    expect(await knownAddress({ ...place, folder: `${folder}2` })).toBeUndefined();
    await open.close();
    expect([...readdirSync(folder), ...readdirSync(temporary)]).toEqual([]);
  });

  it('of a folder with a long name takes its place again after a crash', async () => {
    const folder = join(ownFolder(), 'long'.repeat(40));
    mkdirSync(folder);
    const temporary = ownFolder();
    const place = { folder, platform: process.platform, temporary };
    const before = join(temporary, 'chargetray-before');
    mkdirSync(before, { mode: 0o700 });
    const address = join(before, 'control.sock');
    writeFileSync(join(folder, 'control.address'), JSON.stringify({ folder, address }));
    expect((await listening({ folder, place })).address).toBe(address);
    chmodSync(before, 0o777);
    const another = await opened({ folder, place });
    expect(another.open?.address).not.toBe(address);
  });

  it('of two apps are two', async () => {
    const [one, other] = await Promise.all([
      listening({ handlers: async () => echoing({ chargers: () => 'one' }) }),
      listening({ handlers: async () => echoing({ chargers: () => 'other' }) }),
    ]);
    const ask = (address: string) => new Stranger(address).says(asking('chargers')).line();
    expect(await ask(one.address)).toMatchObject({ value: 'one' });
    expect(await ask(other.address)).toMatchObject({ value: 'other' });
  });
});

it('what answers is loaded with the first line', async () => {
  let loaded = 0;
  const handlers = async () => {
    loaded += 1;
    return echoing();
  };
  const { address } = await listening({ handlers, clock: realClock });
  const stranger = new Stranger(address);
  await once(stranger.socket, 'connect');
  expect(loaded).toBe(0);
  stranger.says(asking('refresh') + asking('refresh'));
  await stranger.line();
  await stranger.line();
  expect(loaded).toBe(1);
});
