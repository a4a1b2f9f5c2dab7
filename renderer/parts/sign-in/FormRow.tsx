import { useId } from 'react';
import type { FormField } from '../../../shared/domain/app-state.ts';
import { windowText } from '../../../shared/text/window-text.ts';

interface Props {
  readonly field: FormField;
  readonly label: string;
  /** A value that cannot be changed. */
  readonly fixed: string | undefined;
  readonly missing: boolean;
}

/** What a password store may fill in. */
const autoComplete: Record<FormField['type'], string> = {
  email: 'username',
  password: 'current-password',
  text: 'off',
};

/** One field with its label, and with what is wrong with it. */
export function FormRow({ field, label, fixed, missing }: Props) {
  const id = useId();
  return (
    <div className="form-row">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        name={field.name}
        type={field.type}
        defaultValue={fixed}
        readOnly={fixed !== undefined}
        autoComplete={autoComplete[field.type]}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={1000}
        required={field.required}
        aria-invalid={missing}
        aria-describedby={missing ? `${id}-missing` : undefined}
      />
      {missing && (
        <p id={`${id}-missing`} className="field-error small">
          {windowText.form.missing(label)}
        </p>
      )}
    </div>
  );
}
