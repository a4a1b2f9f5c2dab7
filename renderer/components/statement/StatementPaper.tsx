import type {
  Statement,
  StatementDetails,
  StatementPart,
} from '../../../shared/domain/session/statement.ts';
import { dayWords } from '../../../shared/text/certificate-text.ts';
import { columnDigits } from '../../../shared/text/exact.ts';
import type { FormatOptions } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import type { MeterReadings } from './DetailFields.tsx';
import { periodDays } from './period.ts';
import { StatementPrices } from './StatementPrices.tsx';
import { StatementRows, SumsOfAll } from './StatementRows.tsx';

const words = () => messages.statement;

interface Props {
  readonly statement: Statement;
  readonly details: StatementDetails;
  readonly meter: MeterReadings;
  /** By which its owner knows a charger. */
  readonly nameOf: (part: StatementPart) => string;
}

/** The statement itself: all that is printed, and nothing else. */
export function StatementPaper({ statement, details, meter, nameOf }: Props) {
  const { formatOptions } = useAppContext();
  const { parts, sums, zone } = statement;
  const written = { ...formatOptions, timeZone: zone };
  const all = [sums, ...parts].map(({ totalKwh }) => totalKwh);
  const rows = parts.flatMap((part) => part.rows);
  const digits = columnDigits([...rows.map(({ energyKwh }) => energyKwh), ...all]);
  return (
    <article className="card statement" aria-label={words().title}>
      <h2>{words().title}</h2>
      <Facts facts={headOf(statement, details, written)} />
      {parts.map((part) => (
        <section key={part.charger.key} className="statement-part">
          <h3>{nameOf(part)}</h3>
          <Facts facts={chargerFacts(part, parts.length === 1 ? meter : undefined)} />
          {part.rows.length === 0 ? (
            <p className="soft">{statement.only ? words().noBusinessRows : words().noRows}</p>
          ) : (
            <StatementRows part={part} formatOptions={written} digits={digits} />
          )}
          {part.rows.length > 0 && <StatementPrices part={part} formatOptions={written} />}
        </section>
      ))}
      {parts.length > 1 && <SumsOfAll sums={sums} formatOptions={written} digits={digits} />}
      <Notes statement={statement} />
      {details.signature && <p className="signature">{words().signed}</p>}
    </article>
  );
}

type Fact = readonly [label: string, value: string | undefined];

function headOf(
  { from, issuedAt, only, to, zone }: Statement,
  details: StatementDetails,
  written: FormatOptions,
): readonly Fact[] {
  const { name, address, vehicle, plate, costCentre } = details;
  return [
    [words().period, periodDays({ from, to }, written)],
    [words().issued, dayWords(issuedAt, written)],
    [words().fields.name, name?.trim()],
    [words().fields.address, address?.trim()],
    [words().fields.costCentre, costCentre?.trim()],
    [words().fields.vehicle, vehicle?.trim()],
    [words().fields.plate, plate?.trim()],
    [words().scope, only && words().businessScope],
    [words().zone, zone],
  ];
}

function chargerFacts({ charger }: StatementPart, meter?: MeterReadings): readonly Fact[] {
  return [
    [words().model, charger.model],
    [words().serial, charger.serial],
    [words().fields.meterStart, meter?.start.trim()],
    [words().fields.meterEnd, meter?.end.trim()],
  ];
}

/** Those that are known. */
function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const known = facts.filter(([, value]) => value);
  if (known.length === 0) return null;
  return (
    <dl className="details">
      {known.map(([label, value]) => (
        <div key={label} className="detail">
          <dt>{label}</dt>
          <dd className="detail-value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the reader has to know to trust the sums. */
function Notes({ statement }: { readonly statement: Statement }) {
  const { parts, sums } = statement;
  const rows = parts.flatMap((part) => part.rows);
  const { withoutCost, withoutEnergy } = sums;
  const empty = parts.reduce((count, part) => count + part.empty, 0);
  const notes = [
    ...(rows.some(({ estimated }) => estimated) ? [words().estimated] : []),
    ...(rows.some(({ corrected }) => corrected) ? [words().corrected] : []),
    ...(rows.some(({ severalPrices }) => severalPrices) ? [words().severalNote] : []),
    ...(withoutEnergy > 0 ? [words().withoutEnergy(withoutEnergy)] : []),
    ...(withoutCost > 0 ? [words().withoutCost(withoutCost)] : []),
    ...(empty > 0 ? [words().empty(empty)] : []),
    words().counted,
  ];
  return (
    <div className="soft small statement-notes">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
