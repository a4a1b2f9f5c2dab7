import type { SessionDetail } from '../../../shared/domain/session/history.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useFormats } from '../history/formats.ts';
import { lookOf, runsOf } from './runs.ts';

const mostLines = 40;
const words = () => messages.session.states;

/** What a charger without numbers said, as bands over the time of the charge and as a list. */
export function StateBands({ samples, session }: SessionDetail) {
  const { time } = useFormats();
  const runs = runsOf(samples, session);
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return <p className="soft">{messages.session.noPicture}</p>;
  const [from, length] = [first.from, last.to - first.from];
  return (
    <figure className="bands">
      <svg
        className="bands-place"
        viewBox="0 0 1000 1"
        preserveAspectRatio="none"
        role="img"
        aria-label={words().summary({ from: time(from), to: time(last.to) })}
      >
        {runs.map((run) => (
          <rect
            key={run.from}
            className={`band ${lookOf(run)}`}
            x={((run.from - from) / length) * 1000}
            width={((run.to - run.from) / length) * 1000}
            height={1}
          />
        ))}
      </svg>
      <p className="bands-ends small soft" aria-hidden="true">
        <span>{time(from)}</span>
        <span>{time(last.to)}</span>
      </p>
      <ol className="runs" aria-label={words().title}>
        {runs.slice(0, mostLines).map((run) => (
          <li key={run.from}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <rect className={`band ${lookOf(run)}`} width={12} height={12} rx={3} />
            </svg>
            <span className="soft">
              {messages.session.times({ from: time(run.from), to: time(run.to) })}
            </span>
            <span>{messages.runs[run.state]}</span>
          </li>
        ))}
      </ol>
      {runs.length > mostLines && (
        <p className="soft small">{words().more(runs.length - mostLines)}</p>
      )}
      <p className="soft small">{words().noNumbers}</p>
    </figure>
  );
}
