import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { answerParent } from '../poll/answer-parent.ts';
import { beginApp, type OurApp, type OurOrder } from '../poll/our-app.ts';

/** How long it is watched, ms: first what it costs, then how long its loop keeps others waiting. */
export interface WatchOrder {
  readonly watchMs: number;
}

/** What was seen of it. */
export interface Watched {
  readonly polls: number;
  readonly cpuMs: number;
  readonly delayP99Ms: number;
  /** Heap and what belongs to it outside, after a tidying. */
  readonly heldBytes: number;
}

/** A delay is counted from one ring of a timer to the next, so this much of it is none. */
const resolutionMs = 10;

let app: OurApp | undefined;

answerParent(async (order: (OurOrder & { readonly firstPolls: number }) | WatchOrder) => {
  if ('watchMs' in order) return app && (await watch(app, order));
  app = await beginApp(order);
  await app.polls(order.firstPolls);
  return {};
});

async function watch(app: OurApp, { watchMs }: WatchOrder): Promise<Watched> {
  const began = { polled: app.polled, cpu: process.cpuUsage() };
  await setTimeout(watchMs);
  const { user, system } = process.cpuUsage(began.cpu);
  const polls = app.polled - began.polled;
  const delayP99Ms = await delayOf(watchMs);
  return { polls, cpuMs: (user + system) / 1000, delayP99Ms, heldBytes: held() };
}

async function delayOf(watchMs: number): Promise<number> {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  await setTimeout(watchMs);
  delays.disable();
  return Math.max(0, delays.percentile(99) / 1e6 - resolutionMs);
}

function held(): number {
  if (!globalThis.gc) throw new Error('Node must be started with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
