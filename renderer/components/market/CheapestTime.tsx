import { type ReactNode, useId } from 'react';
import type { CheapestTime as Cheapest } from '../../../shared/domain/price/cheapest-time.ts';
import type { PlanReason } from '../../../shared/domain/price/plan.ts';
import { exhaustive } from '../../../shared/exhaustive.ts';
import { listOf, money } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { NumberInput } from '../basic/NumberInput.tsx';
import { SwitchRow } from '../basic/SwitchRow.tsx';
import { type Formats, useFormats } from '../history/formats.ts';
import { TimeInput } from '../notifications/TimeInput.tsx';
import type { CarNeeds } from './car-needs.ts';

interface Props {
  readonly needs: CarNeeds;
  readonly onChange: (needs: CarNeeds) => void;
  /** Undefined until it has been worked out. */
  readonly found: Cheapest | undefined;
  /** ISO 4217. */
  readonly currency: string;
}

const words = () => messages.market.cheapest;

/** What a car needs, and when that costs least. */
export function CheapestTime({ needs, onChange, found, currency }: Props) {
  const change = (part: Partial<CarNeeds>) => onChange({ ...needs, ...part });
  return (
    <section className="card" aria-label={words().title}>
      <h2>{words().title}</h2>
      <Row label={words().energy} unit="kWh">
        {(id) => (
          <NumberInput
            id={id}
            value={needs.kwh}
            least={1}
            most={200}
            onChoose={(kwh) => change({ kwh })}
          />
        )}
      </Row>
      <Row label={words().power} unit="kW">
        {(id) => (
          <NumberInput
            id={id}
            value={needs.kw}
            least={1}
            most={50}
            step={0.1}
            digits={1}
            onChoose={(kw) => change({ kw })}
          />
        )}
      </Row>
      <div className="need-row">
        <span aria-hidden="true">{words().readyBy}</span>
        <TimeInput
          label={words().readyBy}
          value={needs.readyBy}
          onChange={(readyBy) => change({ readyBy })}
        />
      </div>
      <SwitchRow
        label={words().inOneGo}
        checked={needs.inOneGo}
        onChange={(inOneGo) => change({ inOneGo })}
      />
      <div className="plan-result" role="status">
        {found && <Found found={found} currency={currency} />}
      </div>
    </section>
  );
}

interface RowProps {
  readonly label: string;
  readonly unit: string;
  readonly children: (id: string) => ReactNode;
}

function Row({ label, unit, children }: RowProps) {
  const id = useId();
  return (
    <div className="need-row">
      <label htmlFor={id}>{label}</label>
      <span className="need-field">
        {children(id)} <span aria-hidden="true">{unit}</span>
      </span>
    </div>
  );
}

function Found({ found, currency }: { readonly found: Cheapest; readonly currency: string }) {
  const { formatOptions } = useAppContext();
  const formats = useFormats();
  const { blocks, wh, cost, saved, reasons } = found;
  const amount = (value: number) => money(value.toFixed(2), currency, formatOptions);
  const times = blocks.map(({ from, until }) => formats.times(from, until));
  return (
    <>
      {times.length > 0 && <p className="plan-times">{listOf(times, formatOptions)}</p>}
      {wh !== undefined && cost !== undefined && (
        <p>{words().costs({ energy: formats.energy(wh), cost: amount(cost) })}</p>
      )}
      {saved !== undefined && saved >= leastSaved && <p>{words().saved(amount(saved))}</p>}
      {blocks.some(({ isForecast }) => isForecast) && <p>{words().forecast}</p>}
      {reasons.map((reason) => (
        <p key={reason.kind}>{reasonWords(reason, formats)}</p>
      ))}
    </>
  );
}

/** Less than that is not worth a word. */
const leastSaved = 0.01;

function reasonWords(reason: PlanReason, formats: Formats): string {
  switch (reason.kind) {
    case 'tooLittleTime':
    case 'tooDear':
      return words().atMost(formats.energy(reason.possibleWh));
    case 'noPrices':
      return words().noPrices;
    case 'deadlinePassed':
      return words().over;
    default:
      return exhaustive(reason);
  }
}
