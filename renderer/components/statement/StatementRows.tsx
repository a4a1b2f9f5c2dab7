import type {
  StatementPart,
  StatementRow,
  StatementSums,
} from '../../../shared/domain/session/statement.ts';
import { dayWords } from '../../../shared/text/certificate-text.ts';
import { exactNumber, exactPrice } from '../../../shared/text/exact.ts';
import { type FormatOptions, money } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { formatsOf } from '../history/formats.ts';

const words = () => messages.statement;

interface Props {
  readonly part: StatementPart;
  readonly formatOptions: FormatOptions;
  /** Decimals of an energy. */
  readonly digits: number;
}

/** Every session with its energy, price and cost, and the totals. */
export function StatementRows({ part, formatOptions, digits }: Props) {
  const formats = formatsOf(formatOptions);
  return (
    <table className="statement-rows">
      <Head />
      <tbody>
        {part.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{dayWords(row.startedAt, formatOptions)}</th>
            <td>{formats.times(row.startedAt, row.endedAt ?? row.startedAt)}</td>
            <Amounts row={row} formatOptions={formatOptions} digits={digits} />
          </tr>
        ))}
        <Sums title={words().sum(part.sessions)} sums={part} {...{ formatOptions, digits }} />
      </tbody>
    </table>
  );
}

interface AllProps extends Omit<Props, 'part'> {
  readonly sums: StatementSums;
}

/** The totals of several chargers. */
export function SumsOfAll(props: AllProps) {
  return (
    <table className="statement-rows">
      <Head />
      <tbody>
        <Sums title={words().total} {...props} />
      </tbody>
    </table>
  );
}

function Head() {
  const { columns } = words();
  return (
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
  );
}

function Sums({ title, sums, formatOptions, digits }: AllProps & { readonly title: string }) {
  const { totalKwh, totalCosts } = sums;
  return (
    <tr className="total">
      <th scope="row" colSpan={2}>
        {title}
      </th>
      <td className="number">
        {totalKwh === undefined ? <Unknown /> : exactNumber(totalKwh, formatOptions, digits)}
      </td>
      <td />
      <td className="number">
        {totalCosts.length === 0 && <Unknown />}
        {totalCosts.map(({ amount, currency }) => (
          <div key={currency}>{money(amount, currency, formatOptions)}</div>
        ))}
      </td>
    </tr>
  );
}

interface RowProps extends Omit<Props, 'part'> {
  readonly row: StatementRow;
}

function Amounts({ row, formatOptions, digits }: RowProps) {
  const { energyKwh, perKwh, severalPrices, cost, estimated, corrected } = row;
  const price = perKwh !== undefined && cost && exactPrice(perKwh, cost.currency, formatOptions);
  return (
    <>
      <td className="number">
        {energyKwh === undefined ? <Unknown /> : exactNumber(energyKwh, formatOptions, digits)}
        {corrected && words().correctedMark}
      </td>
      <td className="number">{price || (severalPrices ? words().several : <Unknown />)}</td>
      <td className="number">
        {cost ? money(cost.amount, cost.currency, formatOptions) : <Unknown />}
        {estimated && words().estimatedMark}
      </td>
    </>
  );
}

/** A dash to look at, a word to hear. */
function Unknown() {
  return (
    <>
      <span aria-hidden="true">{words().unknown}</span>
      <span className="visually-hidden">{words().unknownHeard}</span>
    </>
  );
}
