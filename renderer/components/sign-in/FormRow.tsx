import { useId, useState } from 'react';
import type { FormField } from '../../../shared/domain/app/app-state.ts';
import { messages } from '../../../shared/text/messages.ts';
import { ActionButton } from '../basic/ActionButton.tsx';

interface Props {
  readonly field: FormField;
  readonly label: string;
  /** What its button says, where it is secret. */
  readonly reveal: { readonly show: string; readonly hide: string } | undefined;
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
export function FormRow({
  field,
  label,
  reveal = messages.form,
  hint,
  initial,
  still,
  wrong,
}: Props) {
  const id = useId();
  const [isShown, setShown] = useState(false);
  const isSecret = field.type === 'password';
  const hinted = hint !== undefined && !still;
  const described = [wrong && `${id}-wrong`, hinted && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="form-row">
      <label htmlFor={id}>
        {label}
        {!field.required && <span className="optional soft small"> {messages.form.optional}</span>}
      </label>
      <div className={isSecret ? 'secret-field' : undefined}>
        <input
          id={id}
          className="field"
          name={field.name}
          type={isSecret && isShown ? 'text' : field.type}
          data-secret={isSecret || undefined}
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
        {isSecret && !still && (
          <ActionButton
            look="word"
            name={isShown ? reveal.hide : reveal.show}
            onPress={() => setShown(!isShown)}
          >
            <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6a2 2 0 1 0 .01 0" />
              {isShown && <path d="M2.5 2.5l11 11" />}
            </svg>
          </ActionButton>
        )}
      </div>
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
