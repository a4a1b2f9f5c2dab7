import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeptFile } from '../../../electron/platform/files/kept-file.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { canHold, holdFile } from '../../fixtures/held-file.ts';

const now = () => Date.UTC(2026, 10, 21, 12, 30);
const aside = 'settings.broken-2026-11-21T12-30-00-000Z.json';
let folder = '';
let log = new RecordedLog();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chargetray-kept-'));
  log = new RecordedLog();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (place = folder) => openKeptFile({ folder: place, name: 'settings', now, log });
const path = () => join(folder, 'settings.json');

describe('a kept file', () => {
  it('holds nothing before the first write, and leaves no trace of being asked', () => {
    expect(open().read()).toEqual({ value: undefined });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives back what was written, also to the next start', async () => {
    const value = { version: 1, accounts: [{ id: 'a', label: 'Ä “x”' }], empty: {} };
    await open().write(value);
    expect(open().read()).toEqual({ value });
  });

  it('replaces the whole, so that what is gone stays gone', async () => {
    const file = open();
    await file.write({ a: 1, b: 2 });
    await file.write({ b: 3 });
    expect(open().read()).toEqual({ value: { b: 3 } });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('makes its folder, also when that went away meanwhile', async () => {
    const file = open(join(folder, 'new'));
    await file.write({ a: 1 });
    rmSync(join(folder, 'new'), { recursive: true });
    await file.write({ a: 2 });
    expect(open(join(folder, 'new')).read()).toEqual({ value: { a: 2 } });
  });

  it.each([
    ['half a file', '{"version": 1, "acc'],
    ['an empty file', ''],
    ['zeros after a power cut', '\0\0\0\0'],
    ['something else', '[1, 2]'],
    ['nothing at all', 'null'],
    ['what has no bottom', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ])('keeps %s aside under a name that it tells', (_what, text) => {
    writeFileSync(path(), text);
    expect(open().read()).toEqual({ value: undefined, keptAside: aside });
    expect(readFileSync(join(folder, aside), 'utf8')).toBe(text);
    expect(existsSync(path())).toBe(false);
    const facts = { file: 'settings.json', keptAside: aside };
    expect(log.lines).toEqual([{ level: 'warn', line: 'a kept file was broken', facts }]);
  });

  it('keeps a file aside that broke between reading and writing', async () => {
    const file = open();
    await file.write({ a: 1 });
    writeFileSync(path(), 'broken by another');
    await file.write({ a: 2 });
    expect(open().read()).toEqual({ value: { a: 2 } });
    expect(readFileSync(join(folder, aside), 'utf8')).toBe('broken by another');
    expect(log.lines).toHaveLength(1);
    expect(log.text).not.toContain('another');
  });

  it('that could not be read nor moved is kept before it is written over, whatever it says by then', async () => {
    writeFileSync(path(), 'nothing that can be read');
    mkdirSync(join(folder, aside));
    const file = open();
    expect(file.read()).toEqual({ value: undefined, keptAside: aside });
    // Whoever had it in use has let go of it.
    writeFileSync(path(), '{"accounts": "all of them"}');
    await expect(file.write({ a: 1 })).rejects.toThrow();
    expect(readFileSync(path(), 'utf8')).toBe('{"accounts": "all of them"}');
    rmSync(join(folder, aside), { recursive: true });
    await file.write({ a: 1 });
    expect(readFileSync(join(folder, aside), 'utf8')).toBe('{"accounts": "all of them"}');
    expect(open().read()).toEqual({ value: { a: 1 } });
  });

  it('that is broken and cannot be moved is not written over', async () => {
    const file = open();
    await file.write({ a: 1 });
    writeFileSync(path(), 'broken by another');
    mkdirSync(join(folder, aside));
    await expect(file.write({ a: 2 })).rejects.toThrow();
    expect(readFileSync(path(), 'utf8')).toBe('broken by another');
  });

  it('rejects when the disk refuses', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(open(join(folder, 'file')).write({ a: 1 })).rejects.toThrow();
  });

  it('holds at last what was written last, however soon', async () => {
    const file = open();
    const texts = ['x'.repeat(100_000), 'y'.repeat(10_000), 'z'];
    await Promise.all(texts.map((text) => file.write({ text })));
    expect(open().read()).toEqual({ value: { text: 'z' } });
  });

  it('writes on after the disk has refused once', async () => {
    writeFileSync(join(folder, 'file'), '');
    const file = open(join(folder, 'file'));
    await expect(file.write({ a: 1 })).rejects.toThrow();
    rmSync(join(folder, 'file'));
    await file.write({ a: 2 });
    expect(file.read()).toEqual({ value: { a: 2 } });
  });

  it.skipIf(!canHold)('holds nobody up while the disk does not answer', async () => {
    const file = open();
    await file.write({ a: 1 });
    const letGo = await holdFile(path());
    const order: string[] = [];
    const writing = file.write({ a: 2 }).then(() => order.push('written'));
    order.push('not held up');
    await letGo();
    await writing;
    expect(order).toEqual(['not held up', 'written']);
    expect(open().read()).toEqual({ value: { a: 2 } });
  });

  it('of which not all was understood is kept as it was before it is written anew, once', async () => {
    const kept = 'settings.unknown-2026-11-21T12-30-00-000Z.json';
    writeFileSync(path(), '{"version": 7}', { mode: 0o600 });
    const file = open();
    expect([file.keepAside(), file.keepAside()]).toEqual([kept, kept]);
    expect(readdirSync(folder)).toEqual(['settings.json']);
    await file.write({ a: 1 });
    await file.write({ a: 2 });
    expect(readFileSync(join(folder, kept), 'utf8')).toBe('{"version": 7}');
    expect(statSync(join(folder, kept)).mode & 0o777).toBe(0o600);
    expect(open().read()).toEqual({ value: { a: 2 } });
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('that cannot be kept aside is not written anew either', async () => {
    writeFileSync(path(), '{"version": 7}');
    const file = open();
    const kept = join(folder, file.keepAside());
    mkdirSync(kept);
    await expect(file.write({ a: 1 })).rejects.toThrow();
    expect(open().read()).toEqual({ value: { version: 7 } });
    rmSync(kept, { recursive: true });
    await file.write({ a: 1 });
    expect(readFileSync(kept, 'utf8')).toBe('{"version": 7}');
  });

  it.each([[undefined], [null], [[1]], ['text']])('refuses to hold %j', async (value) => {
    await expect(open().write(value)).rejects.toThrow(TypeError);
  });

  it.skipIf(process.platform === 'win32')('is readable by its owner only', async () => {
    await open().write({ a: 1 });
    const mode = execFileSync('ls', ['-l', path()], { encoding: 'utf8' }).slice(0, 10);
    expect(mode).toBe('-rw-------');
  });

  it.skipIf(process.platform === 'win32')(
    'says what it said before when the disk takes only half of it',
    async () => {
      await open().write({ before: 'whole' });
      const code = `
        import { openKeptFile } from './electron/platform/files/kept-file.ts';
        const file = openKeptFile({ folder: process.argv[1], name: 'settings', now: Date.now, log: console });
        // The limit sends a signal, which a full disk does not, and a library would end us for it.
        process.removeAllListeners('SIGXFSZ').on('SIGXFSZ', () => undefined);
        try { await file.write({ text: 'x'.repeat(40_000) }); console.log('no error'); }
        catch (error) { console.log(error.code); }`;
      const script = 'ulimit -f 16; exec "$0" --import tsx --input-type module -e "$1" "$2"';
      const said = execFileSync('sh', ['-c', script, process.execPath, code, folder], {
        encoding: 'utf8',
        // tsx keeps what it has compiled, and that would not fit either.
        env: { ...process.env, TSX_DISABLE_CACHE: '1' },
      });
      expect(said.trim()).toBe('EFBIG');
      expect(open().read()).toEqual({ value: { before: 'whole' } });
      expect(readdirSync(folder)).toEqual(['settings.json']);
    },
  );
});

describe.skipIf(process.platform === 'win32')('a link in the place of a kept file', () => {
  const there = (name: string) => join(folder, 'elsewhere', name);
  const mode = (file: string) => statSync(file).mode & 0o777;
  beforeEach(() => mkdirSync(join(folder, 'elsewhere')));

  it.each(['precious', '[1, 2]', ''])(
    'to what is not ours (%j) is moved out of the way',
    async (text) => {
      writeFileSync(there('theirs'), text, { mode: 0o644 });
      symlinkSync(there('theirs'), path());
      await open().write({ a: 1 });
      expect([readFileSync(there('theirs'), 'utf8'), mode(there('theirs'))]).toEqual([text, 0o644]);
      expect([lstatSync(path()).isFile(), mode(path())]).toEqual([true, 0o600]);
    },
  );

  it('to nothing makes nothing there', async () => {
    symlinkSync(there('nothing'), path());
    await open().write({ a: 1 });
    expect(readdirSync(there(''))).toEqual([]);
    expect([lstatSync(path()).isFile(), mode(path())]).toEqual([true, 0o600]);
  });

  // Some keep their settings with those of other programs, and lay a link here.
  it('to what is ours is followed, and nobody else may read it from then on', async () => {
    writeFileSync(there('settings.json'), '{"a": 1}', { mode: 0o644 });
    symlinkSync(there('settings.json'), path());
    await open().write({ a: 2 });
    expect(open().read()).toEqual({ value: { a: 2 } });
    expect(lstatSync(path()).isSymbolicLink()).toBe(true);
    expect(mode(there('settings.json'))).toBe(0o600);
    expect(readdirSync(there(''))).toEqual(['settings.json']);
  });
});
