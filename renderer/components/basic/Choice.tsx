import { useId } from 'react';
import { keysOf } from '../../keys-of.ts';

interface Props<Value extends string> {
  readonly title: string;
  /** Where its place says enough, the title is only there to be heard. */
  readonly isTitleHidden?: boolean;
  /** Every value with its words, in order. */
  readonly labels: Readonly<Record<Value, string>>;
  readonly value: Value | undefined;
  readonly onChoose: (value: Value) => void;
  readonly disabled?: boolean;
  readonly reasonId?: string | undefined;
  readonly hint?: string | undefined;
}

/** One of a few, all in sight: a row of segments that behaves as radio buttons. */
export function Choice<Value extends string>(props: Props<Value>) {
  const { title, labels, value, onChoose, disabled = false, reasonId, hint } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, disabled && reasonId].filter(Boolean).join(' ');
  return (
    <div className="choice">
      <span id={id} className={props.isTitleHidden ? 'visually-hidden' : 'choice-title'}>
        {title}
      </span>
      <div
        role="radiogroup"
        className="segments"
        aria-labelledby={id}
        aria-describedby={described || undefined}
        aria-disabled={disabled || undefined}
      >
        {keysOf(labels).map((key) => (
          <label key={key} className="segment">
            <input
              type="radio"
              name={id}
              checked={key === value}
              // Can be reached, so that the reason can be heard; what is chosen then changes nothing.
              aria-disabled={disabled || undefined}
              onChange={() => !disabled && onChoose(key)}
            />
            {labels[key]}
          </label>
        ))}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="soft small">
          {hint}
        </p>
      )}
    </div>
  );
}
