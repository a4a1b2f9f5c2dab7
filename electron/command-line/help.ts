import {
  type ExitName,
  exitCodes,
  type TerminalOption,
  type TerminalWord,
  type TerminalWordName,
  terminalOptions,
  terminalWordNames,
  terminalWords,
} from '../../shared/domain/app/terminal-commands.ts';
import type { Messages } from '../../shared/text/messages.ts';

type Words = Messages['commandLine'];

/** A way to call something, and what it does. */
export interface Told {
  readonly way: string;
  readonly effect: string;
}

const program = 'chargetray';

/** What `--help` says, of the whole or of one word, in the language of `words`. */
export function helpText(words: Words, name?: TerminalWordName): string {
  const { help } = words;
  if (name !== undefined) {
    const { way, effect } = wordTold(words, name);
    return [
      `${help.usage}: ${program} ${way}`,
      effect,
      ...section(help.options, optionsTold(words, formOf(name).options)),
    ].join('\n');
  }
  const ways = [`${program} COMMAND [OPTIONS]`, `${program} [--hidden]`];
  return [
    ...ways.map((way) => `${help.usage}: ${way}`),
    ...section(
      help.commands,
      terminalWordNames.map((one) => wordTold(words, one)),
    ),
    ...section(help.options, optionsTold(words, everyOption)),
    ...section(help.exitCodes, exitsTold(words)),
    '',
    help.more(`${program} COMMAND --help`),
  ].join('\n');
}

/** Every option there is, in the order of the table. */
export const everyOption = Object.keys(terminalOptions) as readonly TerminalOption[];

/** `limit AMPERES`: a word with what stands behind it. */
export function wordTold(words: Words, name: TerminalWordName): Told {
  const { argument } = formOf(name);
  const behind = argument ? ` ${argument.words?.join('|') ?? argument.name}` : '';
  return { way: `${name}${behind}`, effect: words.words[name] };
}

/** `--wait[=SECONDS]` and what it does. */
export function optionsTold(words: Words, options: readonly TerminalOption[]): readonly Told[] {
  return options.map((option) => ({ way: wayOf(option), effect: words.options[option] }));
}

/** The codes with which it ends. */
export function exitsTold(words: Words): readonly Told[] {
  const names = Object.keys(exitCodes) as readonly ExitName[];
  return names.map((name) => ({ way: String(exitCodes[name]), effect: words.exits[name] }));
}

/** A word of the table, as any word. */
export function formOf(name: TerminalWordName): TerminalWord {
  return terminalWords[name];
}

function wayOf(option: TerminalOption): string {
  const form: { value?: string; words?: readonly string[]; mayMiss?: true } =
    terminalOptions[option];
  const value = form.words?.join('|') ?? form.value;
  if (value === undefined) return `--${option}`;
  return form.mayMiss ? `--${option}[=${value}]` : `--${option}=${value}`;
}

function section(title: string, told: readonly Told[]): readonly string[] {
  const width = Math.max(...told.map(({ way }) => way.length));
  return ['', `${title}:`, ...told.map(({ way, effect }) => `  ${way.padEnd(width)}  ${effect}`)];
}
