import { outlets } from '../hostile/outlets.ts';
import { hostileTexts } from '../hostile/texts.ts';
import type { Seen } from './door.ts';

const intro = `Every door by which something from outside comes in, be it a schema, a call of the window or a
command line, an answer of a charger, its cloud or a source of prices, a file, a backup, a row of the
database or any other text, is tried with valid documents of which one to three things are odd: a key
that is missing or there twice, null, another type, a number that is none, a long list, a value
without a bottom, \`__proto__\`, a text that steers a terminal; and with plain nonsense. No door may
throw, and what comes through has no number that is none, no time, length or energy that cannot be, no
state outside the list, no text without an end; what is kept comes back the same the second time. A
law says that a new schema, call or reader of a file is in the table (\`test/parsers/\`).`;

const outro = () => {
  const [places, texts] = [Object.keys(outlets).length, Object.keys(hostileTexts).length];
  return `“Taken” are odd documents that the app could still use, in part or whole. What is then shown, written
and sent has a table of its own (\`test/hostile/\`): ${places} outlets, from notifications to tables and topics,
and the page besides, each with ${texts} hostile texts, which everywhere stay text.`;
};

/** The section of the page: what came through each kind of door. */
export function sectionOf(
  seen: ReadonlyMap<string, readonly Seen[]>,
  { madeBy, today }: { readonly madeBy: string; readonly today: string },
): string {
  const rows = [...seen].map(([what, doors]) => {
    const [tried, taken] = [sum(doors, 'runs'), sum(doors, 'taken')];
    return `| ${what} | ${doors.length} | ${tried} | ${taken} |`;
  });
  const all = [...seen.values()].flat();
  return [
    intro,
    [
      '| Through | doors | documents | taken |',
      '| --- | ---: | ---: | ---: |',
      ...rows,
      `| all | ${all.length} | ${sum(all, 'runs')} | ${sum(all, 'taken')} |`,
    ].join('\n'),
    outro(),
    `${today}: ${madeBy}`,
  ].join('\n\n');
}

function sum(doors: readonly Seen[], what: keyof Seen): number {
  return doors.reduce((all, one) => all + one[what], 0);
}
