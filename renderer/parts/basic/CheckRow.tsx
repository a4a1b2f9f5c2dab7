import { Checkbox } from '@base-ui/react/checkbox';
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
      <label className="check-row" htmlFor={`${id}-box`}>
        <Checkbox.Root
          id={`${id}-box`}
          className="check"
          checked={checked}
          onCheckedChange={onChange}
          aria-labelledby={id}
          aria-describedby={`${id}-hint`}
        >
          <Checkbox.Indicator className="check-mark">
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 8.5l3.5 3.5L13 4.5" />
            </svg>
          </Checkbox.Indicator>
        </Checkbox.Root>
        <span id={id}>{label}</span>
      </label>
      <p id={`${id}-hint`} className="check-hint soft small">
        {hint}
      </p>
    </div>
  );
}
