import { NumberField } from '@base-ui/react/number-field';
import { type KeyboardEvent, useId, useState } from 'react';
import { settingsText } from '../../../shared/text/settings-text.ts';
import { useSurroundings } from '../../surroundings.ts';

interface Props {
  readonly label: string;
  readonly seconds: number;
  readonly least: number;
  readonly onChange: (seconds: number) => void;
}

const most = 86_400;

/** How many seconds between two looks. Sent when the field is left or with Enter. */
export function SecondsRow({ label, seconds, least, onChange }: Props) {
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
          min={least}
          max={most}
          step={10}
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
        {settingsText.account.intervalHint(least)}
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
