import { useId } from 'react';
import type { FormField } from '../../../shared/domain/app/app-state.ts';
import { formText } from '../../../shared/text/sign-in-text.ts';

interface Props {
  readonly field: FormField;
  readonly label: string;
  /** What helps to fill it. */
  readonly hint: string | undefined;
  /** What stands in it at first. */
  readonly initial: string | undefined;
  /** Can be read, not changed. */
  readonly still: boolean;
  /** What is wrong with what stands in it. */
  readonly wrong: string | undefined;
}

/** One field with its label, and with what is wrong with it. */
export function FormRow({ field, label, hint, initial, still, wrong }: Props) {
  const id = useId();
  const hinted = hint !== undefined && !still;
  const described = [wrong && `${id}-wrong`, hinted && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="form-row">
      <label htmlFor={id}>
        {label}
        {!field.required && <span className="optional soft small"> {formText.optional}</span>}
      </label>
      <input
        id={id}
        className="field"
        name={field.name}
        type={field.type}
        defaultValue={initial}
        readOnly={still}
        autoComplete={autoCompleteOf(field)}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={1000}
        required={field.required}
        aria-invalid={wrong !== undefined}
        aria-describedby={described || undefined}
      />
      {wrong && (
        <p id={`${id}-wrong`} className="field-error small">
          {wrong}
        </p>
      )}
      {hinted && (
        <p id={`${id}-hint`} className="soft small">
          {hint}
        </p>
      )}
    </div>
  );
}

/** What a password store may fill in: an account's words, and nothing else. */
function autoCompleteOf({ type, required }: FormField): string {
  if (type === 'email') return 'username';
  return type === 'password' && required ? 'current-password' : 'off';
}
