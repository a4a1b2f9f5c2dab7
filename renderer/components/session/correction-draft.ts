import type { Session } from '../../../shared/domain/session/history.ts';
import type { Money } from '../../../shared/domain/session/price.ts';
import {
  type CorrectionFault,
  type Corrections,
  correctionFault,
} from '../../../shared/domain/session/session-change.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { messages } from '../../../shared/text/messages.ts';
import { numberTyped, partsOfNumber } from '../basic/typed-number.ts';
import { momentOf, wallTime } from './wall-time.ts';

/** A correction as it is typed; energy in kWh. */
export interface CorrectionDraft {
  readonly start: string;
  readonly end: string;
  readonly energy: string;
  readonly cost: string;
  readonly currency: string;
}

/** What is wrong, by the field. */
export type DraftFaults = { readonly [Field in keyof CorrectionDraft]?: Fault };
type Fault = keyof typeof messages.correctionFaults;

interface Writing {
  /** IANA name. */
  readonly zone: string;
  /** Writes a number as its owner types it, without marks between thousands. */
  readonly number: (value: number) => string;
}

/** What a form for a correction begins with: the values as they are told now. */
export function draftOf(
  session: Session,
  currency: string,
  { zone, number }: Writing,
): CorrectionDraft {
  const { correction, cost, endedAt, energyWh, startedAt } = session;
  const isEntered = correction?.fields.includes('cost') && cost;
  return {
    start: wallTime(startedAt, zone),
    end: endedAt === undefined ? '' : wallTime(endedAt, zone),
    energy: energyWh === undefined ? '' : number(energyWh / 1000),
    cost: isEntered ? number(Number(cost.amount)) : '',
    currency: cost?.currency ?? currency,
  };
}

interface Typed {
  readonly session: Session;
  /** What the form began with: a field that was not touched means no other value, not even by seconds. */
  readonly before: CorrectionDraft;
  readonly draft: CorrectionDraft;
  readonly zone: string;
  /** Epoch ms. */
  readonly now: number;
}

/** All that is corrected by a draft, or what is wrong with it. */
export function correctionsOf(typed: Typed): Result<Corrections, DraftFaults> {
  const { before, draft, now, session, zone } = typed;
  const { fields = [], original } = session.correction ?? {};
  const measured = original ?? session;
  const time = (field: 'start' | 'end', value: 'startedAt' | 'endedAt') =>
    draft[field] === before[field] ? session[value] : momentOf(draft[field], zone);
  const startedAt = time('start', 'startedAt');
  const endedAt = time('end', 'endedAt');
  const energyWh = energyOf(typed, measured.energyWh);
  const amount = draft.cost.trim() === '' ? undefined : amountOf(draft.cost);
  const faults: DraftFaults = {
    ...(startedAt === undefined && { start: 'noTime' as const }),
    ...(endedAt === undefined && { end: 'noTime' as const }),
    ...(energyWh === 'noNumber' && { energy: 'noNumber' as const }),
    ...(amount === 'cost' && { cost: 'cost' as const }),
  };
  if (startedAt === undefined || endedAt === undefined || energyWh === 'noNumber') {
    return failed(faults);
  }
  if (amount === 'cost') return failed(faults);
  const fault = correctionFault({ startedAt, endedAt, energyWh }, now);
  if (fault) return failed({ [fieldOf[fault]]: fault });
  const differs = (field: 'startedAt' | 'endedAt', value: number) =>
    fields.includes(field) || value !== measured[field] ? value : undefined;
  const cost: Money | undefined =
    amount === undefined ? undefined : { amount, currency: draft.currency };
  return success({
    startedAt: differs('startedAt', startedAt),
    endedAt: differs('endedAt', endedAt),
    energyWh: energyWh === measured.energyWh ? undefined : energyWh,
    cost,
  });
}

const fieldOf: Readonly<Record<CorrectionFault, keyof CorrectionDraft>> = {
  endFirst: 'end',
  future: 'end',
  tooLong: 'end',
  energy: 'energy',
  cost: 'cost',
};

/** Wh; what was measured where nothing is typed. */
function energyOf({ before, draft, session }: Typed, measured: number | undefined) {
  if (draft.energy === before.energy) return session.energyWh;
  if (draft.energy.trim() === '') return measured;
  const kwh = numberTyped(draft.energy);
  return kwh === undefined ? 'noNumber' : Math.round(kwh * 1000);
}

/** An exact decimal. */
function amountOf(typed: string): string | 'cost' {
  const parts = partsOfNumber(typed);
  const whole = parts?.whole.replace(/^0+(?=\d)/, '') || '0';
  if (!parts || whole.length > 6 || parts.fraction.length > 2) return 'cost';
  return `${parts.isNegative ? '-' : ''}${whole}${parts.fraction && `.${parts.fraction}`}`;
}
