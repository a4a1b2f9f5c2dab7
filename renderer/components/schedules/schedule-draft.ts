import type { ScheduleEntry } from '../../../shared/domain/charger/schedule.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { isWeekday, type Times, toLocal, toUtc } from './local-times.ts';

/** An entry while it is edited, by the clock on the wall. */
export interface ScheduleDraft extends Times {
  readonly isOn: boolean;
  /** Wh; absent: no limit. */
  readonly energyWh: number | undefined;
}

/** What is wrong with a draft. */
export type DraftTrouble = 'noDay' | 'noTime';

/** Every night: what most people have a schedule for. */
const usual: ScheduleDraft = {
  isOn: true,
  days: [1, 2, 3, 4, 5, 6, 7],
  from: 22 * 60,
  until: 6 * 60,
  energyWh: undefined,
};

/** `ahead`: minutes by which the clock is ahead of UTC. */
export function draftOf(entry: ScheduleEntry | undefined, ahead: number): ScheduleDraft {
  if (!entry) return usual;
  return { isOn: entry.isOn, energyWh: entry.energyWh, ...toLocal(entry, ahead) };
}

/** What the charger is to keep. What the form does not show stays as it was. */
export function entryOf(
  { isOn, energyWh, ...times }: ScheduleDraft,
  before: ScheduleEntry | undefined,
  ahead: number,
): ScheduleEntry {
  const { limitA } = before ?? {};
  return { isOn, ...toUtc(times, ahead), ...omitUndefined({ energyWh, limitA }) };
}

export function draftTrouble({ days, from, until }: ScheduleDraft): DraftTrouble | undefined {
  if (days.length === 0) return 'noDay';
  // A charger takes what ends when it begins for nothing at all.
  return from === until ? 'noTime' : undefined;
}

/** With that day more or less. */
export function toggled(draft: ScheduleDraft, day: number): ScheduleDraft {
  const others = draft.days.filter((one) => one !== day);
  if (others.length < draft.days.length || !isWeekday(day)) return { ...draft, days: others };
  return { ...draft, days: [...others, day].sort() };
}
