import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { BrandState } from '../../../shared/domain/app-state.ts';
import { brandText } from '../../../shared/text/brand-text.ts';
import type { Platform } from '../../../shared/text/sign-in-text.ts';
import { keepHint } from '../../../shared/text/sign-in-text.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { CheckRow } from '../basic/CheckRow.tsx';
import { FormRow } from './FormRow.tsx';
import { SignInAlert } from './SignInAlert.tsx';
import { type SendSignIn, useSignIn } from './use-sign-in.ts';

interface Props {
  readonly brand: BrandState;
  readonly platform: Platform;
  /** The e-mail of an account that exists already; it cannot be changed here. */
  readonly email?: string;
  readonly keepSignedIn?: boolean;
  readonly submitLabel: string;
  readonly send: SendSignIn;
  readonly onDone: () => void;
}

/** The form of a brand. What is typed stays in the fields; React's state never holds a secret. */
export function SignInForm(props: Props) {
  const { brand, platform, email, submitLabel } = props;
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<string>();
  const [keep, setKeep] = useState(props.keepSignedIn ?? true);
  const { busy, trouble, start } = useSignIn(props.send, props.onDone);
  const words = brandText[brand.brand];
  const label = (name: string) => words.fields[name] ?? name;

  const submit = (untilQuit: boolean) => {
    if (!form.current) return;
    const fields = fieldsOf(form.current);
    const empty = brand.form.find((field) => field.required && !fields[field.name]);
    setMissing(empty?.name);
    if (empty) focusField(form.current, empty.name);
    else void start({ fields, keepSignedIn: keep && !untilQuit, untilQuit });
  };
  useClearedAfterRefusal(form, trouble?.why.kind);

  return (
    <form
      ref={form}
      className="sign-in"
      noValidate
      aria-busy={busy}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit(false);
      }}
    >
      {trouble && (
        <SignInAlert why={trouble.why} platform={platform} onUntilQuit={() => submit(true)} />
      )}
      {brand.form.map((field) => (
        <FormRow
          key={field.name}
          field={field}
          label={label(field.name)}
          fixed={field.type === 'email' ? email : undefined}
          missing={missing === field.name}
        />
      ))}
      <CheckRow
        label={windowText.form.keep}
        checked={keep}
        onChange={setKeep}
        hint={keepHint(platform, keep)}
      />
      <ActionButton look="main" submits disabled={busy}>
        {busy ? windowText.add.busy : submitLabel}
      </ActionButton>
      <p className="soft small">{windowText.form.privacy(words.name)}</p>
    </form>
  );
}

function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const typed = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value] as const] : [],
  );
  return Object.fromEntries(typed);
}

function focusField(form: HTMLFormElement, name: string) {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLElement) field.focus();
}

/** A refused password is wrong and goes; after any other trouble it is still wanted. */
function useClearedAfterRefusal(
  form: { readonly current: HTMLFormElement | null },
  trouble: string | undefined,
) {
  useEffect(() => {
    if (trouble !== 'signInNeeded') return;
    const secrets = form.current?.querySelectorAll<HTMLInputElement>('input[type=password]');
    for (const secret of secrets ?? []) secret.value = '';
  }, [form, trouble]);
}
