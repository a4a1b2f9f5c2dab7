import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { StoredEntry } from '../../../shared/domain/charger/schedule.ts';
import {
  current,
  dayTime,
  energy,
  type FormatOptions,
  listOf,
} from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { ConfirmButton } from '../basic/ConfirmButton.tsx';
import { daysWords } from '../prices/tariff-words.ts';
import { ChangeWords } from './ChangeWords.tsx';
import { isDayUnclear, toLocal } from './local-times.ts';
import { ScheduleForm } from './ScheduleForm.tsx';
import { useReturning } from './use-returning.ts';
import type { Schedules } from './use-schedules.ts';

interface Props {
  readonly charger: ChargerState;
  readonly desk: Schedules;
  readonly stored: StoredEntry;
  /** Minutes by which the clock that is shown is ahead of UTC. */
  readonly ahead: number;
  readonly mayChange: boolean;
  readonly isEdited: boolean;
  /** No other one is on. */
  readonly isLastOn: boolean;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

const words = () => messages.schedules;

/** One schedule: when, and whether it is on. What is a plan's is only shown. */
export function ScheduleItem(props: Props) {
  const { charger, desk, stored, ahead, mayChange } = props;
  const { formatOptions } = useAppContext();
  const { note } = desk;
  const { slot, entry } = stored;
  const when = whenWords(stored, ahead, formatOptions);
  const facts = factsOf(stored, formatOptions);
  const turn = (isOn: boolean) =>
    desk.change(slot, { kind: 'set', slot, entry: { ...entry, isOn } });
  return (
    <li className="schedule">
      <div className="schedule-row">
        <div>
          <p className={entry.isOn ? 'schedule-when' : 'schedule-when soft'}>{when}</p>
          {facts !== '' && <p className="soft small">{facts}</p>}
          {isDayUnclear(entry, ahead) && <p className="soft small">{words().dayUnclear}</p>}
        </div>
        <Switch {...{ stored, desk, when, mayChange }} onTurn={(isOn) => void turn(isOn)} />
      </div>
      <div className="schedule-foot">
        {mayChange && <Change {...props} when={when} />}
        <div className="schedule-note" aria-live="polite">
          {note?.place === slot && <ChangeWords {...{ charger, desk, note }} />}
        </div>
      </div>
    </li>
  );
}

interface SwitchProps extends Pick<Props, 'stored' | 'desk' | 'mayChange'> {
  readonly when: string;
  readonly onTurn: (isOn: boolean) => void;
}

/** Where it cannot be turned, words say how it stands. */
function Switch({ stored, desk, when, mayChange, onTurn }: SwitchProps) {
  const { isOn } = stored.entry;
  const isStoring = desk.note?.phase === 'storing';
  if (!mayChange) return <p className="soft small">{isOn ? words().on : words().off}</p>;
  return (
    <input
      type="checkbox"
      // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says itself whether it is checked
      role="switch"
      className="switch"
      aria-label={when}
      aria-disabled={isStoring || undefined}
      checked={isOn}
      onChange={() => !isStoring && onTurn(!isOn)}
    />
  );
}

/** The way to change it, and the form in its place. */
function Change(props: Props & { readonly when: string }) {
  const { desk, stored, ahead, isEdited, isLastOn, onEdit, onClose, when } = props;
  const { slot, entry } = stored;
  const returning = useReturning(onClose);
  const isStoring = desk.note?.phase === 'storing';
  if (!isEdited) {
    return (
      <div className="links schedule-links">
        <ActionButton
          ref={returning.ref}
          look="word"
          name={words().editOf(when)}
          onPress={onEdit}
          disabled={isStoring}
        >
          {words().edit}
        </ActionButton>
        <ConfirmButton
          look="word"
          label={words().remove}
          name={words().removeOf(when)}
          title={words().removeTitle(when)}
          body={isLastOn && entry.isOn ? words().removeLast : words().removeBody}
          disabled={isStoring}
          onConfirm={() => void desk.change(slot, { kind: 'remove', slot })}
        />
      </div>
    );
  }
  return (
    <ScheduleForm
      {...{ ahead, desk, entry }}
      place={slot}
      onSave={(wanted) => desk.change(slot, { kind: 'set', slot, entry: wanted })}
      onClose={returning.leave}
    />
  );
}

/** `Mon–Fri, 22:00–06:00`. */
function whenWords({ entry }: StoredEntry, ahead: number, formatOptions: FormatOptions): string {
  const { days, from, until } = toLocal(entry, ahead);
  const clock = (minutes: number) => dayTime(minutes, formatOptions);
  return messages.prices.bandWhen({
    days: daysWords(days, formatOptions),
    times: messages.prices.times({ from: clock(from), to: clock(until) }),
  });
}

function factsOf({ entry, isPlans }: StoredEntry, formatOptions: FormatOptions): string {
  const { energyWh, limitA } = entry;
  const facts = [
    isPlans && words().byPrice,
    energyWh !== undefined && words().upTo(energy(energyWh, formatOptions)),
    limitA !== undefined && words().upTo(current(limitA, formatOptions)),
  ];
  return listOf(
    facts.filter((fact) => fact !== false),
    formatOptions,
  );
}
