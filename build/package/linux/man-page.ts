import {
  everyOption,
  exitsTold,
  optionsTold,
  type Told,
  wordTold,
} from '../../../electron/command-line/help.ts';
import { terminalWordNames } from '../../../shared/domain/app/terminal-commands.ts';
import type { Messages } from '../../../shared/text/messages.ts';
import type { About } from './about.ts';

/**
 * The page that `man` shows. What the command line can do is told by the table and the words from which
 * `--help` is made, so that neither says what the other does not.
 */
export function manPage(about: About, words: Messages['commandLine']): string {
  const day = new Date(about.madeAtS * 1000).toISOString().slice(0, 10);
  return [
    `.TH ${about.name.toUpperCase()} 1 "${day}" "${roff(`${about.productName} ${about.version}`)}"`,
    '.SH NAME',
    `${about.name} \\- ${roff(about.summary)}`,
    '.SH SYNOPSIS',
    `.B ${about.name}`,
    '.RB [ \\-\\-hidden ]',
    '.br',
    `.B ${about.name}`,
    '.I COMMAND',
    '.RI [ OPTIONS ]',
    '.SH DESCRIPTION',
    roff(about.description),
    '.PP',
    'Without a command it starts in the tray, or shows the window of the app that is running already.',
    'With one it prints in the terminal: it asks the app that is running, and no charger itself.',
    '.SH COMMANDS',
    ...terminalWordNames.flatMap((name) => item(wordTold(words, name))),
    '.SH OPTIONS',
    ...optionsTold(words, everyOption).flatMap(item),
    ...item({ way: '--hidden', effect: 'Start in the tray, without a window' }),
    '.SH EXIT STATUS',
    ...exitsTold(words).flatMap(item),
    '.PP',
    'Started by root: 1, and nothing runs. Ctrl+C ends it as it ends any program.',
    '.SH EXAMPLES',
    ...examples.flatMap(item),
    '.SH FILES',
    '.TP',
    '.I ~/.config/ChargeTray',
    'Settings, history and logs. Passwords are in the keyring.',
    '.SH SEE ALSO',
    roff(about.homepage),
    '',
  ].join('\n');
}

const examples: readonly Told[] = [
  { way: 'chargetray pause --charger=Garage --wait', effect: 'Pause, and wait until it has' },
  { way: 'chargetray limit 10', effect: 'Set the only charger there is to 10 A' },
  { way: 'chargetray watch --json', effect: 'A line of JSON for each change' },
  {
    way: 'chargetray export --from=2026-01-01 --to=2026-12-31 --output=2026.csv',
    effect: 'The sessions of a year as a table',
  },
];

function item({ way, effect }: Told): readonly string[] {
  return ['.TP', `.B ${roff(way)}`, roff(effect)];
}

/** A hyphen of a command stays one that can be copied, and no line is taken for an order. */
function roff(words: string): string {
  const plain = words.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('’', '\\(cq');
  return /^[.']/.test(plain) ? `\\&${plain}` : plain;
}
