import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint: string;
}

/** A box to tick, with the consequence below it. */
export function CheckRow({ label, checked, onChange, hint }: Props) {
  const id = useId();
  return (
    <div>
      <label className="check-row">
        <input
          type="checkbox"
          className="check"
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
          aria-describedby={`${id}-hint`}
        />
        <span>{label}</span>
      </label>
      <p id={`${id}-hint`} className="check-hint soft small">
        {hint}
      </p>
    </div>
  );
}
