import { useCallback, useEffect, useRef, useState } from 'react';
import {
  ownersEntriesOf,
  type ScheduleEdit,
  type ShownSchedules,
} from '../../../shared/domain/charger/schedule.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { SchedulesFailure } from '../../../shared/ipc/contract.ts';
import type { Result } from '../../../shared/result.ts';
import { useTell } from '../../app-context.ts';

/** Where something was asked for: at an entry, by its slot, or at none yet. */
export type SchedulePlace = number | 'new';

/** What became of the last change, for the place where it was asked for. */
export type ChangeNote = { readonly place: SchedulePlace } & (
  | { readonly phase: 'storing' | 'stored' }
  | { readonly phase: 'failed'; readonly failure: SchedulesFailure }
);

export interface Schedules {
  /** Undefined until it was read. */
  readonly list: Result<ShownSchedules, Failure> | undefined;
  readonly note: ChangeNote | undefined;
  readonly readAgain: () => void;
  /** One at a time; true once it is stored. */
  readonly change: (place: SchedulePlace, edit: ScheduleEdit) => Promise<boolean>;
}

/** The schedules of a charger: read once, when somebody comes to see them, and after each change. */
export function useSchedules(chargerId: string): Schedules {
  const tell = useTell();
  const [list, setList] = useState<Schedules['list']>();
  const [note, setNote] = useState<ChangeNote>();
  const [reads, setReads] = useState(0);
  const isBusy = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading is the reason
  useEffect(() => {
    let isWanted = true;
    void tell('getSchedules', { chargerId }).then((got) => {
      if (isWanted && got.ok) setList(got.value);
    });
    return () => {
      isWanted = false;
    };
  }, [tell, chargerId, reads]);
  const readAgain = useCallback(() => {
    setList(undefined);
    setNote(undefined);
    setReads((count) => count + 1);
  }, []);
  const change = useCallback(
    async (place: SchedulePlace, edit: ScheduleEdit) => {
      if (isBusy.current || !list?.ok) return false;
      isBusy.current = true;
      setNote({ place, phase: 'storing' });
      const seen = ownersEntriesOf(list.value);
      const got = await tell('changeSchedules', { chargerId, edit, seen });
      isBusy.current = false;
      if (!got.ok) {
        setNote(undefined);
        return false;
      }
      const { value: answer } = got;
      if (answer.ok) {
        setList(answer);
        setNote({ place, phase: 'stored' });
        return true;
      }
      const { failure } = answer;
      if (failure.kind === 'changedMeanwhile') {
        setList({ ok: true, value: { ...list.value, ...failure.schedules } });
      }
      setNote({ place, phase: 'failed', failure });
      return false;
    },
    [tell, chargerId, list],
  );
  return { list, note, readAgain, change };
}
