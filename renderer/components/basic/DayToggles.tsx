import { useAppContext } from '../../app-context.ts';
import { dayNames, weekOf } from './day-names.ts';

interface Props {
  readonly label: string;
  /** By which a form knows it. */
  readonly name?: string;
  /** 1 is Monday. */
  readonly days: readonly number[];
  readonly onChange: (days: readonly number[]) => void;
  /** What is wrong with them. */
  readonly error: string | undefined;
}

/** Days of the week, each to be switched on and off. */
export function DayToggles({ label, name, days, onChange, error }: Props) {
  const { formatOptions } = useAppContext();
  const names = dayNames(formatOptions);
  const toggle = (day: number) =>
    onChange(days.includes(day) ? days.filter((one) => one !== day) : [...days, day]);
  return (
    <fieldset className="days">
      <legend className="soft small">{label}</legend>
      {weekOf(formatOptions).map((day) => (
        <label key={day} className="day">
          <input
            type="checkbox"
            name={name}
            checked={days.includes(day)}
            aria-invalid={error !== undefined}
            onChange={() => toggle(day)}
          />
          <span>{names[day - 1]}</span>
        </label>
      ))}
      {error && <p className="field-error small">{error}</p>}
    </fieldset>
  );
}
