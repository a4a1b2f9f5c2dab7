import { useId } from 'react';

type Option = readonly [value: string, words: string, lang?: string];

/** Options that stand together under a title of their own. */
export type OptionGroup = readonly [title: string, options: readonly Option[]];

interface Props {
  readonly label: string;
  /** Where its place says enough, the label is only there to be heard. */
  readonly isLabelHidden?: boolean;
  /** Each value with its words, in order; and their language where it is not that of the page. */
  readonly options: readonly Option[];
  /** Those that come after them. */
  readonly groups?: readonly OptionGroup[];
  readonly hint?: string;
  /** What is wrong with what is chosen. */
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** One of several in the system's own list, which every keyboard and screen reader knows. */
export function Select(props: Props) {
  const {
    label,
    isLabelHidden = false,
    options,
    groups = [],
    value,
    onChoose,
    hint,
    error,
  } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="select">
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : 'choice-title'}>
        {label}
      </label>
      <select
        id={id}
        className="field"
        value={value}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        <Options options={options} />
        {groups.map(([title, members]) => (
          <optgroup key={title} label={title}>
            <Options options={members} />
          </optgroup>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className="soft small">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error small">
          {error}
        </p>
      )}
    </div>
  );
}

function Options({ options }: Pick<Props, 'options'>) {
  return options.map(([key, words, lang]) => (
    <option key={key} value={key} lang={lang}>
      {words}
    </option>
  ));
}
