import { describe, it } from 'vitest';
import { fc } from '../fixtures/properties.ts';
import { Lives, oneInDatabase } from './lives.ts';
import { type Story, story } from './steps.ts';

/** As many as half a minute allows; `npm run test:histories` lives through thousands of others. */
const runs = Number(process.env.HISTORY_RUNS ?? 500);
/** One of a long run that was found to be wrong, which is made as short as it can be. */
const { HISTORY_PATH: path } = process.env;

async function hold(numRuns: number, live: (one: Story) => Promise<readonly string[]>) {
  const property = fc.asyncProperty(story, async (one) => {
    const found = await live(one);
    if (found.length > 0) throw new Error(found.join('\n'));
  });
  await fc.assert(property, { numRuns, ...(path === undefined ? {} : { path }) });
}

describe('every session that has ended is told once', () => {
  const lives = new Lives();

  it('whatever cars, chargers, network and computer do', { timeout: 7_200_000 }, () =>
    hold(runs, (one) => lives.through(one)),
  );

  it('and stands so in the real database', { timeout: 7_200_000 }, () =>
    hold(Math.ceil(runs / oneInDatabase), (one) => lives.throughDatabase(one)),
  );
});
