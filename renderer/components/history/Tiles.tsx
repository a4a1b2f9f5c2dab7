import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { useFormats } from './formats.ts';
import { type Compared, missingOf, type TileNote, tilesOf } from './tiles.ts';

const unknown = () => messages.historySums.unknown;

/** The sums of a range in four tiles, each beside the period before; and what is missing from them. */
export function Tiles(compared: Compared) {
  const { formatOptions } = useAppContext();
  const formats = useFormats();
  const missing = missingOf(compared.totals);
  return (
    <>
      <dl className="tiles" aria-label={messages.historySums.title}>
        {tilesOf(compared, { formats, formatOptions }).map(({ label, values, notes }) => (
          <div key={label} className="tile">
            <dt>{label}</dt>
            {values.map((value) => (
              <dd key={value} className={value === unknown() ? 'tile-value soft' : 'tile-value'}>
                {breakable(value)}
              </dd>
            ))}
            {notes.length > 0 && (
              <dd className="tile-notes">
                {notes.map((note) => (
                  <Note key={note.seen} {...note} />
                ))}
              </dd>
            )}
          </div>
        ))}
      </dl>
      {missing.length > 0 && <p className="soft small">{missing.join(' ')}</p>}
    </>
  );
}

/** In a narrow tile a long amount may leave its unit to the next line. */
function breakable(value: string): string {
  return value.replaceAll('\u00a0', ' ').replace('/', '\u200b/');
}

function Note({ seen, heard }: TileNote) {
  if (heard === undefined) return <span>{seen} </span>;
  return (
    <span>
      <span aria-hidden="true">{seen}</span>
      <span className="visually-hidden">{heard} </span>
    </span>
  );
}
