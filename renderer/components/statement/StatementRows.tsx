import type { Statement, StatementRow } from '../../../shared/domain/session/statement.ts';
import { columnDigits, exactNumber, exactPrice } from '../../../shared/text/exact.ts';
import { money } from '../../../shared/text/format.ts';
import { statementText } from '../../../shared/text/statement-text.ts';
import { useAppContext } from '../../app-context.ts';
import type { Formats } from '../history/formats.ts';

interface Props {
  readonly statement: Statement;
  readonly formats: Formats;
}

const words = statementText;

/** Every charge with its energy, price and cost, and the totals. */
export function StatementRows({ statement, formats }: Props) {
  const { formatOptions } = useAppContext();
  const { columns } = words;
  const { totalKwh } = statement;
  const energies = statement.rows.map(({ energyKwh }) => energyKwh);
  const digits = columnDigits([...energies, totalKwh]);
  return (
    <table className="statement-rows">
      <thead>
        <tr>
          <th scope="col">{columns.day}</th>
          <th scope="col">{columns.times}</th>
          <th scope="col" className="number">
            {columns.energy}
          </th>
          <th scope="col" className="number">
            {columns.price}
          </th>
          <th scope="col" className="number">
            {columns.cost}
          </th>
        </tr>
      </thead>
      <tbody>
        {statement.rows.map((row) => (
          <Row key={row.startedAt} row={row} formats={formats} digits={digits} />
        ))}
        <tr className="total">
          <th scope="row" colSpan={2}>
            {words.total}
          </th>
          <td className="number">
            {totalKwh === undefined ? words.unknown : exactNumber(totalKwh, formatOptions, digits)}
          </td>
          <td />
          <td className="number">
            {statement.totalCosts.length === 0 && words.unknown}
            {statement.totalCosts.map(({ amount, currency }) => (
              <div key={currency}>{money(amount, currency, formatOptions)}</div>
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: StatementRow;
  readonly formats: Formats;
  /** Decimals of the energy. */
  readonly digits: number;
}

function Row({ row, formats, digits }: RowProps) {
  const { formatOptions } = useAppContext();
  const { startedAt, endedAt, energyKwh, perKwh, cost, estimated } = row;
  const price = perKwh !== undefined && cost && exactPrice(perKwh, cost.currency, formatOptions);
  return (
    <tr>
      <th scope="row">{formats.day(startedAt)}</th>
      <td>
        {endedAt === undefined
          ? words.runs(formats.time(startedAt))
          : formats.times(startedAt, endedAt)}
      </td>
      <td className="number">
        {energyKwh === undefined ? words.unknown : exactNumber(energyKwh, formatOptions, digits)}
      </td>
      <td className="number">{price || words.unknown}</td>
      <td className="number">
        {cost ? money(cost.amount, cost.currency, formatOptions) : words.unknown}
        {estimated && words.estimatedMark}
      </td>
    </tr>
  );
}
