import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Confirmed, FoundSettings } from '../../../shared/domain/account/sign-in.ts';
import type { BrandState, FormField } from '../../../shared/domain/app/app-state.ts';
import { brandFormWords } from '../../../shared/text/brand-form-words.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Platform } from '../../../shared/text/platform.ts';
import { keepHint } from '../../../shared/text/sign-in-text.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { CheckRow } from '../basic/CheckRow.tsx';
import { FormRow } from './FormRow.tsx';
import { FoundOffer } from './FoundOffer.tsx';
import { fillFields, focusField, typedIn } from './fields.ts';
import { Question } from './Question.tsx';
import { SignInAlert } from './SignInAlert.tsx';
import { isQuestion, type Step, stepAfter } from './step.ts';
import { type SendSignIn, useSignIn } from './use-sign-in.ts';

interface Props {
  readonly brand: BrandState;
  readonly platform: Platform;
  /** An account that exists already: what was typed then, and whether its secret is kept. */
  readonly before?: Before;
  /** Settings of another program that can be taken over. */
  readonly found?: FoundSettings | undefined;
  /** Sends what stands there as soon as the form is there. */
  readonly atOnce?: boolean;
  readonly send: SendSignIn;
  readonly onDone: () => void;
}

interface Before {
  readonly fields: Readonly<Record<string, string>>;
  readonly keepSignedIn: boolean;
}

/** The form of a brand. What is typed stays in the fields; React's state never holds a secret. */
export function SignInForm(props: Props) {
  const { brand, platform, before, found } = props;
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [keep, setKeep] = useState(before?.keepSignedIn ?? true);
  const [usesFound, setUsesFound] = useState(false);
  const { busy, trouble, start, cancel } = useSignIn(props.send, props.onDone);
  const words = brandFormWords(brand.brand);
  const step = stepAfter(trouble);
  const asks = isQuestion(step);

  const submit = ({ untilQuit = false, confirmed }: How = {}) => {
    if (!form.current) return;
    const fields = typedIn(form.current);
    const empty = missingIn(brand, fields, usesFound ? found : undefined);
    setMissing(empty);
    if (empty[0] !== undefined) return focusField(form.current, empty[0]);
    const keepSignedIn = keep && !untilQuit;
    const useFound = usesFound && { useFound: true as const };
    void start({ fields, keepSignedIn, untilQuit, ...useFound, ...(confirmed && { confirmed }) });
  };
  const useFoundOnes = (use: boolean) => {
    setUsesFound(use);
    fillFields(form.current, found?.fields ?? {}, use);
  };
  useFormAfter(form, step);
  useAtOnce(props.atOnce ?? false, submit);

  return (
    <form
      ref={form}
      className="sign-in"
      noValidate
      aria-busy={busy}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      {step.kind === 'said' && (
        <SignInAlert
          why={step.why}
          brand={brand.brand}
          platform={platform}
          onUntilQuit={() => submit({ untilQuit: true })}
        />
      )}
      {found && !asks && (
        <FoundOffer brand={brand.brand} found={found} used={usesFound} onUse={useFoundOnes} />
      )}
      {brand.form.map((field) => (
        <FormRow
          key={field.name}
          field={field}
          label={words.fields[field.name] ?? field.name}
          reveal={words.reveals[field.name]}
          hint={(before && words.hintsAgain[field.name]) ?? words.hints[field.name]}
          initial={before?.fields[field.name]}
          still={asks || (field.fixed === true && before !== undefined)}
          wrong={wrongIn(field, { brand, missing, step })}
        />
      ))}
      {asks ? (
        <Question
          step={step}
          busy={busy}
          confirmed={trouble?.confirmed}
          onAccept={(confirmed) => submit({ confirmed })}
          onCancel={() => {
            cancel();
            focusField(form.current, brand.form.find(({ fixed }) => !fixed)?.name ?? '');
          }}
        />
      ) : (
        <FormEnd {...{ brand, platform, busy, keep }} onKeep={setKeep} onCancel={cancel} />
      )}
    </form>
  );
}

interface How {
  readonly untilQuit?: boolean;
  readonly confirmed?: Confirmed;
}

interface EndProps {
  readonly brand: BrandState;
  readonly platform: Platform;
  readonly busy: boolean;
  readonly keep: boolean;
  readonly onKeep: (keep: boolean) => void;
  readonly onCancel: () => void;
}

/** Below the fields: what becomes of the secret, the button, and where everything goes. */
function FormEnd({ brand, platform, busy, keep, onKeep, onCancel }: EndProps) {
  const words = brandFormWords(brand.brand);
  return (
    <>
      {asksToKeep(brand) && (
        <CheckRow
          label={words.keep}
          checked={keep}
          onChange={onKeep}
          hint={keepHint(platform, keep)}
        />
      )}
      <div className="buttons long-first">
        <ActionButton look="main" submits disabled={busy}>
          {busy ? words.busy : words.submit}
        </ActionButton>
        {busy && <ActionButton onPress={onCancel}>{messages.form.cancel}</ActionButton>}
      </div>
      <p className="soft small">{words.privacy}</p>
    </>
  );
}

/** The fields that must not be empty and are. What was found fills its own. */
function missingIn(
  { form }: BrandState,
  fields: Readonly<Record<string, string>>,
  found: FoundSettings | undefined,
): readonly string[] {
  const isGiven = (name: string) => fields[name] || found?.secretFields.includes(name);
  return form.flatMap(({ required, name }) => (required && !isGiven(name) ? [name] : []));
}

interface Situation {
  readonly brand: BrandState;
  readonly missing: readonly string[];
  readonly step: Step;
}

/** What is wrong with a field, as a sentence. */
function wrongIn({ name }: FormField, { brand, missing, step }: Situation): string | undefined {
  const words = brandFormWords(brand.brand);
  if (missing.includes(name)) return words.missing[name] ?? messages.form.missing;
  if (step.kind !== 'wrongField' || step.field !== name) return undefined;
  return words.fieldTrouble[name] ?? messages.form.wrong;
}

/** Where no secret has to be typed there is hardly ever one to keep, and nothing is asked. */
function asksToKeep({ form }: BrandState): boolean {
  return form.some(({ type, required }) => type === 'password' && required);
}

/** A refused secret is wrong and goes; a field that is wrong takes the focus. */
function useFormAfter(form: RefObject<HTMLFormElement | null>, step: Step) {
  const refused = step.kind === 'said' && step.why.kind === 'signInNeeded';
  const wrongField = step.kind === 'wrongField' ? step.field : undefined;
  useEffect(() => {
    if (!refused) return;
    const secrets = form.current?.querySelectorAll<HTMLInputElement>('input[data-secret]');
    for (const secret of secrets ?? []) secret.value = '';
  }, [form, refused]);
  useEffect(() => {
    if (wrongField !== undefined) focusField(form.current, wrongField);
  }, [form, wrongField]);
}

function useAtOnce(wanted: boolean, submit: () => void) {
  const newest = useRef(submit);
  newest.current = submit;
  useEffect(() => {
    if (wanted) newest.current();
  }, [wanted]);
}
