import { setTimeout } from 'node:timers/promises';
import { Agent } from 'undici';
import { answerParent } from './answer-parent.ts';
import type { BatchOrder } from './batch.ts';
import type { Asked } from './our-app.ts';

export interface FloorOrder extends Asked {
  readonly paceMs: number;
}

const agent = new Agent();
let order: FloorOrder | undefined;

answerParent(async (asked: FloorOrder | BatchOrder) => {
  if ('polls' in asked) return order && (await batch(order, asked));
  order = asked;
  return {};
});

async function batch(order: FloorOrder, { polls, warmUp }: BatchOrder) {
  for (let left = warmUp; left > 0; left -= 1) await poll(order);
  const began = { at: performance.now(), cpu: process.cpuUsage() };
  let shows = '';
  for (let left = polls; left > 0; left -= 1) shows = await poll(order);
  const { user, system } = process.cpuUsage(began.cpu);
  return { cpuMs: (user + system) / 1000, tookMs: performance.now() - began.at, shows };
}

/** The least that can be done to know what a charger does: ask, read, parse, wait. */
async function poll({ url, headers, paceMs }: FloorOrder): Promise<string> {
  const { origin, pathname, search } = new URL(url);
  const answer = await agent.request({
    origin,
    path: `${pathname}${search}`,
    method: 'GET',
    headers: { ...headers, 'accept-encoding': 'identity' },
  });
  const status = JSON.parse(await answer.body.text());
  await setTimeout(paceMs);
  return `${status.name}: ${status.added_energy} kWh`;
}
