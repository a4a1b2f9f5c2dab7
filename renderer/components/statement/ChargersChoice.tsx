import type { HistoryCharger } from '../../../shared/domain/session/history.ts';
import { messages } from '../../../shared/text/messages.ts';

interface Props {
  readonly known: readonly HistoryCharger[];
  /** Their keys. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Which chargers, at least one. */
export function ChargersChoice({ known, chosen, onChange }: Props) {
  const toggle = (key: string, on: boolean) => {
    const next = known.map((one) => one.key).filter((one) => (one === key ? on : isChosen(one)));
    if (next.length > 0) onChange(next);
  };
  const isChosen = (key: string) => chosen.includes(key);
  return (
    <fieldset className="rows">
      <legend className="choice-title">{messages.statement.chargers}</legend>
      {known.map(({ key, name }) => (
        <label key={key} className="check-row">
          <input
            type="checkbox"
            className="check"
            checked={isChosen(key)}
            onChange={(event) => toggle(key, event.currentTarget.checked)}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
