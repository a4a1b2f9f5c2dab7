import { wakeDelayMs } from '../../../electron/app/listen-to-desktop.ts';
import { idleSink, usualPolicy } from '../../fakes/idle-sink.ts';
import {
  cloudBench,
  listPath,
  refreshPath,
  statusPath,
} from '../../unit/integrations/wallbox/cloud-bench.ts';
import { statusBody } from '../../unit/integrations/wallbox/payloads.ts';
import type { Said } from '../../unit/integrations/wallbox/scripted-cloud.ts';
import { verdictAt } from './cloud.ts';
import type { Client, Stretch } from './people.ts';
import { dayMs, days } from './time.ts';

/** What the app itself asks for a client with one charger over the same days, ms. Slow. */
export async function realPolls(client: Client, chance: () => number): Promise<readonly number[]> {
  const { clock, cloud, signIn, tokens } = cloudBench({ random: chance });
  const account = await signIn();

  const listed = await account.listChargers({ signal: new AbortController().signal });
  if (!listed.ok) throw new Error('No list');
  const asked: number[] = [];
  const begins = clock.monotonic();
  const at = () => clock.monotonic() - begins;
  const judged = (well: () => Said) => (): Said => {
    asked.push(at());
    const verdict = verdictAt(at());
    if (verdict.kind === 'ok') return well();
    if (verdict.kind === 'unreachable') return 'unreachable';
    if (verdict.kind === 'serverError') return { status: 503 };
    return { status: 429, headers: { 'retry-after': `${Math.round(verdict.askedMs / 1000)}` } };
  };
  const groups = { result: { groups: [{ name: 'Home', chargers: [{ id: 700123 }] }] } };
  cloud.on(
    `GET ${listPath}`,
    judged(() => ({ body: JSON.stringify(groups) })),
  );
  cloud.on(
    `GET ${statusPath}`,
    judged(() => ({ body: statusBody() })),
  );
  cloud.on(`GET ${refreshPath}`, judged(tokens));
  const isIn = (stretches: readonly Stretch[]) =>
    stretches.some(({ from, until }) => from <= at() && at() < until);
  const connection = account.connect({
    ...usualPolicy(),
    isForeground: () => isIn(client.open),
    plugged: () => (isIn(client.away) ? 'no' : 'yes'),
  });
  connection.start(idleSink());
  await clock.advance(0);
  if (!isIn(client.awake)) connection.sleep?.();
  for (const [when, happens] of eventsOf(client)) {
    if (when < 0 || when >= days * dayMs) continue;
    await clock.advance(when - at());
    if (happens === 'sleep') connection.sleep?.();
    if (happens === 'wake') connection.wake?.(wakeDelayMs(chance(), false));
    if (happens === 'look') connection.reconsider?.();
  }
  await clock.advance(days * dayMs - at());
  await connection.stop();
  account.close();
  return asked;
}

function eventsOf({
  awake,
  open,
}: Client): readonly (readonly [number, 'wake' | 'sleep' | 'look'])[] {
  return [
    ...awake.map(({ from }) => [from, 'wake'] as const),
    ...awake.map(({ until }) => [until, 'sleep'] as const),
    ...open.flatMap(({ from, until }) => [[from, 'look'] as const, [until, 'look'] as const]),
  ].sort(([one], [other]) => one - other);
}
