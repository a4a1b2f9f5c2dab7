import { messages } from '../../../shared/text/messages.ts';
import { unitPrice } from '../../../shared/text/unit-price.ts';
import { useAppContext } from '../../app-context.ts';
import { useFormats } from '../history/formats.ts';
import type { ShownSlot } from './day-prices.ts';

interface Props {
  readonly slots: readonly ShownSlot[];
  /** ISO 4217. */
  readonly currency: string;
}

const words = () => messages.market.picture;

/** The same as the picture, for those who do not see it. */
export function PriceTable({ slots, currency }: Props) {
  const { formatOptions } = useAppContext();
  const formats = useFormats();
  return (
    <div className="visually-hidden">
      <table>
        <caption>{words().title}</caption>
        <thead>
          <tr>
            <th scope="col">{words().time}</th>
            <th scope="col">{words().price}</th>
          </tr>
        </thead>
        <tbody>
          {slots.map(({ from, until, perKwh }) => (
            <tr key={from}>
              <th scope="row">{formats.times(from, until)}</th>
              <td>{unitPrice(perKwh, currency, formatOptions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
