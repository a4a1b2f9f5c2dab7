import { useId } from 'react';

interface Props {
  readonly label: string;
  /** Where its place says enough, the label is only there to be heard. */
  readonly isLabelHidden?: boolean;
  /** Each value with its words, in order. */
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** One of several in the system's own list, which every keyboard and screen reader knows. */
export function Select({ label, isLabelHidden = false, options, value, onChoose }: Props) {
  const id = useId();
  return (
    <div className="select">
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : 'choice-title'}>
        {label}
      </label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
