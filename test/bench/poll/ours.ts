import { answerParent } from './answer-parent.ts';
import type { BatchOrder } from './batch.ts';
import { beginApp, type OurApp, type OurOrder } from './our-app.ts';

let app: OurApp | undefined;

answerParent(async (order: OurOrder | BatchOrder) => {
  if ('url' in order) {
    app = await beginApp(order);
    await app.polls(2);
    app.rest();
    return app.asked;
  }
  return app && (await batch(app, order));
});

/** The processor time of so many polls, after as many as it takes to be warm. */
async function batch(app: OurApp, { polls, warmUp }: BatchOrder) {
  app.goOn();
  await app.polls(warmUp);
  const trayViews = app.trayViews;
  const began = { at: performance.now(), cpu: process.cpuUsage() };
  await app.polls(polls);
  const { user, system } = process.cpuUsage(began.cpu);
  const tookMs = performance.now() - began.at;
  app.rest();
  return {
    cpuMs: (user + system) / 1000,
    tookMs,
    trayViews: app.trayViews - trayViews,
    shows: app.tooltip,
  };
}
