import type { About } from './about.ts';

/**
 * The page that `man` shows. What the command line can do is told by the app's own words for
 * `--help`, so that neither says what the other does not.
 * @param usage a line for each way to call it, with at least two spaces before its effect
 */
export function manPage(about: About, usage: string): string {
  const day = new Date(about.madeAtS * 1000).toISOString().slice(0, 10);
  const ways = usage.split('\n').map((line) => line.split(/ {2,}/));
  return [
    `.TH ${about.name.toUpperCase()} 1 "${day}" "${roff(`${about.productName} ${about.version}`)}"`,
    '.SH NAME',
    `${about.name} \\- ${roff(about.summary)}`,
    '.SH SYNOPSIS',
    `.B ${about.name}`,
    '.RB [ \\-\\-hidden ]',
    ...ways.flatMap(([way = '']) => ['.br', `.B ${roff(way)}`]),
    '.SH DESCRIPTION',
    roff(about.description),
    '.PP',
    `Started again, it shows the window of the app that is running already.`,
    '.SH OPTIONS',
    ...option('chargetray --hidden', 'starts in the tray, without a window'),
    ...ways.flatMap(([way = '', effect = '']) => option(way, effect)),
    '.SH EXIT STATUS',
    'With \\-\\-status: 0 if everything is current, else 1. Started by root: 1, and nothing runs.',
    '.SH FILES',
    '.TP',
    '.I ~/.config/ChargeTray',
    'Settings, history and logs. Passwords are in the keyring.',
    '.SH SEE ALSO',
    roff(about.homepage),
    '',
  ].join('\n');
}

function option(way: string, effect: string): readonly string[] {
  return ['.TP', `.B ${roff(way)}`, roff(effect)];
}

/** A hyphen of a command stays one that can be copied, and no line is taken for an order. */
function roff(words: string): string {
  const plain = words.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('’', '\\(cq');
  return /^[.']/.test(plain) ? `\\&${plain}` : plain;
}
