import type { CommandProgress } from '../../../shared/domain/charger/command.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import type { Failure, FailureKind, Refusal } from '../../../shared/domain/failure.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import type { Result } from '../../../shared/result.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { progressSentence } from '../../../shared/text/command-text.ts';
import { failureSentence } from '../../../shared/text/failure-text.ts';
import { onceSentence } from '../../../shared/text/sign-in-text.ts';
import { patient } from '../adapter-tools.ts';
import { Cell } from './cell.ts';
import type { WholeFault } from './faults.ts';
import type { Operation } from './operations.ts';

/** What came of it: it worked, a failure, or a command of which nobody knows. */
export type Outcome = 'works' | 'unsure' | FailureKind | `refused ${Refusal}`;

/** What is seen of an operation that meets a fault. */
export interface Seen {
  readonly outcome: Outcome;
  /** What is believed of the charger right after it; nothing before anybody is signed in. */
  readonly shown: Reading['certainty'] | 'nothing';
  /** Requests until then, of the operation itself and for its tokens. */
  readonly requests: number;
  /** Seconds until something is asked by itself again. */
  readonly next: number | 'never';
  /** After a failure: requests in the hour after it, while the fault lasts. */
  readonly hour?: number;
  /** Where a command is when readings have told what there is to tell. */
  readonly command?: CommandProgress['phase'];
  /** When the fault is gone: it works by itself or when it is asked again, or waits for its owner. */
  readonly recovers: boolean;
}

export interface CellReport {
  readonly seen: Seen;
  readonly sentence: string | undefined;
  /** Why the shown reading is old, where it is. */
  readonly because?: FailureKind | undefined;
  readonly misdeeds: readonly unknown[];
  readonly mostAtOnce: number;
  /** Everything that came out. */
  readonly out: string;
  readonly secrets: readonly string[];
}

const minute = 60_000;
const hour = 60 * minute;

/** Meets an operation with a fault, and looks at everything that follows. */
export async function runCell(operation: Operation, fault: WholeFault): Promise<CellReport> {
  const cell = await Cell.begin(operation);
  try {
    const found = await (cell.spec.role === 'signIn'
      ? atSignIn(cell, fault)
      : connected(cell, fault));
    return { ...found, ...letOut(cell) };
  } finally {
    await cell.end();
  }
}

type Found = Pick<CellReport, 'seen' | 'sentence' | 'because'>;

function letOut(cell: Cell) {
  const { farEnd, watched } = cell.bench;
  return {
    misdeeds: farEnd.misdeeds(),
    mostAtOnce: farEnd.mostAtOnce(),
    out: [cell.bench.everything(), JSON.stringify([cell.failures, cell.reading])].join('\n'),
    secrets: [...watched.hidden, ...farEnd.secrets],
  };
}

/** What its owner reads of it, where they asked for it. */
function sentenceOf(cell: Cell, failure: Failure | undefined): string | undefined {
  const { brand, commands, chargerId, reading, spec } = cell;
  const now = cell.now();
  const command = commands.progress(chargerId);
  if (command && reading) return progressSentence({ command, reading }, now);
  if (!failure) return undefined;
  const isAsked = ['signIn', 'asked', 'schedulesWrite'].includes(spec.role);
  if (isAsked) return onceSentence(failure, { brand, now, formatOptions: {} });
  // The card says it in the words of the brand, with the button that helps.
  if (failure.kind === 'signInNeeded') return brandWords(brand).signInNote;
  return failureSentence(failure, now);
}

async function atSignIn(cell: Cell, fault: WholeFault): Promise<Found> {
  await cell.spoil(fault);
  const answer = await cell.signIn();
  const requests = cell.way.sent.length;
  const next = await nextAsked(cell);
  cell.mend();
  const told = { shown: 'nothing', requests, next } as const;
  if (answer.ok) {
    answer.value.close();
    return { seen: { ...told, outcome: 'works', recovers: true }, sentence: undefined };
  }
  const failure = answer.failure as Failure;
  const sentence = sentenceOf(cell, failure);
  const again = await cell.signIn();
  if (again.ok) again.value.close();
  return { seen: { ...told, outcome: outcomeOf(failure), recovers: again.ok }, sentence };
}

async function connected(cell: Cell, fault: WholeFault): Promise<Found> {
  const { role } = cell.spec;
  await cell.signedIn();
  if (role !== 'list') await cell.connected();
  if (role === 'refresh') cell.loseToken();
  const before = cell.way.sent.length;
  await cell.spoil(fault);
  const answer = await ask(cell);
  const failure = answer.ok ? undefined : answer.failure;
  const told = {
    outcome: failure ? outcomeOf(failure) : answer.ok && answer.isUnsure ? 'unsure' : 'works',
    shown: cell.reading?.certainty ?? 'nothing',
    requests: own(cell, before),
  } as const;
  const sentence = sentenceOf(cell, failure);
  const because = becauseOf(cell.reading);
  const after = await aftermath(cell, failure);
  cell.mend();
  const recovers = await recovered(cell, failure);
  return { seen: { ...told, ...after, recovers }, sentence, because };
}

