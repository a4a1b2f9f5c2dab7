import { messages } from '../../../shared/text/messages.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Note } from '../basic/Note.tsx';
import { SwitchRow } from '../basic/SwitchRow.tsx';
import { TextField } from '../basic/TextField.tsx';
import { Bands } from './BandFields.tsx';
import { entryOf, type PriceDraft } from './draft.ts';
import type { FollowedMarket, HourlyDraft } from './hourly-draft.ts';
import { PaidNow } from './PaidNow.tsx';
import { PriceField } from './PriceField.tsx';
import { marketName } from './tariff-words.ts';
import type { DraftTroubles } from './typed-price.ts';

interface Props {
  readonly draft: PriceDraft;
  /** Undefined while none is chosen. */
  readonly market: FollowedMarket | undefined;
  /** Moves on with what is known of the market. */
  readonly changes: number;
  readonly troubles: DraftTroubles;
  readonly onChange: (part: Partial<PriceDraft>) => void;
  readonly onChooseMarket: () => void;
}

const words = () => messages.prices.hourly;

/** What comes on top of the market's price, and what a kWh costs by it now. */
export function HourlyFields(props: Props) {
  const { draft, market, changes, troubles, onChange, onChooseMarket } = props;
  if (!market) {
    const choose = <ActionButton onPress={onChooseMarket}>{words().chooseMarket}</ActionButton>;
    return (
      <Note tone="needs" help={choose}>
        {words().noMarket}
      </Note>
    );
  }
  const { hourly } = draft;
  const change = (part: Partial<HourlyDraft>) => onChange({ hourly: { ...hourly, ...part } });
  return (
    <>
      <p>{words().market(marketName(market.area))}</p>
      <DecimalField
        label={words().factor}
        field="factor"
        value={hourly.factor}
        troubles={troubles}
        onChange={(factor) => change({ factor })}
      />
      <PriceField
        label={words().surchargePerKwh}
        field="surcharge"
        value={hourly.surcharge}
        trouble={troubles.surcharge}
        hint={words().surchargeHint}
        onChange={(surcharge) => change({ surcharge })}
      />
      <DecimalField
        label={words().vatPercent}
        field="vatPercent"
        value={hourly.vatPercent}
        troubles={troubles}
        hint={market.vatIncluded ? words().vatIncluded : undefined}
        onChange={(vatPercent) => change({ vatPercent })}
      />
      <SwitchRow
        label={words().gridFee}
        checked={hourly.hasGridFee}
        onChange={(hasGridFee) => change({ hasGridFee })}
        hint={words().gridFeeHint}
      />
      {hourly.hasGridFee && <GridFee draft={draft} troubles={troubles} onChange={onChange} />}
      <PriceNow draft={draft} market={market} changes={changes} />
      <p className="soft small">{words().past}</p>
    </>
  );
}

function GridFee({ draft, troubles, onChange }: Pick<Props, 'draft' | 'troubles' | 'onChange'>) {
  return (
    <>
      <Bands
        bands={draft.bands}
        priceLabel={words().gridFeePerKwh}
        troubles={troubles}
        onChange={(bands) => onChange({ bands })}
      />
      <PriceField
        label={words().gridFeeOtherwise}
        field="perKwh"
        value={draft.perKwh}
        trouble={troubles.perKwh}
        hint={messages.prices.otherwiseHint}
        onChange={(perKwh) => onChange({ perKwh })}
      />
    </>
  );
}

interface DecimalProps {
  readonly label: string;
  readonly field: string;
  readonly value: string;
  readonly troubles: DraftTroubles;
  readonly hint?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A number that is no price. */
function DecimalField({ field, troubles, ...rest }: DecimalProps) {
  const trouble = troubles[field];
  return (
    <TextField
      {...rest}
      name={field}
      inputMode="decimal"
      error={trouble && messages.priceTroubles[trouble]}
    />
  );
}

interface NowProps {
  readonly draft: PriceDraft;
  readonly market: FollowedMarket;
  readonly changes: number;
}

/** Nothing while something of the draft is wrong. */
function PriceNow({ draft, market, changes }: NowProps) {
  const entry = entryOf(draft, 'UTC', market);
  return entry.ok ? <PaidNow entry={entry.value} changes={changes} /> : null;
}
