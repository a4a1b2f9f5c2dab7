import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../build/prepare/places.mjs';
import { locateRuntime } from '../../build/prepare/runtime-place.mjs';
import { runEntry, Stop, say } from '../../build/prepare/say.mjs';
import { brokerChapter } from './chapters/broker.ts';
import { historyChapter } from './chapters/history.ts';
import { noticeChapter } from './chapters/notice.ts';
import { planChapter } from './chapters/plans.ts';
import { fleetChapter, pollChapter } from './chapters/polls.ts';
import { priceChapter } from './chapters/prices.ts';
import { restChapter } from './chapters/rest.ts';
import { sizeChapter } from './chapters/size.ts';
import { openChapter, startChapter } from './chapters/start.ts';
import { terminalChapter } from './chapters/terminal.ts';
import { windowChapter } from './chapters/window.ts';
import type { Chapter } from './figures.ts';
import { readMachine, waitForQuiet } from './machine.ts';
import { bundlePrograms } from './measured/program.ts';
import { type BenchOptions, readOptions } from './options.ts';
import { openPlace, type Packed, packAll } from './place.ts';
import { inColumns, performanceMarkdown } from './report/page.ts';
import { performanceJson } from './report/report.ts';

await runEntry(() => bench(readOptions(process.argv.slice(2))));
// Simulators and whatever else is still there end with this process.
process.exit();

/** Measures our app against the least app of its kind, in turns, on one virtual desktop. */
async function bench(options: BenchOptions): Promise<void> {
  if (process.platform !== 'linux') throw new Stop('figures come from Linux and its /proc only.');
  const startedAt = Date.now();
  const machine = await readMachine(locateRuntime()?.version ?? 'unknown');
  const folder = await mkdtemp(join(tmpdir(), 'chargetray-bench-'));
  try {
    const packed = await packAll(folder);
    await bundlePrograms();
    say('waiting for other programs to be still …');
    const quiet = await waitForQuiet(options.quick ? 30 : 300);
    const chapters = await measureAll(options, packed, folder);
    const tookS = Math.round((Date.now() - startedAt) / 1000);
    const json = performanceJson({ options, machine, quiet, chapters, startedAt, tookS });
    const page = performanceMarkdown(JSON.parse(json));
    // A quick run is written where it is in nobody's way.
    const target = options.quick ? 'dist/bench' : 'docs';
    await mkdir(join(root, target), { recursive: true });
    await writeFile(join(root, target, 'performance.json'), json);
    await writeFile(join(root, target, 'performance.md'), page);
    console.log(`\n${inColumns(page)}`);
    say(`written to ${target}/.`);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function measureAll(options: BenchOptions, packed: Packed, folder: string) {
  const place = await openPlace(options, packed, folder);
  const onDesktop = [
    await timed(startChapter(place)),
    await timed(terminalChapter(place)),
    await timed(windowChapter(place)),
    await timed(restChapter(place)),
    await timed(openChapter(place)),
    await timed(historyChapter(place)),
    await timed(noticeChapter(place)),
    await timed(priceChapter(place)),
    await timed(brokerChapter(place)),
  ];
  await place.desktop.stop();
  return [
    ...onDesktop,
    await timed(pollChapter(options, folder)),
    await timed(fleetChapter(options, folder)),
    await timed(planChapter(options)),
    await timed(sizeChapter(packed.ours)),
  ];
}

async function timed(measuring: Promise<Chapter>): Promise<Chapter> {
  const begun = performance.now();
  const chapter = await measuring;
  say(`${chapter.title}: ${Math.round((performance.now() - begun) / 1000)} s.`);
  return chapter;
}
