import { readFile, writeFile } from 'node:fs/promises';
import { readMachine } from '../../bench/machine.ts';
import { allFaults } from './chosen.ts';
import { bases } from './expected/bases.ts';
import { saidWhere } from './expected/said.ts';
import { type Fault, wholeFaults } from './faults.ts';
import { type Operation, operationNames, operations } from './operations.ts';
import type { Seen } from './run.ts';

interface FieldsSeen {
  readonly fields: number;
  readonly needed: readonly string[];
}

/** What the cells of this process have shown. */
const seen = new Map<string, Seen | FieldsSeen>();

export function note(operation: Operation, fault: Fault, what: Seen | FieldsSeen): void {
  seen.set(`${operation} ${fault}`, what);
}

const page = 'docs/reliability.md';
const begins = '<!-- faults: made by `npm run test:faults -- --report` -->';
const ends = '<!-- faults: end -->';

/** Prints the matrix, and writes it into its page where that was asked for. */
export async function keepReport(): Promise<void> {
  if (process.env.FAULTS_REPORT === undefined) return;
  const text = await matrixMarkdown();
  console.log(text);
  const before = await readFile(page, 'utf8');
  await writeFile(page, withMatrix(before, text));
}

/** The page with another matrix between the marks. Throws where there are none. */
export function withMatrix(before: string, text: string): string {
  const from = before.indexOf(begins);
  const to = before.indexOf(ends);
  if (from < 0 || to < from) throw new Error(`No marks in ${page}`);
  return `${before.slice(0, from)}${begins}\n\n${text}\n${before.slice(to)}`;
}

async function matrixMarkdown(): Promise<string> {
  const { processor, processors, memoryGiB, system, node } = await readMachine('');
  const cells = operationNames.length * allFaults.length;
  return [
    `${cells} cells, ${operationNames.length} operations × ${allFaults.length} faults. ` +
      `${processors} × ${processor}, ${memoryGiB} GiB; ${system}; Node ${node}.`,
    '',
    ...operationNames.flatMap(operationMarkdown),
    '#### What is said',
    '',
    '| where | outcome | in English |',
    '| --- | --- | --- |',
    ...saidMarkdown(),
  ].join('\n');
}

/** Faults that come to the same stand in one line. */
function operationMarkdown(operation: Operation): readonly string[] {
  const lines = new Map<string, Fault[]>();
  for (const fault of wholeFaults) {
    const told = seen.get(`${operation} ${fault}`);
    if (!told || 'fields' in told) continue;
    const line = `${seenMarkdown(operation, told)} | ${bases[operations[operation].brand][fault]}`;
    lines.set(line, [...(lines.get(line) ?? []), fault]);
  }
  return [
    `### ${operation}`,
    '',
    '| faults | outcome | shown | requests | next, s | in the hour | command | recovers | basis |',
    '| --- | --- | --- | ---: | ---: | ---: | --- | --- | --- |',
    ...[...lines].map(([line, faults]) => `| ${faults.map(code).join(', ')} | ${line} |`),
    '',
    ...fieldsMarkdown(operation),
    '',
  ];
}

function seenMarkdown(operation: Operation, told: Seen): string {
  const { outcome, shown, requests, next, hour = '', command = '', recovers } = told;
  const { role } = operations[operation];
  const isAsked = ['signIn', 'asked', 'command', 'schedulesWrite'].includes(role);
  const how = isAsked ? 'when asked again' : 'by itself';
  const end = recovers ? how : 'with its owner';
  return [outcome, shown, requests, next, hour, command, end].join(' | ');
}

function saidMarkdown(): readonly string[] {
  return Object.entries(saidWhere).flatMap(([where, said]) =>
    Object.entries(said).flatMap(([outcome, sentences]) =>
      sentences.flatMap((sentence) =>
        sentence ? [`| ${where} | ${outcome} | ${sentence} |`] : [],
      ),
    ),
  );
}

function fieldsMarkdown(operation: Operation): readonly string[] {
  return (['wrongType', 'null', 'missing'] as const).flatMap((fault) => {
    const told = seen.get(`${operation} ${fault}`);
    if (!told || !('fields' in told)) return [];
    const needed = told.needed.length === 0 ? 'none' : told.needed.map(code).join(', ');
    return [`- ${code(fault)} in each of ${told.fields} fields: needed are ${needed}.`];
  });
}

function code(word: string): string {
  return `\`${word}\``;
}
