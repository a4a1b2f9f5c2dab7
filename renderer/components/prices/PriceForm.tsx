import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { isoDay } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { CheckRow } from '../basic/CheckRow.tsx';
import { Choice } from '../basic/Choice.tsx';
import { Select } from '../basic/Select.tsx';
import { zoneOf } from '../history/span.ts';
import { takesEscape } from '../shell/use-escape.ts';
import { Bands } from './BandFields.tsx';
import { entryOf, newBand, type PriceDraft } from './draft.ts';
import { HourlyFields } from './HourlyFields.tsx';
import { type FollowedMarket, newHourly } from './hourly-draft.ts';
import { PriceField } from './PriceField.tsx';
import type { DraftTroubles } from './typed-price.ts';

interface Props {
  /** Of the price before. */
  readonly currency: string;
  /** The market that an hourly price is to follow; undefined while none is chosen. */
  readonly market: FollowedMarket | undefined;
  /** Moves on with what is known of the market. */
  readonly changes: number;
  /** There are other chargers that it may be the price of too. */
  readonly hasOthers: boolean;
  readonly onSave: (entry: PriceEntry, isForAll: boolean) => void;
  readonly onClose: () => void;
  readonly onChooseMarket: () => void;
}

const words = () => messages.prices;

/** A new price and the day from which it holds. */
export function PriceForm(props: Props) {
  const { currency, market, hasOthers, onSave, onClose } = props;
  const { clock, formatOptions } = useAppContext();
  const zone = zoneOf(formatOptions);
  const [before] = useState<PriceDraft>(() => ({
    kind: 'flat',
    day: isoDay(clock.now(), zone),
    currency,
    perKwh: '',
    bands: [newBand(1)],
    hourly: newHourly,
  }));
  const [draft, setDraft] = useState(before);
  const [isForAll, setForAll] = useState(false);
  const [troubles, setTroubles] = useState<DraftTroubles>({});
  const form = useTroubleFocus(troubles);
  const change = (part: Partial<PriceDraft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const entry = entryOf(draft, zone, market);
    if (entry.ok) onSave(entry.value, isForAll);
    else setTroubles(entry.failure);
  };
  const isSavable = draft.kind !== 'hourly' || market !== undefined;
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
      <div className={draft.kind === 'hourly' ? 'price-head top' : 'price-head'}>
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
          error={troubles.currency && messages.priceTroubles[troubles.currency]}
          {...(draft.kind === 'hourly' &&
            market?.currency && { hint: words().hourly.currency(market.currency) })}
          onChoose={(code) => change({ currency: code })}
        />
      </div>
      <Choice
        title={words().kind}
        labels={words().kinds}
        value={draft.kind}
        onChoose={(kind) => {
          const own = kind === 'hourly' ? market?.currency : undefined;
          change({ kind, ...(own && { currency: own }) });
        }}
      />
      {draft.kind === 'hourly' ? (
        <HourlyFields {...props} draft={draft} troubles={troubles} onChange={change} />
      ) : (
        <SetPrices draft={draft} troubles={troubles} onChange={change} />
      )}
      {hasOthers && isSavable && (
        <CheckRow
          label={words().forAll}
          hint={words().forAllHint}
          checked={isForAll}
          onChange={setForAll}
        />
      )}
      <div className="buttons">
        {isSavable && (
          <ActionButton look="main" submits>
            {words().save}
          </ActionButton>
        )}
        <ActionButton onPress={onClose}>{words().cancel}</ActionButton>
      </div>
    </form>
  );
}

interface SetProps {
  readonly draft: PriceDraft;
  readonly troubles: DraftTroubles;
  readonly onChange: (part: Partial<PriceDraft>) => void;
}

/** One price, or some by the time of day. */
function SetPrices({ draft, troubles, onChange }: SetProps) {
  const isBands = draft.kind === 'bands';
  return (
    <>
      {isBands && (
        <Bands
          bands={draft.bands}
          priceLabel={words().perKwh}
          troubles={troubles}
          onChange={(bands) => onChange({ bands })}
        />
      )}
      <PriceField
        label={isBands ? words().otherwisePerKwh : words().perKwh}
        field="perKwh"
        value={draft.perKwh}
        trouble={troubles.perKwh}
        {...(isBands && { hint: words().otherwiseHint })}
        onChange={(perKwh) => onChange({ perKwh })}
      />
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
