import { everyDay, type QuietSpan } from '../../../shared/domain/app/quiet-hours.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { dayNames, weekOf } from '../basic/day-names.ts';
import { TimeInput } from './TimeInput.tsx';

interface Props {
  readonly span: QuietSpan;
  /** Counts from 1. */
  readonly number: number;
  readonly onChange: (span: QuietSpan) => void;
  /** Absent for the only one. */
  readonly onRemove: (() => void) | undefined;
  /** Present for the first one, while there may be more. */
  readonly onAdd: (() => void) | undefined;
}

const words = () => messages.settings.notices.quiet;

/** One span of quiet hours: on which days it begins, from when to when. */
export function QuietSpanRow({ span, number, onChange, onRemove, onAdd }: Props) {
  const { formatOptions } = useAppContext();
  const names = dayNames(formatOptions);
  const toggle = (day: number) => {
    const days = everyDay.filter((one) => span.days.includes(one) !== (one === day));
    // A span on no day at all would be none.
    if (days.length > 0) onChange({ ...span, days });
  };
  return (
    <fieldset className="quiet-span">
      <legend className="visually-hidden">{words().span(number)}</legend>
      <div className="days">
        {weekOf(formatOptions).map((day) => (
          <label key={day} className="day">
            <input type="checkbox" checked={span.days.includes(day)} onChange={() => toggle(day)} />
            <span>{names[day - 1]}</span>
          </label>
        ))}
      </div>
      <div className="quiet-times">
        <TimeInput
          label={words().from}
          value={span.from}
          onChange={(from) => onChange({ ...span, from })}
        />
        <span aria-hidden="true">–</span>
        <TimeInput
          label={words().to}
          value={span.to}
          onChange={(to) => onChange({ ...span, to })}
        />
        {onRemove && (
          <ActionButton look="word" name={words().removeSpan(number)} onPress={onRemove}>
            {words().remove}
          </ActionButton>
        )}
        {onAdd && (
          <ActionButton look="word" name={words().add} onPress={onAdd}>
            {words().addShort}
          </ActionButton>
        )}
      </div>
    </fieldset>
  );
}
