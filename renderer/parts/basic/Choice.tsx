import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
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
      <RadioGroup
        className="segments"
        aria-labelledby={id}
        aria-describedby={described || undefined}
        // Null, not undefined: the group stays controlled while the value is not known.
        value={value ?? null}
        disabled={disabled}
        onValueChange={(next) => next !== null && onChoose(next)}
      >
        {keysOf(labels).map((key) => (
          <Radio.Root key={key} value={key} className="segment">
            {labels[key]}
          </Radio.Root>
        ))}
      </RadioGroup>
      {hint && (
        <p id={`${id}-hint`} className="soft small">
          {hint}
        </p>
      )}
    </div>
  );
}
