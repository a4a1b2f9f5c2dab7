import type { Report, ReportPart } from '../../../shared/domain/charger/report.ts';
import { clockTime } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';

/** Every answer of a report, with how it came. */
export function ReportParts({ report }: { readonly report: Report }) {
  return (
    <ul className="report-parts">
      {report.parts.map((part) => (
        <li key={part.path}>
          <PartHead part={part} />
          {part.body !== undefined && (
            <section
              className="report-answer"
              aria-label={messages.report.answerOf(part.path)}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
              tabIndex={0}
            >
              <pre>{part.body}</pre>
            </section>
          )}
        </li>
      ))}
    </ul>
  );
}

function PartHead({ part }: { readonly part: ReportPart }) {
  const { clock, formatOptions } = useAppContext();
  const { path, outcome, tookMs, at } = part;
  const facts = [
    outcome ?? messages.report.notAsked,
    tookMs !== undefined && messages.report.took(String(Math.round(tookMs))),
    at !== undefined && clockTime(at, clock.now(), formatOptions),
  ];
  return (
    <p>
      <b>{path}</b> <span className="soft small">{facts.filter(Boolean).join(' · ')}</span>
    </p>
  );
}
