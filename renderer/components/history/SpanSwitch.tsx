import { useMemo } from 'react';
import { historyText } from '../../../shared/text/history-text.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Choice } from '../basic/Choice.tsx';
import { useFormats } from './formats.ts';
import { boundsOf, type Span, shifted, spanAt, zoneOf } from './span.ts';

interface Props {
  readonly span: Span;
  readonly onChange: (span: Span) => void;
}

const words = historyText.span;

/** The month or year that is shown, with the ones before and after. There is nothing in the future. */
export function SpanSwitch({ span, onChange }: Props) {
  const { clock, formatOptions } = useAppContext();
  const formats = useFormats();
  const next = useMemo(() => shifted(span, 1), [span]);
  const nextBegins = useMemo(
    () => boundsOf(next, zoneOf(formatOptions)).from,
    [next, formatOptions],
  );
  const isLast = nextBegins > clock.now();
  return (
    <div className="span-switch">
      <ActionButton
        look="word"
        name={words.before[span.unit]}
        onPress={() => onChange(shifted(span, -1))}
      >
        <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M10 3L5 8l5 5" />
        </svg>
      </ActionButton>
      <h2 aria-live="polite">{formats.span(span)}</h2>
      <ActionButton
        look="word"
        name={words.after[span.unit]}
        disabled={isLast}
        onPress={() => onChange(next)}
      >
        <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M6 3l5 5-5 5" />
        </svg>
      </ActionButton>
    </div>
  );
}

/** Month or year. From a year it goes to its last month that has begun. */
export function UnitSwitch({ span, onChange }: Props) {
  const { clock, formatOptions } = useAppContext();
  const choose = (unit: Span['unit']) => {
    const now = spanAt(clock.now(), 'month', zoneOf(formatOptions));
    if (unit !== span.unit) onChange(inUnit(span, unit, now));
  };
  return (
    <Choice
      title={words.unit}
      isTitleHidden
      labels={{ month: words.month, year: words.year }}
      value={span.unit}
      onChoose={choose}
    />
  );
}

function inUnit(span: Span, unit: Span['unit'], now: Span): Span {
  const { year } = span;
  if (unit === 'year') return { unit, year };
  const month = year === now.year && now.unit === 'month' ? now.month : 12;
  return { unit, year, month };
}
