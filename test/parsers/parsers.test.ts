import { describe, expect, it } from 'vitest';
import { tryDoor } from './door.ts';
import { allDoors } from './doors.ts';

const runs = Number(process.env.PARSER_RUNS ?? 60);

for (const [what, doors] of Object.entries(await allDoors())) {
  describe(`through ${what} comes only what is sound`, () => {
    it.each(doors)('%s', async (_, door) => {
      const { taken } = await tryDoor(door, runs);
      expect(taken).toBeGreaterThanOrEqual(runs * (door.least ?? 0.05));
    });
  });
}
