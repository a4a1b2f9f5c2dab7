import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import type { ScheduleEntry } from '../../../shared/domain/charger/schedule.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { dayNames, weekOf } from '../basic/day-names.ts';
import { NumberInput } from '../basic/NumberInput.tsx';
import { SwitchRow } from '../basic/SwitchRow.tsx';
import { TimeInput } from '../notifications/TimeInput.tsx';
import { takesEscape } from '../shell/use-escape.ts';
import { draftOf, draftTrouble, entryOf, type ScheduleDraft, toggled } from './schedule-draft.ts';
import type { SchedulePlace, Schedules } from './use-schedules.ts';

interface Props {
  readonly desk: Schedules;
  readonly place: SchedulePlace;
  /** Absent: a new one. */
  readonly entry?: ScheduleEntry;
  /** Minutes by which the clock that is shown is ahead of UTC. */
  readonly ahead: number;
  /** True once it is stored. */
  readonly onSave: (entry: ScheduleEntry) => Promise<boolean>;
  readonly onClose: () => void;
}

const words = () => messages.schedules;
const mostKwh = 1000;

/** One schedule, by the clock on the wall. It stays until what it says is stored, or it is left. */
export function ScheduleForm({ desk, entry, ahead, onSave, onClose }: Props) {
  const start = draftOf(entry, ahead);
  const [draft, setDraft] = useState(start);
  const [isTried, setTried] = useState(false);
  const trouble = draftTrouble(draft);
  const isStoring = desk.note?.phase === 'storing';
  const isUntouched = JSON.stringify(draft) === JSON.stringify(start);
  const change = (part: Partial<ScheduleDraft>) => setDraft({ ...draft, ...part });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (trouble || isStoring) return;
    if (await onSave(entryOf(draft, entry, ahead))) onClose();
  };
  return (
    <form
      className="schedule-form"
      aria-label={entry ? words().edit : words().add}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && isUntouched && onClose()}
      {...(isUntouched && takesEscape)}
    >
      <Days draft={draft} onToggle={(day) => setDraft(toggled(draft, day))} />
      <div className="quiet-times">
        <TimeInput label={words().from} value={draft.from} onChange={(from) => change({ from })} />
        <span aria-hidden="true">–</span>
        <TimeInput
          label={words().until}
          value={draft.until}
          onChange={(until) => change({ until })}
        />
      </div>
      <EnergyLimit draft={draft} onChange={(energyWh) => change({ energyWh })} />
      <SwitchRow label={words().on} checked={draft.isOn} onChange={(isOn) => change({ isOn })} />
      <p className="field-error small" aria-live="polite">
        {isTried && trouble && words().troubles[trouble]}
      </p>
      <div className="buttons">
        <ActionButton look="main" submits disabled={isStoring}>
          {words().save}
        </ActionButton>
        <ActionButton onPress={onClose}>{words().cancel}</ActionButton>
      </div>
    </form>
  );
}

interface DaysProps {
  readonly draft: ScheduleDraft;
  readonly onToggle: (day: number) => void;
}

function Days({ draft, onToggle }: DaysProps) {
  const { formatOptions } = useAppContext();
  const names = dayNames(formatOptions);
  const week = weekOf(formatOptions);
  return (
    <fieldset className="days">
      <legend className="soft small">{words().days}</legend>
      {week.map((day, place) => (
        <label key={day} className="day">
          <input
            // It was asked for with a button that is gone: focus must not fall back to the page.
            ref={place === 0 ? focusOn : undefined}
            type="checkbox"
            checked={draft.days.some((one) => one === day)}
            onChange={() => onToggle(day)}
          />
          <span>{names[day - 1]}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface EnergyProps {
  readonly draft: ScheduleDraft;
  readonly onChange: (energyWh: number | undefined) => void;
}

function EnergyLimit({ draft, onChange }: EnergyProps) {
  const id = useId();
  const { energyWh } = draft;
  const choose = (kWh: number | undefined) =>
    onChange(kWh === undefined || kWh <= 0 ? undefined : Math.round(kWh * 1000));
  return (
    <div className="number-row">
      <label htmlFor={id}>{words().energyLimit}</label>
      <NumberInput
        id={id}
        value={energyWh === undefined ? undefined : energyWh / 1000}
        least={1}
        most={mostKwh}
        digits={1}
        onType={choose}
        onChoose={choose}
      />
    </div>
  );
}

function focusOn(field: HTMLInputElement | null): void {
  field?.focus();
}