function becauseOf(reading: Reading | undefined): FailureKind | undefined {
  return reading && 'because' in reading ? reading.because?.kind : undefined;
}

/** What follows while the fault lasts. */
async function aftermath(cell: Cell, failure: Failure | undefined) {
  const { bench, commands, chargerId, spec, way } = cell;
  const { clock } = bench;
  const began = clock.monotonic();
  const asked = way.sent.length;
  const next = await nextAsked(cell);
  if (spec.command) {
    const progress = () => commands.progress(chargerId);
    await bench.passUntil(() => progress()?.phase !== 'sent', hour);
    return omitUndefined({ next, command: progress()?.phase });
  }
  if (!failure) return { next };
  await bench.pass(Math.max(0, hour - (clock.monotonic() - began)));
  return { next, hour: way.sent.length - asked };
}

type Answer =
  | { readonly ok: true; readonly isUnsure: boolean }
  | { readonly ok: false; readonly failure: Failure };

/** Has the operation asked, by whoever asks it. */
async function ask(cell: Cell): Promise<Answer> {
  const { role, command } = cell.spec;
  if (command) {
    const { bench, commands, chargerId } = cell;
    const answer = await bench.answered(commands.execute(chargerId, command, 'person'));
    const progress = commands.progress(chargerId);
    const isUnsure = progress?.phase === 'sent' && progress.outcome === 'unknown';
    return answer.ok ? { ok: true, isUnsure } : { ok: false, failure: answer.failure as Failure };
  }
  if (role === 'asked' || role === 'schedulesWrite') return answered(await askDirectly(cell));
  const failuresBefore = cell.failures.length;
  if (role === 'list') await cell.connected();
  else await cell.nextSaid();
  const failure = cell.failures[failuresBefore];
  return failure ? { ok: false, failure } : { ok: true, isUnsure: false };
}

function answered(result: Result<unknown, Failure>): Answer {
  return result.ok ? { ok: true, isUnsure: false } : result;
}

/** What somebody opens. */
export function askDirectly(cell: Cell): Promise<Result<unknown, Failure>> {
  const { handle, bench, spec } = cell;
  const { path } = spec;
  const { schedules } = handle;
  if (spec.role === 'schedulesWrite' && schedules) {
    const wanted = [{ isOn: true, days: [6], from: 60, until: 120 }] as const;
    const keep = async () => undefined;
    const change = { wanted, writesToday: 0, remembered: [], keep };
    return bench.answered(schedules.write(change, patient()));
  }
  if (path.source.includes('sessions')) {
    const from = cell.now() - 3 * 24 * hour;
    const to = cell.now();
    return bench.answered(handle.sessions?.({ from, to }, patient()) ?? Promise.reject());
  }
  if (path.source.includes('schedules')) {
    return bench.answered(schedules?.read([], patient()) ?? Promise.reject());
  }
  return bench.answered(handle.details(patient()));
}

/** Requests of the operation itself, and for tokens. */
function own(cell: Cell, from: number): number {
  const { method, path } = cell.spec;
  return cell.way.sent
    .slice(from)
    .filter((one) => (one.method === method && path.test(one.path)) || isForTokens(one.path))
    .length;
}

function isForTokens(path: string): boolean {
  return /\/(signin|refresh-token|access|refresh)$/.test(path);
}

/** Seconds until something leaves by itself. */
async function nextAsked(cell: Cell): Promise<number | 'never'> {
  const { clock, passUntil } = cell.bench;
  const began = clock.monotonic();
  const before = cell.way.sent.length;
  await passUntil(() => cell.way.sent.length > before, hour);
  const isAsked = cell.way.sent.length > before;
  return isAsked ? Math.round((clock.monotonic() - began) / 1000) : 'never';
}

/** Whether it is well again some time after the fault has gone, with nobody doing anything but ask again. */
async function recovered(cell: Cell, failure: Failure | undefined): Promise<boolean> {
  const { role, command } = cell.spec;
  const { bench, readings } = cell;
  const isReading = ['list', 'reading', 'part', 'refresh'].includes(role);
  const until = failure && 'until' in failure ? failure.until : undefined;
  if (until !== undefined && !isReading) await bench.pass(Math.max(0, until - cell.now()) + minute);
  await bench.passUntil(() => cell.readings > readings, 7 * hour);
  if (cell.readings === readings || cell.reading?.certainty !== 'current') return false;
  if (!failure || isReading) return true;
  if (!command) return (await askDirectly(cell)).ok;
  const again = await bench.answered(cell.commands.execute(cell.chargerId, command, 'person'));
  return again.ok;
}

function outcomeOf(failure: Failure): Outcome {
  return failure.kind === 'refused' ? `refused ${failure.why}` : failure.kind;
}
