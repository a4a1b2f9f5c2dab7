import { parseArgs } from 'node:util';
import {
  type TerminalOption,
  type TerminalWordName,
  terminalOptions,
  terminalWordNames,
} from '../../shared/domain/app/terminal-commands.ts';
import { harmless } from '../../shared/domain/harmless.ts';
import { everyOption, formOf } from './help.ts';

/** What was typed, once it is understood. */
export interface Typed {
  readonly word: TerminalWordName;
  /** What stands behind the word, where the table wants something there. */
  readonly argument?: string;
  readonly options: Readonly<Partial<Record<TerminalOption, string>>>;
  /** By a flag of the first version, whose replies stay as they were. */
  readonly isOldWay?: true;
}

/** What is wrong with it; what was typed is harmless to be shown. */
export type TypingFault =
  | { readonly kind: 'unknownWord'; readonly word: string }
  | { readonly kind: 'unknownOption' | 'missingValue' | 'needlessValue'; readonly option: string }
  | { readonly kind: 'badValue'; readonly name: string; readonly value: string }
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'needless'; readonly word: string };

export type Parsed =
  | { readonly kind: 'typed'; readonly typed: Typed }
  | { readonly kind: 'help'; readonly word?: TerminalWordName }
  | { readonly kind: 'fault'; readonly fault: TypingFault; readonly word?: TerminalWordName };

type Token = NonNullable<ReturnType<typeof tokensOf>>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

/** Chromium's own, wherever it stands. */
const chromiums: ReadonlySet<string> = new Set(['user-data-dir', 'hidden', 'no-sandbox']);
/** Those that take the place of a word, as they did before there were words. */
const oldWays: ReadonlyMap<string, 'status' | 'watch'> = new Map([
  ['status', 'status'],
  ['watch', 'watch'],
]);

/**
 * Understands what was typed after the app's name. What stands before the word and is none of our
 * options is for Chromium; behind it, every option must be one that the word knows.
 */
export function parsed(args: readonly string[]): Parsed {
  const tokens = tokensOf(args);
  const first = tokens.find((token) => token.kind === 'positional');
  if (first?.kind !== 'positional') return oldWay(tokens);
  const word = terminalWordNames.find((name) => name === first.value);
  if (!word) return fault({ kind: 'unknownWord', word: harmless(first.value) });
  const own = tokens.filter((token) => isOurs(token, first.index));
  const options = own.filter((token) => token.kind === 'option');
  if (options.some(({ name }) => name === 'help')) return { kind: 'help', word };
  const behind = own.flatMap((token) =>
    token.kind === 'positional' && token !== first ? [token.value] : [],
  );
  const wrong =
    options.map((option) => optionFault(option, word)).find((found) => found !== undefined) ??
    argumentFault(behind, word);
  if (wrong) return fault(wrong, word);
  const [argument] = behind;
  return {
    kind: 'typed',
    typed: { word, ...(argument === undefined ? {} : { argument }), options: valuesOf(options) },
  };
}

function tokensOf(args: readonly string[]) {
  const types = everyOption.map((name) => {
    const form: { value?: string } = terminalOptions[name];
    return [name, { type: form.value === undefined ? 'boolean' : 'string' }] as const;
  });
  return parseArgs({
    // A value of its own may be left out, and what follows is then none.
    args: args.map((one) => (one === '--wait' ? '--wait=' : one)),
    options: Object.fromEntries(types),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

function isOurs(token: Token, wordIndex: number): boolean {
  if (token.kind !== 'option') return true;
  if (chromiums.has(token.name)) return false;
  return token.index > wordIndex || Object.hasOwn(terminalOptions, token.name);
}

function oldWay(tokens: readonly Token[]): Parsed {
  const options = tokens.filter((token) => token.kind === 'option');
  const has = (name: string) => options.some((option) => option.name === name);
  const word = [...oldWays].findLast(([name]) => has(name))?.[1];
  if (has('help') || word === undefined) return { kind: 'help' };
  const json = has('json') ? { json: '' } : {};
  return { kind: 'typed', typed: { word, options: json, isOldWay: true } };
}

function optionFault(
  { name, rawName, value }: OptionToken,
  word: TerminalWordName,
): TypingFault | undefined {
  const option = formOf(word).options.find((one) => one === name);
  if (!option) return { kind: 'unknownOption', option: harmless(rawName) };
  const form: { value?: string; words?: readonly string[]; mayMiss?: true } =
    terminalOptions[option];
  if (form.value === undefined) {
    return value === undefined ? undefined : { kind: 'needlessValue', option: rawName };
  }
  if (value === undefined || (value === '' && !form.mayMiss)) {
    return { kind: 'missingValue', option: rawName };
  }
  const isOne = form.words?.includes(value) ?? fits(option, value);
  return isOne ? undefined : { kind: 'badValue', name: rawName, value: harmless(value) };
}

function fits(option: TerminalOption, value: string): boolean {
  if (option === 'wait') return value === '' || isWithin(value, 1, 86_400);
  return option === 'from' || option === 'to' ? isDay(value) : true;
}

function argumentFault(behind: readonly string[], word: TerminalWordName): TypingFault | undefined {
  const { argument } = formOf(word);
  const [first, ...more] = behind;
  const needless = argument ? more[0] : first;
  if (needless !== undefined) return { kind: 'needless', word: harmless(needless) };
  if (!argument) return undefined;
  const { name, words } = argument;
  if (first === undefined) return { kind: 'missing', name: words?.join('|') ?? name };
  const isOne = words?.includes(first) ?? /^-?\d{1,2}$/.test(first);
  return isOne ? undefined : { kind: 'badValue', name, value: harmless(first) };
}

/** What was said last holds. */
function valuesOf(options: readonly OptionToken[]): Typed['options'] {
  return Object.fromEntries(options.map(({ name, value }) => [name, value ?? '']));
}

function isWithin(value: string, least: number, most: number): boolean {
  return /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most;
}

/** A day that there is, such as `2026-11-01`. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

function fault(wrong: TypingFault, word?: TerminalWordName): Parsed {
  return { kind: 'fault', fault: wrong, ...(word && { word }) };
}
