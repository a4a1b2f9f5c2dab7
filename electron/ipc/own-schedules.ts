import { schedulesPermission } from '../../shared/domain/charger/permission.ts';
import type { Reading } from '../../shared/domain/charger/reading.ts';
import type { PlanEntry, ShownSchedules } from '../../shared/domain/charger/schedule.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Reply, Request } from '../../shared/ipc/contract.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { failed, type Result, success } from '../../shared/result.ts';
import { isZone } from '../../shared/zone-clock.ts';
import type { ChargerHandle, Schedules } from '../integrations/connection.ts';
import type { Log } from '../ports/log.ts';

/** What is known of the entries that a plan has in a charger. */
export interface StoredPlans {
  readonly remembered: (chargerId: string) => readonly PlanEntry[];
  /** They are about to be dated anew. Never rejects. */
  readonly keep: (chargerId: string, entries: readonly PlanEntry[]) => Promise<void>;
}

export interface OwnSchedulesParts {
  readonly charger: (id: string) => Pick<ChargerHandle, 'schedules'> | undefined;
  readonly reading: (id: string) => Reading | undefined;
  readonly plans: StoredPlans;
  readonly log: Log;
}

/** The schedules that a charger keeps by itself, for the window. Asked for by a person alone. */
export class OwnSchedules {
  readonly #parts: OwnSchedulesParts;

  constructor(parts: OwnSchedulesParts) {
    this.#parts = parts;
  }

  async read(id: string): Promise<Result<ShownSchedules, Failure>> {
    const { charger, plans } = this.#parts;
    const schedules = charger(id)?.schedules;
    if (!schedules) return notSupported;
    const list = await schedules.read(plans.remembered(id), patient());
    return list.ok ? success(shown(list.value, schedules)) : list;
  }

  async change({
    chargerId: id,
    edit,
    seen,
  }: Request<'changeSchedules'>): Promise<Reply<'changeSchedules'>> {
    const { charger, reading, plans, log } = this.#parts;
    const schedules = charger(id)?.schedules;
    if (!schedules) return notSupported;
    const known = reading(id);
    const may = known
      ? schedulesPermission(known)
      : ({ kind: 'blocked', why: 'neverRead' } as const);
    if (may.kind === 'absent') return notSupported;
    if (may.kind === 'blocked') return failed(may);
    const remembered = plans.remembered(id);
    const keep = (entries: readonly PlanEntry[]) => plans.keep(id, entries);
    const list = await schedules.change({ edit, seen, remembered, keep }, patient());
    const what = { kind: 'changeSchedules', edit: edit.kind, origin: 'person', charger: id };
    log.info('command', { ...what, sent: list.ok, ...why(list) });
    return list.ok ? success(shown(list.value, schedules)) : list;
  }
}

const notSupported = failed({ kind: 'notSupported' } as const);

/** Whoever has asked may have closed the window: what is under way is carried through all the same. */
function patient() {
  return { signal: new AbortController().signal };
}

function shown(list: ShownSchedules, schedules: Schedules): ShownSchedules {
  const zone = schedules.zone();
  return { ...list, ...omitUndefined({ zone: zone && isZone(zone) ? zone : undefined }) };
}

function why(result: Result<unknown, { readonly kind: string }>): { failure?: string } {
  return result.ok ? {} : { failure: result.failure.kind };
}
