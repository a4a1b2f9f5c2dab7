import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Session } from '../../../shared/domain/session/history.ts';
import type { SessionChange } from '../../../shared/domain/session/session-change.ts';
import { energy, type FormatOptions } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Select } from '../basic/Select.tsx';
import { TextField } from '../basic/TextField.tsx';
import { zoneOf } from '../history/span.ts';
import { takesEscape } from '../shell/use-escape.ts';
import {
  type CorrectionDraft,
  correctionsOf,
  type DraftFaults,
  draftOf,
} from './correction-draft.ts';

interface Props {
  readonly session: Session;
  readonly change: (change: SessionChange) => Promise<boolean>;
  readonly onClose: () => void;
}

const words = () => messages.sessionEdit.form;
/** What most owners pay in, where nothing says another one. */
const usualCurrency = 'EUR';

/** Values that its owner knows better than charger and cloud. */
export function CorrectForm({ session, change, onClose }: Props) {
  const { clock, formatOptions } = useAppContext();
  const zone = zoneOf(formatOptions);
  const [before] = useState(() =>
    draftOf(session, usualCurrency, { zone, number: numberOf(formatOptions) }),
  );
  const [draft, setDraft] = useState(before);
  const [faults, setFaults] = useState<DraftFaults>({});
  const form = useFaultFocus(faults);
  const type = (part: Partial<CorrectionDraft>) => setDraft({ ...draft, ...part });
  const said = (field: keyof CorrectionDraft) => {
    const fault = faults[field];
    return fault && messages.correctionFaults[fault];
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const corrected = correctionsOf({ session, before, draft, zone, now: clock.now() });
    if (!corrected.ok) return setFaults(corrected.failure);
    setFaults({});
    if (await change({ kind: 'correct', corrected: corrected.value })) onClose();
  };
  const takeBack = async () => {
    if (await change({ kind: 'correct', corrected: {} })) onClose();
  };
  const { energyWh } = session.correction?.original ?? session;
  const recorded = energyWh === undefined ? undefined : energy(energyWh, formatOptions);
  const currencies = useMemo(() => Intl.supportedValuesOf('currency'), []);
  return (
    <form
      ref={form}
      className="sign-in"
      aria-label={words().title}
      noValidate
      onSubmit={(event) => void save(event)}
      // What somebody has typed goes only with Cancel.
      onKeyDown={(event) => event.key === 'Escape' && draft === before && onClose()}
      {...takesEscape}
    >
      <Field label={words().start} kind="time" {...{ draft, type, said }} field="start" />
      <Field label={words().end} kind="time" {...{ draft, type, said }} field="end" />
      <Field
        label={words().energy}
        hint={words().energyHint(recorded)}
        {...{ draft, type, said }}
        field="energy"
      />
      <div className="price-head top">
        <Field
          label={words().cost}
          hint={words().costHint}
          {...{ draft, type, said }}
          field="cost"
        />
        <Select
          label={words().currency}
          options={currencies.map((code) => [code, code] as const)}
          value={draft.currency}
          onChoose={(currency) => type({ currency })}
        />
      </div>
      <div className="buttons">
        <ActionButton look="main" submits>
          {words().save}
        </ActionButton>
        <ActionButton onPress={onClose}>{words().cancel}</ActionButton>
        {session.correction && (
          <ActionButton onPress={() => void takeBack()}>{words().undo}</ActionButton>
        )}
      </div>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly field: keyof CorrectionDraft;
  readonly kind?: 'time';
  readonly hint?: string;
  readonly draft: CorrectionDraft;
  readonly type: (part: Partial<CorrectionDraft>) => void;
  readonly said: (field: keyof CorrectionDraft) => string | undefined;
}

function Field({ label, field, kind, hint, draft, type, said }: FieldProps) {
  return (
    <TextField
      label={label}
      type={kind === 'time' ? 'datetime-local' : 'text'}
      inputMode={kind === 'time' ? undefined : 'decimal'}
      hint={hint}
      value={draft[field]}
      error={said(field)}
      onChange={(value) => type({ [field]: value })}
    />
  );
}

function numberOf({ locale, numberLocale = locale }: FormatOptions): (value: number) => string {
  const format = new Intl.NumberFormat(numberLocale, {
    maximumFractionDigits: 3,
    useGrouping: false,
  });
  return (value) => format.format(value);
}

/** The first field that is wrong takes the focus; at the beginning the first one of all does. */
function useFaultFocus(faults: DraftFaults) {
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is the very reason
  useEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? form.current?.querySelector<HTMLElement>('input'))?.focus();
  }, [faults]);
  return form;
}
