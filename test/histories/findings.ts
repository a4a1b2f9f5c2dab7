import type { Session } from '../../shared/domain/session/history.ts';
import { sessionSpanMs } from '../../shared/domain/session/session-span.ts';
import { duration, energy, formatOptionsIn, money } from '../../shared/text/format.ts';
import { localesFor } from '../../shared/text/locales.ts';
import type { ToldEnd } from './computer.ts';
import { type ExpectedEnd, expectedEnds } from './expected.ts';
import type { KeptHistory } from './kept-history.ts';
import { cardKey } from './seen.ts';
import type { World } from './world.ts';

const options = formatOptionsIn('UTC', localesFor('en-US'));

/** What is wrong with how a history was told; nothing where it was told as promised. */
export function findings(world: World, history?: KeptHistory): readonly string[] {
  const ids = world.chargers.map(({ facts }) => facts.id);
  return [
    ...world.seen.lost.map((one) => `not on the disk: ${JSON.stringify(one)}`),
    ...ids.flatMap((id) => ofCharger(world, id)),
    ...world.computer.told.flatMap((one) => disagreements(one, world)),
    ...(history && !wasCut(world)
      ? world.computer.told.flatMap((one) => notInHistory(one, history))
      : []),
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

/** A counter that lags behind may add a little to a session that was told, and never takes away. */
function late({ charger, energyWh = 0 }: ToldEnd, laterWh = 0): readonly string[] {
  const isLittle = laterWh > energyWh - 1 && laterWh < energyWh + 1900;
  return isLittle ? [] : [`${charger}: ${energyWh} Wh told, ${laterWh} Wh later`];
}

/** What a notification says is what the window shows of the same session once it has ended. */
function disagreements(told: ToldEnd, { seen }: World): readonly string[] {
  const { session, reading } = seen.cards.get(cardKey(told.charger, told)) ?? {};
  if (!session || !reading) return [];
  if (session.energyWh !== told.energyWh) return late(told, session.energyWh);
  const lasted = sessionSpanMs(session, reading);
  const words = [
    session.energyWh === undefined ? undefined : energy(session.energyWh, options),
    lasted ? duration(lasted) : undefined,
    session.cost ? money(session.cost.amount, session.cost.currency, options) : undefined,
  ];
  return words.flatMap((word) =>
    word === undefined || told.body.includes(word) ? [] : [`the card says ${word}: ${told.body}`],
  );
}

/** Killed between two writes: the history may lack a reading that the memory has. */
function wasCut({ computer }: World): boolean {
  return computer.kills > computer.quits;
}

function notInHistory(told: ToldEnd, history: KeptHistory): readonly string[] {
  const { startedAt, energyWh, charger } = told;
  const kept = [...history.sessions].find(([key]) =>
    key.endsWith(`/${charger} ${Math.round(startedAt)}`),
  );
  if (!kept) return [`${charger}: no session of ${startedAt} in the history`];
  const [, session] = kept;
  if (energyWh === undefined || (session.energyWh ?? 0) >= Math.round(energyWh) - 1) return [];
  return [`${charger}: ${energyWh} Wh told, ${session.energyWh} Wh in the history`];
}

/** What the history keeps of a session is what was told of it last. */
export function disagreementsWith(sessions: readonly Session[], world: World): readonly string[] {
  if (wasCut(world)) return [];
  const last = new Map(world.computer.told.map((one) => [`${one.charger} ${one.startedAt}`, one]));
  return [...last.values()].flatMap((told) => {
    const { body, charger, startedAt, endedAt, energyWh } = told;
    const kept = sessions.find(
      (one) => one.charger.endsWith(`/${charger}`) && one.startedAt === Math.round(startedAt),
    );
    if (!kept) return [`${charger}: no session of ${startedAt} in the history`];
    const isLast = kept.endedAt !== undefined && Math.abs(kept.endedAt - endedAt) <= 1;
    // One that went on after it was told has become another.
    if (!isLast) return kept.endedAt === undefined ? [`${charger}: ${startedAt} has no end`] : [];
    if (kept.energyWh !== (energyWh && Math.round(energyWh))) return late(told, kept.energyWh);
    const { amount, currency } = kept.cost ?? {};
    const cost = amount && currency ? money(amount, currency, options) : undefined;
    return cost === undefined || body.includes(cost) ? [] : [`${cost} kept: ${body}`];
  });
}
