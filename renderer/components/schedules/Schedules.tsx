import { useId, useMemo, useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { schedulesPermission } from '../../../shared/domain/charger/permission.ts';
import { mostEntries, type ShownSchedules } from '../../../shared/domain/charger/schedule.ts';
import { hindranceSentence } from '../../../shared/text/failure-text.ts';
import { zoneOfNow } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { OnceTrouble } from '../charger/OnceTrouble.tsx';
import { ChangeWords } from './ChangeWords.tsx';
import { isSetTwiceAYear, minutesAhead } from './local-times.ts';
import { ScheduleForm } from './ScheduleForm.tsx';
import { ScheduleItem } from './ScheduleItem.tsx';
import { useReturning } from './use-returning.ts';
import { type Schedules as Desk, type SchedulePlace, useSchedules } from './use-schedules.ts';

const words = () => messages.schedules;

/** What the charger does by itself at which time. Asked for once, when somebody wants to see it. */
export function Schedules({ charger }: { readonly charger: ChargerState }) {
  const desk = useSchedules(charger.id);
  const { list, readAgain } = desk;
  const id = useId();
  return (
    <section className="panel schedules" aria-labelledby={id}>
      <h3 id={id}>{words().title}</h3>
      <div aria-live="polite" className="panel">
        {!list && <p className="soft small">{words().reading}</p>}
        {list && !list.ok && (
          <>
            <OnceTrouble brand={charger.brand} failure={list.failure} />
            <ActionButton onPress={readAgain}>{words().readAgain}</ActionButton>
          </>
        )}
      </div>
      {list?.ok && <Listed charger={charger} desk={desk} list={list.value} />}
    </section>
  );
}

interface ListedProps {
  readonly charger: ChargerState;
  readonly desk: Desk;
  readonly list: ShownSchedules;
}

function Listed({ charger, desk, list }: ListedProps) {
  const { clock, formatOptions } = useAppContext();
  const [open, setOpen] = useState<SchedulePlace>();
  const own = formatOptions.timeZone ?? zoneOfNow();
  const zone = list.zone ?? own;
  // Of one list as long as it is shown: what is being edited must not move.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list may come hours later
  const [ahead, isSet] = useMemo(
    () => [minutesAhead(zone, clock.now()), isSetTwiceAYear(zone, clock.now())] as const,
    [list, zone, clock],
  );
  const may = schedulesPermission(charger.reading);
  const isOpen = may.kind === 'allowed' && !list.hasMore;
  const { entries } = list;
  const { note } = desk;
  const onClose = () => setOpen(undefined);
  return (
    <>
      {entries.length === 0 && !list.hasMore && <p className="soft small">{words().none}</p>}
      <ul className="schedule-list" aria-label={words().title}>
        {entries.map((stored) => (
          <ScheduleItem
            key={stored.slot}
            {...{ charger, desk, stored, ahead, onClose }}
            mayChange={isOpen && !stored.isPlans}
            isEdited={open === stored.slot}
            isLastOn={entries.every((one) => one === stored || !one.entry.isOn)}
            onEdit={() => setOpen(stored.slot)}
          />
        ))}
      </ul>
      <div>
        {isOpen && (
          <Add
            {...{ desk, ahead, onClose }}
            isFull={entries.length >= mostEntries}
            isEdited={open === 'new'}
            onEdit={() => setOpen('new')}
          />
        )}
        {/* Also what is said of an entry that is gone. */}
        <div className="schedule-note" aria-live="polite">
          {note && entries.every(({ slot }) => slot !== note.place) && (
            <ChangeWords {...{ charger, desk, note }} />
          )}
        </div>
      </div>
      {may.kind === 'blocked' && <p className="soft small">{hindranceSentence(may.why)}</p>}
      {list.hasMore && <p className="soft small">{words().more}</p>}
      {entries.length > 0 && <p className="soft small">{words().noneOn}</p>}
      {zone !== own && <p className="soft small">{words().zone(zone)}</p>}
      {isSet && entries.length > 0 && <p className="soft small">{words().clockChange}</p>}
    </>
  );
}

interface AddProps {
  readonly desk: Desk;
  readonly ahead: number;
  readonly isFull: boolean;
  readonly isEdited: boolean;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

function Add({ desk, ahead, isFull, isEdited, onEdit, onClose }: AddProps) {
  const id = useId();
  const { note } = desk;
  const returning = useReturning(onClose);
  return (
    <>
      {isEdited ? (
        <ScheduleForm
          {...{ ahead, desk }}
          place="new"
          onSave={(entry) => desk.change('new', { kind: 'add', entry })}
          onClose={returning.leave}
        />
      ) : (
        <ActionButton
          ref={returning.ref}
          onPress={onEdit}
          disabled={isFull || note?.phase === 'storing'}
          reasonId={isFull ? id : undefined}
        >
          {words().add}
        </ActionButton>
      )}
      {isFull && (
        <p id={id} className="soft small">
          {words().full}
        </p>
      )}
    </>
  );
}
