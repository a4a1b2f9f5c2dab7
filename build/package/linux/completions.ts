import { everyOption, formOf } from '../../../electron/command-line/help.ts';
import {
  type TerminalOption,
  type TerminalWordName,
  terminalOptions,
  terminalWordNames,
} from '../../../shared/domain/app/terminal-commands.ts';
import type { Messages } from '../../../shared/text/messages.ts';
import type { About, PackageKind } from './about.ts';

type Words = Messages['commandLine'];

/**
 * Files by which shells complete what the app can be told, by where they look for them. Made from the
 * table and the words from which `--help` is made.
 */
export function completions(
  { name }: Pick<About, 'name'>,
  words: Words,
  kind: PackageKind,
): ReadonlyMap<string, string> {
  const zsh = { deb: 'vendor-completions', rpm: 'site-functions' }[kind];
  return new Map([
    [`/usr/share/bash-completion/completions/${name}`, bash(name)],
    [`/usr/share/zsh/${zsh}/_${name}`, zshScript(name, words)],
    [`/usr/share/fish/vendor_completions.d/${name}.fish`, fish(name, words)],
  ]);
}

/** An option as it is typed, and the words that it may be set to. */
interface Choice {
  readonly option: TerminalOption;
  readonly takesValue: boolean;
  readonly values: readonly string[];
}

function choiceOf(option: TerminalOption): Choice {
  const form: { value?: string; words?: readonly string[]; mayMiss?: true } =
    terminalOptions[option];
  const takesValue = form.value !== undefined && !form.mayMiss;
  return { option, takesValue, values: form.words ?? [] };
}

/** What may follow a word: its argument's words, and its options, those with values up to their sign. */
function following(name: TerminalWordName): readonly string[] {
  const { argument, options } = formOf(name);
  const ways = options.map(choiceOf).flatMap(({ option, takesValue, values }) => {
    if (values.length > 0) return values.map((value) => `--${option}=${value}`);
    return [takesValue ? `--${option}=` : `--${option}`];
  });
  return [...(argument?.words ?? []), ...ways];
}

/** Flags that need no word before them. */
const flags = ['--hidden', '--help', '--status', '--watch', '--json'] as const;

/** Bash takes `=` for the end of a word, so only what stands behind it may be put in. */
function bash(name: string): string {
  const cases = terminalWordNames.map(
    (word) => `      ${word}) words='${following(word).join(' ')}' ;;`,
  );
  return `_${name}() {
  local words word typed=\${COMP_LINE:0:COMP_POINT}
  typed=\${typed##*[[:space:]]}
  words='${[...terminalWordNames, ...flags].join(' ')}'
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
${cases.join('\n')}
      *) continue ;;
    esac
    break
  done
  COMPREPLY=($(compgen -W "$words" -- "$typed"))
  if [[ $typed == *=* && $COMP_WORDBREAKS == *=* ]]; then
    COMPREPLY=("\${COMPREPLY[@]#"\${typed%%=*}="}")
  fi
  [[ \${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  return 0
}
complete -o default -F _${name} ${name}
`;
}

function zshScript(name: string, words: Words): string {
  const described = terminalWordNames.map((word) => zshWords([`${word}:${words.words[word]}`]));
  const cases = terminalWordNames.map((word) => {
    const { argument, options } = formOf(word);
    const specs = options.map((option) => zshOption(choiceOf(option), words));
    const behind = argument?.words ? [`'1:${argument.name}:(${argument.words.join(' ')})'`] : [];
    return `    ${word}) _arguments ${[...behind, ...specs].join(' ')} ;;`;
  });
  return [
    `#compdef ${name}`,
    'local -a words_of_app',
    `words_of_app=(${described.join(' ')})`,
    'if (( CURRENT == 2 )); then',
    `  _describe command words_of_app`,
    `  compadd -- ${flags.join(' ')}`,
    'else',
    '  shift words',
    '  (( CURRENT-- ))',
    '  case $words[1] in',
    ...cases,
    '  esac',
    'fi',
    '',
  ].join('\n');
}

function zshWords([text = '']: readonly string[]): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function zshOption({ option, takesValue, values }: Choice, words: Words): string {
  const effect = words.options[option].replaceAll(/[[\]:]/g, '\\$&');
  const value = values.length > 0 ? `:${option}:(${values.join(' ')})` : '';
  const file = option === 'output' ? ':file:_files' : '';
  const rest = value || file || (takesValue ? `:${option}: ` : '');
  return zshWords([`--${option}${takesValue ? '=' : ''}[${effect}]${rest}`]);
}

function fish(name: string, words: Words): string {
  const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const none = `not __fish_seen_subcommand_from ${terminalWordNames.join(' ')}`;
  const within = (word: TerminalWordName) => `__fish_seen_subcommand_from ${word}`;
  const line = (condition: string, rest: string, files = '-f') =>
    `complete -c ${name} ${files} -n ${quoted(condition)} ${rest}`;
  const lines = [
    ...terminalWordNames.map((word) => line(none, `-a ${word} -d ${quoted(words.words[word])}`)),
    ...flags.map((flag) => line(none, `-l ${flag.slice(2)}`)),
    ...terminalWordNames.flatMap((word) =>
      (formOf(word).argument?.words ?? []).map((one) => line(within(word), `-a ${one}`)),
    ),
    ...everyOption.map((option) => {
      const { takesValue, values } = choiceOf(option);
      const having = terminalWordNames.filter((word) => formOf(word).options.includes(option));
      const condition = `__fish_seen_subcommand_from ${having.join(' ')}`;
      const given = values.length > 0 ? ` -a ${quoted(values.join(' '))}` : '';
      const value = takesValue ? ` -r${given}` : '';
      const rest = `-l ${option}${value} -d ${quoted(words.options[option])}`;
      return line(condition, rest, option === 'output' ? '-F' : '-f');
    }),
  ];
  return `${lines.join('\n')}\n`;
}
