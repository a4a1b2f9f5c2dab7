import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'vite';
import { bundles } from '../../../build/bundle/entries.ts';
import { root } from '../../../build/prepare/places.mjs';
import { scaledClock } from '../../simulators/clock.ts';
import { countRequests } from '../../simulators/shared/request-log.ts';
import { garageCharger, owner, startCloud } from '../garage.ts';
import { effortOf, spent } from '../processes.ts';

/** How a program is to ask for ever how chargers are that charge. */
export interface Plan {
  /** How many, each with so many chargers. */
  readonly accounts: number;
  readonly chargersEach: number;
  /** How much too fast time goes for the chargers, and for a program without a pace. */
  readonly haste: number;
  /** Replaces every interval; without it the app keeps its usual manners. */
  readonly paceSeconds?: number;
  readonly folder: string;
  /** Whether memory and history are written there; else they are given away to nobody. */
  readonly keeps: boolean;
}

/** What the program itself is told. */
export interface Order extends Omit<Plan, 'accounts'> {
  readonly accounts: readonly { readonly email: string; readonly password: string }[];
  readonly url: string;
  readonly chargerId: number;
  /** Since when time goes too fast, epoch ms. */
  readonly origin: number;
}

/** Where `node_modules` is in reach, and git does not look. */
const outDir = join(root, '.cache/bench');
const betweenLooksMs = 100;
const signInLimitMs = 120_000;
/** Never full, so that every look finds more energy than the one before. */
const car = { wantsWh: 1e12, phases: 1 } as const;

/** Bundles the programs as the main process of the app is bundled. */
export async function bundlePrograms(): Promise<void> {
  const [main] = bundles(outDir);
  const input = ['our-app', 'floor', 'plans'].map((name) =>
    join(import.meta.dirname, `${name}.ts`),
  );
  const rolldownOptions = { ...main?.build?.rolldownOptions, input };
  await build({ ...main, build: { ...main?.build, emptyOutDir: true, rolldownOptions } });
}

/** Makes plans in a process of its own; what each round of them cost, ms. */
export async function runPlans(
  rounds: number,
): Promise<readonly { readonly exact: number; readonly calm: number }[]> {
  const child = fork(join(outDir, 'plans.cjs'), [String(rounds)]);
  const [found] = await once(child, 'message');
  return found;
}

/** Starts a program in a process of its own, beside a cloud that it alone asks. */
export async function startProgram(name: 'our-app' | 'floor', plan: Plan) {
  const accounts = Array.from({ length: plan.accounts }, (_, at) => {
    return { ...owner, email: `owner${at}@example.com` };
  });
  const chargerId = garageCharger.id;
  const chargers = Array.from({ length: plan.accounts * plan.chargersEach }, (_, at) => {
    return { ...garageCharger, id: chargerId + at, name: `Garage ${at}`, car };
  });
  const origin = Date.now();
  const cloud = await startCloud(chargers, { accounts, clock: scaledClock(plan.haste) });
  const order = JSON.stringify({ ...plan, accounts, url: cloud.url, chargerId, origin });
  const child = fork(join(outDir, `${name}.cjs`), [order], { execArgv: ['--expose-gc'] });
  // It says when all have signed in.
  await once(child, 'message', { signal: AbortSignal.timeout(signInLimitMs) });
  const polls = () => countRequests(cloud.requests, { path: /^\/chargers\/status\// });
  return {
    /** Ends a charge that would last for ever. */
    nextCar(): void {
      cloud.charger(chargerId).unplug();
      cloud.charger(chargerId).plugIn(car);
    },
    /** Processor time of a poll, ms, while it polls so many times more. */
    async cost(count: number): Promise<number> {
      const [before, from] = [await effortOf(child.pid ?? 0), polls()];
      while (polls() < from + count) {
        if (!child.connected) throw new Error(`The program ${name} ended by itself`);
        await setTimeout(betweenLooksMs);
      }
      const { cpuMs } = spent(before, await effortOf(child.pid ?? 0));
      return cpuMs / (polls() - from);
    },
    /** How long its event loop keeps others waiting for so long, and its memory after a tidying. */
    async watch(forMs: number): Promise<{ delayP99Ms: number; heldBytes: number }> {
      child.send(forMs);
      const [seen] = await once(child, 'message');
      return seen;
    },
    end: () => child.kill(),
  };
}
