import { NumberField } from '@base-ui/react/number-field';
import { type KeyboardEvent, useId, useState } from 'react';
import { useSurroundings } from '../../surroundings.ts';

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
  const { manner } = useSurroundings();
  const [draft, setDraft] = useState<number | null>();
  const commit = (value: number | null) => {
    setDraft(undefined);
    const next = Math.round(value ?? seconds);
    if (next !== seconds) onChange(next);
  };
  return (
    <div>
      <div className="number-row">
        <label htmlFor={id}>{label}</label>
        <NumberField.Root
          id={id}
          value={draft === undefined ? seconds : draft}
          min={range.least}
          max={range.most}
          step={range.step}
          locale={manner.locale}
          format={{ useGrouping: false }}
          onValueChange={setDraft}
          onValueCommitted={commit}
        >
          <NumberField.Input
            className="field"
            aria-describedby={`${id}-hint`}
            onKeyDown={leaveOnEnter}
          />
        </NumberField.Root>
      </div>
      <p id={`${id}-hint`} className="soft small">
        {hint}
      </p>
    </div>
  );
}

/** Leaving is what the field takes for an answer. */
function leaveOnEnter(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key !== 'Enter') return;
  event.currentTarget.blur();
  event.currentTarget.focus();
}
