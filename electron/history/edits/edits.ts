import type {
  CorrectedField,
  MeasuredSession,
  Session,
  SessionCost,
  SessionTag,
} from '../../../shared/domain/session/history.ts';
import { orderly } from '../../../shared/domain/session/session-span.ts';

/** What its owner says of a session, kept beside what was measured. Epoch ms. */
export interface Edits {
  readonly tag?: SessionTag;
  readonly note?: string;
  readonly corrected?: Corrected;
  /** When its owner said so last, also if that was to take everything back. */
  readonly editedAt: number;
  /** It is shown and counted nowhere, but known, so that it does not come back. */
  readonly deletedAt?: number;
}

/** Epoch ms, Wh. */
export interface Corrected {
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly energyWh?: number;
  /** What the corrected session costs: as its owner has entered it, else as it follows from the rest. */
  readonly cost?: SessionCost;
}

/** What its owner has corrected; a cost that only follows from that is none. */
export function fieldsOf(corrected: Corrected = {}): readonly CorrectedField[] {
  const { startedAt, endedAt, energyWh, cost } = corrected;
  return [
    ...(startedAt === undefined ? [] : (['startedAt'] as const)),
    ...(endedAt === undefined ? [] : (['endedAt'] as const)),
    ...(energyWh === undefined ? [] : (['energyWh'] as const)),
    ...(cost?.origin === 'entered' ? (['cost'] as const) : []),
  ];
}

/** The session as it is shown, counted and exported. */
export function told(measured: MeasuredSession, edits: Omit<Edits, 'editedAt'> = {}): Session {
  const { tag, note, corrected } = edits;
  const fields = fieldsOf(corrected);
  const said = { ...(tag ? { tag } : {}), ...(note ? { note } : {}) };
  if (!corrected || fields.length === 0) return { ...measured, ...said };
  const { averageW, cost: measuredCost, ...rest } = measured;
  const { cost, ...numbers } = corrected;
  const { startedAt, endedAt, energyWh } = measured;
  const original = {
    startedAt,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(energyWh === undefined ? {} : { energyWh }),
    ...(measuredCost ? { cost: measuredCost } : {}),
  };
  return {
    ...consistent({ ...rest, ...numbers }),
    // It was that of other energy, or of another time.
    ...(averageW === undefined || Object.keys(numbers).length > 0 ? {} : { averageW }),
    ...(numbers.startedAt === undefined ? {} : { startSeen: true }),
    ...(cost ? { cost } : {}),
    ...said,
    correction: { fields, original },
  };
}

type Amounts = Pick<
  MeasuredSession,
  'startedAt' | 'endedAt' | 'energyWh' | 'greenEnergyWh' | 'chargingMs'
>;

/** No part is larger than its whole: what was measured of a session fits into what was corrected. */
export function consistent<S extends Amounts>(session: S): S {
  const span = orderly(session);
  const { chargingMs, endedAt, energyWh, greenEnergyWh, startedAt } = span;
  const lasted = endedAt === undefined ? undefined : endedAt - startedAt;
  return {
    ...span,
    ...(greenEnergyWh === undefined || energyWh === undefined
      ? {}
      : { greenEnergyWh: Math.min(greenEnergyWh, energyWh) }),
    ...(chargingMs === undefined || lasted === undefined
      ? {}
      : { chargingMs: Math.min(chargingMs, lasted) }),
  };
}
