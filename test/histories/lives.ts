import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Engine, loadEngine } from '../../electron/history/store/engine.ts';
import { FakeMachine } from '../fakes/fake-machine.ts';
import type { Books } from './computer.ts';
import { findings, historyFindings } from './findings.ts';
import { KeptHistory } from './kept-history.ts';
import { mortalHistory } from './mortal-history.ts';
import type { Story } from './steps.ts';
import { settled } from './time.ts';
import { World } from './world.ts';

export interface Counts {
  readonly histories: number;
  readonly steps: number;
  readonly readings: number;
  readonly starts: number;
  readonly kills: number;
  readonly told: number;
}

export const noCounts: Counts = {
  histories: 0,
  steps: 0,
  readings: 0,
  starts: 0,
  kills: 0,
  told: 0,
};

/** So many histories for one that is kept in the real database too, which takes its time. */
export const oneInDatabase = 40;

/** Lives through histories, one after the other, and counts what there was in them. */
export class Lives {
  counts = noCounts;
  #engine: Engine | undefined;
  #files: ReadonlyMap<string, string> | undefined;

  /** What is wrong with how it was told; nothing where it was told as promised. */
  async through(story: Story): Promise<readonly string[]> {
    const kept = new KeptHistory();
    const world = await this.#lived(story, kept);
    world.computer.kill();
    return [...findings(world), ...historyFindings(kept.all(), world)];
  }

  async throughDatabase(story: Story): Promise<readonly string[]> {
    const { historyFile } = new FakeMachine();
    // Loading it takes time that no clock of such a world counts.
    this.#engine ??= await loadEngine();
    const world = await this.#lived(story, mortalHistory(historyFile, this.#engine));
    const request = { query: { from: 0, to: 9e12 }, limit: 500, before: undefined };
    const sessions = (await world.computer.app?.handlers.listSessions(request)) ?? [];
    const found = [...findings(world), ...historyFindings(sessions, world)];
    world.computer.kill();
    rmSync(dirname(historyFile), { recursive: true, force: true });
    return found;
  }

  async #lived({ ids, steps }: Story, history: Books): Promise<World> {
    this.#files ??= await furnished();
    const world = new World(ids, history, this.#files);
    const { computer } = world;
    await computer.start();
    await world.play(steps);
    const { counts } = this;
    this.counts = {
      histories: counts.histories + 1,
      steps: counts.steps + steps.length,
      readings: counts.readings + world.seen.labels.length,
      starts: counts.starts + computer.starts,
      kills: counts.kills + computer.kills,
      told: counts.told + computer.told.length,
    };
    return world;
  }
}

/** A computer on which an owner has added all accounts, and the app has ended. */
async function furnished(): Promise<ReadonlyMap<string, string>> {
  const { computer } = new World(['c1', 'c2', 'p1', 'o1'], new KeptHistory());
  await computer.start();
  const accounts = [
    ['wallbox', 'cloud'],
    ['wallbox', 'other'],
    ['fcsp', 'port'],
  ] as const;
  for (const [brand, name] of accounts) {
    const form = { fields: { name }, keepSignedIn: true, untilQuit: false };
    const added = await computer.app?.handlers.addAccount({ brand, ...form });
    if (!added?.ok) throw new Error(`Not added: ${JSON.stringify(added)}`);
    await settled();
  }
  await computer.quit();
  return new Map([...computer.files].filter(([name]) => name === 'settings'));
}
