import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import type { HistoryTrouble } from '../../../shared/domain/session/history.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import { type Connection, connect, connectToRead, type Engine } from './engine.ts';
import { troubleOf } from './trouble.ts';

/** Where the history lies, and how a file of another version becomes one of this. */
export interface HistoryPlace {
  /** Ends in `.db`. */
  readonly file: string;
  readonly steps: readonly string[];
  /** For the name of a file that is kept aside. Epoch ms. */
  readonly now: () => number;
}

export interface OpenedFile {
  readonly connection: Connection;
  /** Under which name a broken file was kept aside. */
  readonly keptAside?: string;
}

/** Opens the file, makes a new one in the place of a broken one, and brings it up to date. */
export function openFile(engine: Engine, place: HistoryPlace): Result<OpenedFile, HistoryTrouble> {
  try {
    mkdirSync(dirname(place.file), { recursive: true });
    clearBeside(place);
    const found = lookAt(engine, place);
    if (found === 'tooNew') return failed({ kind: 'tooNew' });
    const keptAside = found === 'broken' ? keepAside(place) : undefined;
    makePrivate(place.file);
    const connection = upToDate(connect(engine, place.file), place);
    return success({ connection, ...(keptAside === undefined ? {} : { keptAside }) });
  } catch (error) {
    const kind = troubleOf(error);
    // Broken only since it was looked at, or in a way that only a migration meets: left as it is.
    return failed({ kind: kind === 'corrupt' ? 'unusable' : kind });
  }
}

/**
 * Opens the file for somebody who only reads, while the app may be writing it: nothing is made, looked
 * through, kept aside or brought up to date. One of any other version counts as too new.
 */
export function openToRead(
  engine: Engine,
  { file, steps }: HistoryPlace,
): Result<OpenedFile, HistoryTrouble> {
  // Whoever opens a pipe waits until somebody writes into it.
  if (!isPlain(file)) return failed({ kind: 'unusable' });
  try {
    const connection = connectToRead(engine, file);
    if (versionOf(connection) === steps.length) return success({ connection });
    connection.close();
    return failed({ kind: 'tooNew' });
  } catch (error) {
    const kind = troubleOf(error);
    return failed({ kind: kind === 'corrupt' ? 'unusable' : kind });
  }
}

/** Looks through the whole file, and changes nothing. */
function lookAt(engine: Engine, { file, steps }: HistoryPlace): 'sound' | 'broken' | 'tooNew' {
  if (!isPlain(file)) return 'broken';
  const head = headOf(file);
  // Of a file that is gone something is left: SQLite would throw it away.
  if (head === '') return sizeOf(`${file}-wal`) > 0 ? 'broken' : 'sound';
  if (head !== 'SQLite format 3\0') return 'broken';
  const raw = new engine(file);
  const finds = (sql: string) => raw.prepare(sql).all().length > 0;
  try {
    raw.exec('PRAGMA busy_timeout = 300');
    if (finds("SELECT 1 FROM pragma_quick_check WHERE quick_check <> 'ok'")) return 'broken';
    if (finds(`SELECT 1 FROM pragma_user_version WHERE user_version > ${steps.length}`)) {
      return 'tooNew';
    }
    return 'sound';
  } catch (error) {
    if (troubleOf(error) === 'corrupt') return 'broken';
    throw error;
  } finally {
    // Windows renames no file that is open. This lets go of it, and of what was prepared.
    raw.close();
  }
}

/** The first 16 bytes; none for a file that is empty or not there. */
function headOf(file: string): string {
  if (sizeOf(file) === 0) return '';
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(16);
    return bytes.toString('latin1', 0, readSync(handle, bytes, 0, 16, 0));
  } finally {
    closeSync(handle);
  }
}

/** Neither a folder, a pipe or a device nor a link to nowhere, or not there. */
function isPlain(file: string): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found?.isSymbolicLink()) return found?.isFile() ?? true;
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** What SQLite keeps beside its file: the log of what was last written, and two of its own. */
const beside = ['-wal', '-shm', '-journal'];

/** Where SQLite wants a file of its own is something else: it must not cost the history. */
function clearBeside(place: HistoryPlace): void {
  const aside = asideOf(place);
  for (const part of beside) {
    if (!isPlain(place.file + part)) renameSync(place.file + part, aside + part);
  }
}

/** SQLite gives the files beside it the same rights. */
function makePrivate(file: string): void {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  if (mode === undefined) closeSync(openSync(file, 'a', 0o600));
  // Who made it read-only meant it.
  else if ((mode & 0o077) !== 0 && (mode & 0o200) !== 0) chmodSync(file, 0o600);
}

function asideOf({ file, now }: HistoryPlace): string {
  const stamp = new Date(now()).toISOString().replace(/[:.]/g, '-');
  return file.replace(/\.db$/, `.broken-${stamp}.db`);
}

function keepAside(place: HistoryPlace): string {
  const { file } = place;
  const aside = asideOf(place);
  // The file last: should this be cut short, it is still there and broken at the next start.
  for (const part of [...beside, '']) moveIfThere(file + part, aside + part);
  return basename(aside);
}

function moveIfThere(from: string, to: string): void {
  if (lstatSync(from, { throwIfNoEntry: false })) renameSync(from, to);
}

function upToDate(connection: Connection, place: HistoryPlace): Connection {
  try {
    migrate(connection, place);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Every step is done whole or not at all, and before the first one the file is copied. */
function migrate(connection: Connection, { file, steps }: HistoryPlace): void {
  const from = versionOf(connection);
  const [content] = connection.all('SELECT count(*) AS tables FROM sqlite_schema');
  if (from < steps.length && content?.tables !== 0) {
    copyTo(connection, file.replace(/\.db$/, `.before-v${steps.length}.db`));
  }
  for (const [index, step] of steps.entries()) {
    if (index < from) continue;
    connection.transact(() => connection.exec(`${step}; PRAGMA user_version = ${index + 1};`));
  }
}

function versionOf(connection: Connection): number {
  const [row] = connection.all('PRAGMA user_version');
  return typeof row?.user_version === 'number' ? row.user_version : 0;
}

/** Writes a whole copy beside the path and puts it in its place. */
function copyTo(connection: Connection, path: string): void {
  const part = `${path}.part`;
  // Made first, so that nobody else can ever read it; an empty file may be written to.
  closeSync(openSync(part, 'w', 0o600));
  try {
    connection.run('VACUUM INTO ?', part);
  } catch (error) {
    // A disk that is full needs the room of half a copy.
    rmSync(part, { force: true });
    throw error;
  }
  renameSync(part, path);
}
