import type { Period } from '../../shared/domain/session/history.ts';
import { messages } from '../../shared/text/messages.ts';
import type { Span } from '../components/history/span.ts';
import type { Bars } from './bars.ts';

interface Props {
  readonly title: string;
  readonly bars: Bars;
  readonly unit: Span['unit'];
  readonly name: (period: Period) => string;
  readonly amount: (period: Period) => string;
  readonly solar: (period: Period) => string;
}

const words = () => messages.historySums.bars;

/** The bars as a table, for those who do not see them. */
export function BarsTable({ title, bars, unit, name, amount, solar }: Props) {
  const hasSolar = bars.bars.some(({ solarShare }) => solarShare > 0);
  return (
    <div className="visually-hidden">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words().period[unit]}</th>
            <th scope="col">{words().measures[bars.measure]}</th>
            {hasSolar && <th scope="col">{words().solar}</th>}
            <th scope="col">{words().sessions}</th>
          </tr>
        </thead>
        <tbody>
          {bars.bars
            .filter(({ period }) => period.charges > 0)
            .map(({ period }) => (
              <tr key={period.from}>
                <th scope="row">{name(period)}</th>
                <td>{amount(period)}</td>
                {hasSolar && <td>{solar(period)}</td>}
                <td>{period.charges}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
