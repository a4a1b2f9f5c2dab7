import type { HistoryTrouble } from '../../../shared/domain/session/history.ts';

/** What can be wrong while the file as such is sound. */
export type DiskTrouble = Exclude<HistoryTrouble['kind'], 'corrupt'>;

const primary: Readonly<Record<number, DiskTrouble | 'corrupt'>> = {
  3: 'readOnly',
  5: 'busy',
  6: 'busy',
  8: 'readOnly',
  11: 'corrupt',
  13: 'diskFull',
  14: 'readOnly',
  26: 'corrupt',
};

const systemWords: ReadonlyMap<string, DiskTrouble> = new Map([
  ['EACCES', 'readOnly'],
  ['EPERM', 'readOnly'],
  ['EROFS', 'readOnly'],
  ['ENOTDIR', 'readOnly'],
  ['EISDIR', 'readOnly'],
  ['ENOSPC', 'diskFull'],
  ['EDQUOT', 'diskFull'],
  ['EBUSY', 'busy'],
]);

/** A write that a quota or a limit cut short, with https://www.sqlite.org/rescode.html. */
const cutShort: ReadonlySet<number> = new Set([778, 1034, 1290, 1546, 4874]);

/** What an error of the engine or of the file system means. */
export function troubleOf(error: unknown): DiskTrouble | 'corrupt' {
  const code = codeOf(error);
  if (code === undefined) return systemWords.get(wordOf(error)) ?? 'unusable';
  if (cutShort.has(code)) return 'diskFull';
  return primary[code % 256] ?? 'unusable';
}

/** The write itself is at fault, not the disk: it would be refused for ever. */
export function isUnwritable(error: unknown): boolean {
  const code = codeOf(error);
  // SQLITE_ERROR, SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_RANGE.
  return code === undefined ? error instanceof TypeError : [1, 18, 19, 20, 25].includes(code % 256);
}

/** SQLite's own number, the extended one. */
function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode
    : undefined;
}

function wordOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
