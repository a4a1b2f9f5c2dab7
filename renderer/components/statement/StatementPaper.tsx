import type { Statement } from '../../../shared/domain/session/statement.ts';
import { statementText } from '../../../shared/text/statement-text.ts';
import { useAppContext } from '../../app-context.ts';
import { formatsOf } from '../history/formats.ts';
import { monthNamed } from '../history/span.ts';
import { StatementRows } from './StatementRows.tsx';

interface Props {
  readonly statement: Statement;
  /** The owner's name, perhaps empty. */
  readonly owner: string;
}

const words = statementText;

/** The statement itself: all that is printed, and nothing else. */
export function StatementPaper({ statement, owner }: Props) {
  const { formatOptions } = useAppContext();
  const { month, zone, rows } = statement;
  const formats = formatsOf({ ...formatOptions, timeZone: zone });
  return (
    <article className="card statement">
      <h2>{words.title(formats.span(monthNamed(month)))}</h2>
      <Head statement={statement} owner={owner} />
      {rows.length === 0 ? (
        <p className="soft">{words.noRows}</p>
      ) : (
        <StatementRows statement={statement} formats={formats} />
      )}
      <Notes statement={statement} />
    </article>
  );
}

function Head({ statement, owner }: Props) {
  const { charger, zone } = statement;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.paperName, owner.trim() || undefined],
    [words.charger, charger.name],
    [words.model, charger.model],
    [words.serial, charger.serial],
    [words.zone, zone],
  ];
  return (
    <dl className="details">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className="detail">
              <dt>{label}</dt>
              <dd className="detail-value">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** What the reader has to know to trust the sums. */
function Notes({ statement }: { readonly statement: Statement }) {
  const { rows, withoutEnergy, withoutCost } = statement;
  const notes = [
    ...(rows.some(({ estimated }) => estimated) ? [words.estimated] : []),
    ...(withoutEnergy > 0 ? [words.withoutEnergy(withoutEnergy)] : []),
    ...(withoutCost > 0 ? [words.withoutCost(withoutCost)] : []),
    words.counted,
  ];
  return (
    <div className="soft small statement-notes">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
