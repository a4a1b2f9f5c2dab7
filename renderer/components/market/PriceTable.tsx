import { messages } from '../../../shared/text/messages.ts';
import { unitPrice } from '../../../shared/text/unit-price.ts';
import { useAppContext } from '../../app-context.ts';
import { useFormats } from '../history/formats.ts';
import type { ShownSlot } from './day-prices.ts';
import { barsOf, type ShownPlan } from './shown-plan.ts';

interface Props {
  readonly slots: readonly ShownSlot[];
  /** ISO 4217. */
  readonly currency: string;
  readonly plan: ShownPlan;
}

const words = () => messages.market.picture;

/** The same as the picture, for those who do not see it. */
export function PriceTable({ slots, currency, plan }: Props) {
  const { formatOptions } = useAppContext();
  const formats = useFormats();
  const { picture } = messages.plans;
  return (
    <div className="visually-hidden">
      <table>
        <caption>{words().title}</caption>
        <thead>
          <tr>
            <th scope="col">{words().time}</th>
            <th scope="col">{words().price}</th>
            {plan.isPlanned && <th scope="col">{picture.plan}</th>}
          </tr>
        </thead>
        <tbody>
          {barsOf(slots, plan).map(({ from, until, perKwh, isChosen, isForecast }) => (
            <tr key={from}>
              <th scope="row">{formats.times(from, until)}</th>
              <td>{isForecast ? picture.forecast : unitPrice(perKwh, currency, formatOptions)}</td>
              {plan.isPlanned && <td>{isChosen && picture.planned}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
