import { useMemo } from 'react';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Choice } from '../basic/Choice.tsx';
import { useFormats } from './formats.ts';
import { boundsOf, lastMonthOf, type Month, type Span, shifted, spanAt, zoneOf } from './span.ts';

interface Props {
  readonly span: Span;
  readonly onChange: (span: Span) => void;
}

const words = () => messages.history.span;

/** What is shown, the ones before and after it, and the way to now. There is nothing in the future. */
export function SpanSwitch({ span, onChange }: Props) {
  const { clock, formatOptions } = useAppContext();
  const zone = zoneOf(formatOptions);
  const now = clock.now();
  const nextBegins = useMemo(() => boundsOf(shifted(span, 1), zone).from, [span, zone]);
  const isLast = nextBegins > now;
  const isNow = span.unit === 'all' || (isLast && boundsOf(span, zone).from <= now);
  return (
    <div className="span-switch">
      <Steps span={span} isLast={isLast} onChange={onChange} />
      <ActionButton
        look="word"
        disabled={isNow}
        onPress={() => onChange(spanAt(now, span.unit, zone))}
      >
        {words().today}
      </ActionButton>
    </div>
  );
}

/** One step back, the name of what is shown, one step on. Beside all there is nothing to step to. */
function Steps({ span, isLast, onChange }: Props & { readonly isLast: boolean }) {
  const formats = useFormats();
  const { unit } = span;
  const name = (
    <h2 aria-live="polite">
      <span aria-hidden="true">{formats.shortSpan(span)}</span>
      <span className="visually-hidden">{formats.span(span)}</span>
    </h2>
  );
  if (unit === 'all') return name;
  return (
    <div className="span-steps">
      <ActionButton
        look="word"
        name={words().before[unit]}
        onPress={() => onChange(shifted(span, -1))}
      >
        <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M10 3L5 8l5 5" />
        </svg>
      </ActionButton>
      {name}
      <ActionButton
        look="word"
        name={words().after[unit]}
        disabled={isLast}
        onPress={() => onChange(shifted(span, 1))}
      >
        <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M6 3l5 5-5 5" />
        </svg>
      </ActionButton>
    </div>
  );
}

/** Month, year or all. From a year it goes to its last month that has begun. */
export function UnitSwitch({ span, onChange }: Props) {
  const { clock, formatOptions } = useAppContext();
  const choose = (unit: Span['unit']) => {
    const month = spanAt(clock.now(), 'month', zoneOf(formatOptions));
    if (unit !== span.unit) onChange(inUnit(span, unit, month));
  };
  return (
    <Choice
      title={words().unit}
      isTitleHidden
      labels={{ month: words().month, year: words().year, all: words().all }}
      value={span.unit}
      onChoose={choose}
    />
  );
}

function inUnit(span: Span, unit: Span['unit'], now: Month): Span {
  if (unit === 'all') return { unit };
  if (unit === 'year') return { unit, year: span.unit === 'all' ? now.year : span.year };
  return lastMonthOf(span, now);
}
