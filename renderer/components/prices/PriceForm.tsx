import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { isoDay } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Choice } from '../basic/Choice.tsx';
import { Select } from '../basic/Select.tsx';
import { zoneOf } from '../history/span.ts';
import { takesEscape } from '../shell/use-escape.ts';
import { BandFields } from './BandFields.tsx';
import { type BandDraft, type DraftTroubles, entryOf, newBand, type PriceDraft } from './draft.ts';
import { PriceField } from './PriceField.tsx';

interface Props {
  /** Of the price before. */
  readonly currency: string;
  readonly onSave: (entry: PriceEntry) => void;
  readonly onClose: () => void;
}

const words = () => messages.prices;
const mostBands = 24;

/** A new price and the day from which it holds. */
export function PriceForm({ currency, onSave, onClose }: Props) {
  const { clock, formatOptions } = useAppContext();
  const zone = zoneOf(formatOptions);
  const [before] = useState<PriceDraft>(() => ({
    kind: 'flat',
    day: isoDay(clock.now(), zone),
    currency,
    perKwh: '',
    bands: [newBand(1)],
  }));
  const [draft, setDraft] = useState(before);
  const [troubles, setTroubles] = useState<DraftTroubles>({});
  const form = useTroubleFocus(troubles);
  const change = (part: Partial<PriceDraft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const entry = entryOf(draft, zone);
    if (entry.ok) onSave(entry.value);
    else setTroubles(entry.failure);
  };
  const isBands = draft.kind === 'bands';
  return (
    <form
      ref={form}
      className="sign-in"
      noValidate
      onSubmit={submit}
      // What somebody has typed goes only with Cancel.
      onKeyDown={(event) => event.key === 'Escape' && draft === before && onClose()}
      {...takesEscape}
    >
      <div className="price-head">
        <PriceField
          label={words().from}
          field="day"
          type="date"
          value={draft.day}
          trouble={troubles.day}
          onChange={(day) => change({ day })}
        />
        <Select
          label={words().currency}
          options={Intl.supportedValuesOf('currency').map((code) => [code, code] as const)}
          value={draft.currency}
          onChoose={(code) => change({ currency: code })}
        />
      </div>
      <Choice
        title={words().kind}
        labels={{ flat: words().kinds.flat, bands: words().kinds.bands }}
        value={draft.kind}
        onChoose={(kind) => change({ kind })}
      />
      {isBands && (
        <Bands bands={draft.bands} troubles={troubles} onChange={(bands) => change({ bands })} />
      )}
      <PriceField
        label={isBands ? words().otherwisePerKwh : words().perKwh}
        field="perKwh"
        value={draft.perKwh}
        trouble={troubles.perKwh}
        {...(isBands && { hint: words().otherwiseHint })}
        onChange={(perKwh) => change({ perKwh })}
      />
      <div className="buttons">
        <ActionButton look="main" submits>
          {words().save}
        </ActionButton>
        <ActionButton onPress={onClose}>{words().cancel}</ActionButton>
      </div>
    </form>
  );
}

interface BandsProps {
  readonly bands: readonly BandDraft[];
  readonly troubles: DraftTroubles;
  readonly onChange: (bands: readonly BandDraft[]) => void;
}

function Bands({ bands, troubles, onChange }: BandsProps) {
  const nextId = Math.max(0, ...bands.map(({ id }) => id)) + 1;
  return (
    <>
      <p className="soft small">{words().bandHint}</p>
      {bands.map((band, place) => (
        <BandFields
          key={band.id}
          band={band}
          number={place + 1}
          troubles={troubles}
          onChange={(next) => onChange(bands.map((one) => (one.id === band.id ? next : one)))}
          onRemove={
            bands.length > 1 ? () => onChange(bands.filter(({ id }) => id !== band.id)) : undefined
          }
        />
      ))}
      {bands.length < mostBands && (
        <ActionButton onPress={() => onChange([...bands, newBand(nextId)])}>
          {words().addBand}
        </ActionButton>
      )}
    </>
  );
}

/** The first field that is wrong takes the focus; at the beginning the first one of all does. */
function useTroubleFocus(troubles: DraftTroubles) {
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is the very reason
  useEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? form.current?.querySelector<HTMLElement>('input'))?.focus();
  }, [troubles]);
  return form;
}
