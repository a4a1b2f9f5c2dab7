import { useId } from 'react';
import { messages } from '../../../shared/text/messages.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Hears that the focus has gone elsewhere. */
  readonly onLeave?: () => void;
  readonly type?: 'text' | 'date' | 'time' | 'datetime-local';
  /** By which a form knows it. */
  readonly name?: string;
  readonly inputMode?: 'decimal' | 'numeric' | undefined;
  readonly autoComplete?: string;
  /** Its label says that it may stay empty. */
  readonly isOptional?: boolean;
  readonly hint?: string | undefined;
  /** What is wrong with it. */
  readonly error?: string | undefined;
  /** What is worth a second thought, though it may be right. */
  readonly note?: string | undefined;
  /** UTF-16 units. */
  readonly longest?: number;
}

/** A field with its label, a hint and, below it, what is wrong. */
export function TextField(props: Props) {
  const { label, value, onChange, type = 'text', autoComplete = 'off', hint, error } = props;
  const said = error ?? props.note;
  const id = useId();
  const described = [hint && `${id}-hint`, said && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="form-row">
      <label htmlFor={id}>
        {label}
        {props.isOptional && <span className="optional soft small"> {messages.form.optional}</span>}
      </label>
      <input
        id={id}
        name={props.name}
        type={type}
        className="field"
        inputMode={props.inputMode}
        autoComplete={autoComplete}
        maxLength={props.longest}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={props.onLeave}
      />
      {hint && (
        <p id={`${id}-hint`} className="soft small">
          {hint}
        </p>
      )}
      {said && (
        <p id={`${id}-error`} className="field-error small">
          {said}
        </p>
      )}
    </div>
  );
}
