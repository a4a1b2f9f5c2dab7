import { messages } from '../../../shared/text/messages.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { DayToggles } from '../basic/DayToggles.tsx';
import { type BandDraft, newBand } from './draft.ts';
import { PriceField } from './PriceField.tsx';
import type { DraftTroubles } from './typed-price.ts';

interface Props {
  readonly band: BandDraft;
  /** Counts from 1. */
  readonly number: number;
  readonly priceLabel: string;
  readonly troubles: DraftTroubles;
  readonly onChange: (band: BandDraft) => void;
  /** Absent for the only one. */
  readonly onRemove: (() => void) | undefined;
}

const words = () => messages.prices;
const mostBands = 24;

interface BandsProps {
  readonly bands: readonly BandDraft[];
  /** What a price of a band is called. */
  readonly priceLabel: string;
  readonly troubles: DraftTroubles;
  readonly onChange: (bands: readonly BandDraft[]) => void;
}

/** The times of day of a price or a fee, which can be added and removed. */
export function Bands({ bands, priceLabel, troubles, onChange }: BandsProps) {
  const nextId = Math.max(0, ...bands.map(({ id }) => id)) + 1;
  return (
    <>
      <p className="soft small">{words().bandHint}</p>
      {bands.map((band, place) => (
        <BandFields
          key={band.id}
          band={band}
          number={place + 1}
          priceLabel={priceLabel}
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

/** One time of day: on which days, from when to when, for how much. */
function BandFields({ band, number, priceLabel, troubles, onChange, onRemove }: Props) {
  const field = (name: string) => `bands.${band.id}.${name}`;
  const trouble = (name: string) => troubles[field(name)];
  const daysTrouble = trouble('days');
  return (
    <fieldset className="band-fields">
      <legend>{words().band(number)}</legend>
      <DayToggles
        label={words().bandDays}
        name={field('days')}
        days={band.days}
        error={daysTrouble && messages.priceTroubles[daysTrouble]}
        onChange={(days) => onChange({ ...band, days })}
      />
      <div className="band-times">
        <PriceField
          label={words().bandFrom}
          field={field('from')}
          type="time"
          value={band.from}
          trouble={undefined}
          onChange={(from) => onChange({ ...band, from })}
        />
        <PriceField
          label={words().bandTo}
          field={field('to')}
          type="time"
          value={band.to}
          trouble={trouble('to')}
          onChange={(to) => onChange({ ...band, to })}
        />
        <PriceField
          label={priceLabel}
          field={field('perKwh')}
          value={band.perKwh}
          trouble={trouble('perKwh')}
          onChange={(perKwh) => onChange({ ...band, perKwh })}
        />
      </div>
      {onRemove && (
        <ActionButton look="word" name={words().removeBand(number)} onPress={onRemove}>
          {words().removeBandShort}
        </ActionButton>
      )}
    </fieldset>
  );
}
