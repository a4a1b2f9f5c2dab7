import { existsSync, readFileSync } from 'node:fs';
import { release, totalmem, type } from 'node:os';
import { systemOf } from '../bench/machine.ts';
import { machineLine, writeSection } from '../load/report/section.ts';
import { rows } from './rows.ts';

/** Writes the section "Disk" of the page, with how much was tried as the tests have said it. */
function report(figures: string): void {
  const said = existsSync(figures) ? readFileSync(figures, 'utf8').trim().split('\n') : [];
  const times = new Map<string, number>();
  for (const line of said) {
    const { what, times: count } = JSON.parse(line);
    times.set(what, (times.get(what) ?? 0) + count);
  }
  const table = rows.map(
    ({ fault, sees, keeps, tried }) =>
      `| ${fault} | ${sees} | ${keeps} | ${tried === undefined ? 1 : (times.get(tried) ?? 0)} |`,
  );
  const text = [
    'Done to the real files by the real code, much of it in processes that are killed, and some of it to',
    'the whole app on its desktop. No file was ever half, nothing was written over that could not be',
    'read, no start hung, and no secret was lost: those lie in the system keychain, and nowhere here. No',
    'archive is ever opened, so none can grow.',
    '',
    '| Fault | What its owner sees | What is kept | Tried |',
    '| --- | --- | --- | ---: |',
    ...table,
    '',
    `${new Date().toISOString().slice(0, 10)}, on ${Math.round(totalmem() / 2 ** 30)} GiB, ${systemOf(type(), release(), '')}: ${machineLine('npm run test:disk -- --report')}`,
  ];
  writeSection('Disk', text.join('\n'));
}

report(process.argv[2] ?? '');
