import type { Session } from '../../shared/domain/session/history.ts';
import { money } from '../../shared/text/format.ts';
import type { ToldEnd } from './computer.ts';
import { type ExpectedEnd, expectedEnds } from './expected.ts';
import { late, options } from './seen.ts';
import type { World } from './world.ts';

/** What is wrong with how a history was told; nothing where it was told as promised. */
export function findings(world: World): readonly string[] {
  const ids = world.chargers.map(({ facts }) => facts.id);
  return [
    ...world.seen.lost.map((one) => `not on the disk: ${JSON.stringify(one)}`),
    ...ids.flatMap((id) => ofCharger(world, id)),
    ...world.seen.disagreements,
  ];
}

function ofCharger({ computer, seen, time }: World, id: string): readonly string[] {
  const readings = seen.labels.filter(({ charger }) => charger === id);
  const isPrompt = computer.kills === 0 && computer.starts === 1;
  const slackMs = 2 * 3_600_000 + time.shiftedMs;
  const until = { endsAt: time.trueMs, slackMs, isPrompt };
  const expected = expectedEnds(readings, until);
  const told = computer.told.filter(({ charger }) => charger === id);
  const wrong = unmatched(told, expected);
  if (!wrong) return [];
  const list = (all: readonly unknown[]) =>
    all.map((one) => `\n    ${JSON.stringify(one)}`).join('');
  const short = told.map(({ at, energyWh, isForgotten }) => ({ at, energyWh, isForgotten }));
  return [`${id}: ${wrong}\n  told${list(short)}\n  expected${list(expected)}`];
}

/** Each that was told is one that may be, in their order, and none that must be is left out. */
function unmatched(told: readonly ToldEnd[], expected: readonly ExpectedEnd[]): string | undefined {
  const known = new Map<string, boolean>();
  const works = (at: number, from: number): boolean => {
    const key = `${at} ${from}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const one = told[at];
    const next = expected[from];
    const fits =
      (one !== undefined && next !== undefined && tells(one, next) && works(at + 1, from + 1)) ||
      (next !== undefined && !next.must && works(at, from + 1)) ||
      (one?.isForgotten === true && works(at + 1, from)) ||
      (one === undefined && next === undefined);
    known.set(key, fits);
    return fits;
  };
  if (works(0, 0)) return undefined;
  return `${told.length} told, ${expected.filter(({ must }) => must).length} of ${expected.length} have to be`;
}

function tells({ at, energyWh }: ToldEnd, { at: since, energies }: ExpectedEnd): boolean {
  if (at + 1000 < since) return false;
  return !energies || energyWh === undefined || energies.some((wh) => Math.abs(wh - energyWh) <= 2);
}

export type KeptSession = Pick<Session, 'charger' | 'startedAt' | 'endedAt' | 'energyWh' | 'cost'>;

/** The history keeps of each session all that was told of it, and what was told of it last. */
export function historyFindings(
  sessions: readonly KeptSession[],
  { computer: { told }, time }: World,
): readonly string[] {
  const isSame = (one: ToldEnd, other: ToldEnd) =>
    one.charger === other.charger && one.startedAt === other.startedAt;
  return told.flatMap((one, place) => {
    const { charger, startedAt, endedAt, energyWh = 0 } = one;
    const kept = sessions.find(
      (each) => each.charger.endsWith(`/${charger}`) && each.startedAt === Math.round(startedAt),
    );
    if (!kept) return [`${charger}: no session of ${startedAt} in the history`];
    if (kept.endedAt === undefined) return [`${charger}: ${startedAt} has no end`];
    const keptWh = kept.energyWh ?? 0;
    // Read anew by an older memory it may have less.
    if (keptWh < energyWh - 1 && !one.isForgotten)
      return [`${charger}: ${energyWh} Wh told, ${keptWh} Wh kept`];
    if (told.slice(place + 1).some((later) => isSame(one, later))) return [];
    const laterMs = kept.endedAt - endedAt;
    const isSet = time.shiftedMs > 0;
    if (laterMs < -1 && !isSet && !one.isForgotten)
      return [`${charger}: ${startedAt} kept with an earlier end`];
    // One that went on after it was told has become another.
    return Math.abs(laterMs) > 1 ? [] : lastWord(kept, one);
  });
}

function lastWord({ cost: paid, energyWh }: KeptSession, told: ToldEnd): readonly string[] {
  if (energyWh !== (told.energyWh && Math.round(told.energyWh))) return late(told, energyWh);
  const cost = paid && money(paid.amount, paid.currency, options);
  return cost === undefined || told.body.includes(cost) ? [] : [`${cost} kept: ${told.body}`];
}
