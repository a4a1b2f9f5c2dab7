import { useId } from 'react';
import { NumberInput } from '../basic/NumberInput.tsx';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly seconds: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly onChange: (seconds: number) => void;
}

/** A number of seconds. Sent when the field is left or with Enter. */
export function SecondsRow({ label, hint, seconds, onChange, ...range }: Props) {
  const id = useId();
  return (
    <div>
      <div className="number-row">
        <label htmlFor={id}>{label}</label>
        <NumberInput
          id={id}
          value={seconds}
          {...range}
          describedBy={`${id}-hint`}
          onChoose={(typed) => {
            const next = Math.round(typed);
            if (next !== seconds) onChange(next);
          }}
        />
      </div>
      <p id={`${id}-hint`} className="soft small">
        {hint}
      </p>
    </div>
  );
}
