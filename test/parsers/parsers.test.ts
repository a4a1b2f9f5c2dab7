import { afterAll, describe, expect, it } from 'vitest';
import { machineLine, writeSection } from '../load/report/section.ts';
import { type Seen, tryDoor } from './door.ts';
import { allDoors } from './doors.ts';
import { sectionOf } from './report.ts';

const { PARSER_RUNS, PARSER_REPORT, PROPERTY_SEED = '503205330' } = process.env;
const runs = Number(PARSER_RUNS ?? 40);
const groups = Object.entries(await allDoors());
/** What was seen at each door, by what comes through it. */
const seen = new Map<string, Seen[]>(groups.map(([what]) => [what, []]));

for (const [what, doors] of groups) {
  describe(`through ${what} comes only what is sound`, () => {
    it.each(doors)('%s', { timeout: 7_200_000 }, async (_, door) => {
      const found = await tryDoor(door, runs);
      expect(found.taken).toBeGreaterThanOrEqual(Math.floor(found.runs * (door.least ?? 0.05)));
      seen.get(what)?.push(found);
    });
  });
}

afterAll(() => {
  if (!PARSER_REPORT) return;
  const command = `npm run test:parsers -- --runs ${runs} --seed ${PROPERTY_SEED} --report`;
  const today = new Date().toISOString().slice(0, 10);
  writeSection('Whatever comes in', sectionOf(seen, { madeBy: machineLine(command), today }));
});
