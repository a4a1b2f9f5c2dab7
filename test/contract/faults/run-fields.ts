import type { Failure } from '../../../shared/domain/failure.ts';
import type { Result } from '../../../shared/result.ts';
import { observationSchema } from '../../../shared/schema/charger/observation.ts';
import { patient } from '../adapter-tools.ts';
import { Cell } from './cell.ts';
import { type FieldFault, type FieldPath, fieldsOf, withField } from './fields.ts';
import type { Operation } from './operations.ts';
import { askDirectly } from './run.ts';

/** What is seen when each field of an answer goes wrong in turn. */
export interface FieldsReport {
  /** How many there are. */
  readonly fields: number;
  /** Without which the answer is of no use: the failure is `notUnderstood` then, or as it says. */
  readonly needed: readonly string[];
  /** Without which the charger seems to do something else. */
  readonly changing: readonly string[];
  /** What came of a field that is not as it should be: a failure of another kind, nonsense. */
  readonly wrong: readonly string[];
  readonly misdeeds: readonly unknown[];
}

/** Details are kept for half an hour, and after nonsense a token is asked for as late as that. */
const longest = 31 * 60_000;
/** The budget of one question. */
const shortest = 2 * 60_000;

function rested(cell: Cell): Promise<void> {
  const isKept = cell.spec.role === 'asked' || cell.spec.role === 'refresh';
  return cell.bench.clock.advance(isKept ? longest : shortest);
}

/** The simulator's own good answer, with each of its fields spoilt in turn. */
export async function runFields(operation: Operation, fault: FieldFault): Promise<FieldsReport> {
  const cell = await Cell.begin(operation, { isOpen: true });
  try {
    if (cell.spec.role !== 'signIn') {
      await cell.signedIn();
      await cell.connected();
    }
    const { answer: usual, body: good } = await goodAnswer(cell);
    const fields = fieldsOf(good);
    const needed: string[] = [];
    const changing: string[] = [];
    const wrong: string[] = [];
    for (const field of fields) {
      const answer = await askWith(cell, { good, field, fault });
      const name = nameOf(field);
      if (answer.ok) {
        const state = stateIn(answer.value);
        if (state !== undefined && state !== stateIn(usual)) changing.push(name);
        wrong.push(...nonsenseIn(answer.value).map((what) => `${name}: ${what}`));
      } else if (isOfNoUse(answer.failure)) needed.push(name);
      else wrong.push(`${name}: ${answer.failure.kind}`);
    }
    const misdeeds = cell.bench.farEnd.misdeeds();
    return { fields: fields.length, needed, changing, wrong, misdeeds };
  } finally {
    await cell.end();
  }
}

/** What a reading says that the charger does. */
function stateIn(answer: unknown): unknown {
  const status: unknown = answer && typeof answer === 'object' && Reflect.get(answer, 'status');
  return status && typeof status === 'object' && Reflect.get(status, 'state');
}

function nameOf(field: FieldPath): string {
  return field.join('.');
}

/** At a sign-in, what makes no sense comes from something else. */
function isOfNoUse({ kind }: Failure): boolean {
  return kind === 'notUnderstood' || kind === 'wrongDevice';
}

async function goodAnswer(cell: Cell) {
  let good: unknown;
  const body = (right: unknown) => {
    good = right;
    return right;
  };
  cell.rest();
  await rested(cell);
  cell.fail({ failure: { kind: 'rewrite', body } });
  const answer = await ask(cell);
  if (!answer.ok) throw new Error(`No good answer: ${answer.failure.kind}`);
  return { answer: answer.value, body: good };
}

interface Spoilt {
  readonly good: unknown;
  readonly field: FieldPath;
  readonly fault: FieldFault;
}

/**
 * Commands are not carried out anew: their answers alone go wrong. Everybody else hears a new answer,
 * and a right one after it where a wrong one may have cost a token.
 */
async function askWith(cell: Cell, spoilt: Spoilt): Promise<Result<unknown, Failure>> {
  const { good, field, fault } = spoilt;
  const { role } = cell.spec;
  const isApplied = role !== 'command';
  const body = (right: unknown) => withField(isApplied ? right : good, field, fault);
  await rested(cell);
  cell.fail({ failure: { kind: 'rewrite', body }, applied: isApplied });
  const answer = await ask(cell);
  cell.mend();
  if (role === 'refresh' && !answer.ok) {
    await rested(cell);
    await cell.bench.read(cell.handle);
  }
  return answer;
}

async function ask(cell: Cell): Promise<Result<unknown, Failure>> {
  const { bench, spec } = cell;
  switch (spec.role) {
    case 'signIn': {
      const answer = await cell.signIn();
      if (answer.ok) answer.value.close();
      return answer.ok ? answer : { ok: false, failure: answer.failure as Failure };
    }
    case 'refresh':
      cell.loseToken();
      return bench.read(cell.handle);
    case 'list':
      return bench.answered(cell.account.listChargers(patient()));
    case 'reading':
    case 'part':
      return bench.read(cell.handle);
    case 'command':
      return spec.command ? bench.ask(cell.handle, spec.command) : Promise.reject();
    default:
      return askDirectly(cell);
  }
}

/** Numbers that are none, and a reading that could not be. */
function nonsenseIn(value: unknown): readonly string[] {
  const isReading = typeof value === 'object' && value !== null && 'vendorCode' in value;
  const isSound = !isReading || observationSchema.safeParse(value).success;
  return [...(isSound ? [] : ['no sound reading']), ...numbersIn(value)];
}

function numbersIn(value: unknown): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  // Accounts and chargers are no data.
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return [];
  return Object.values(value).flatMap(numbersIn);
}
