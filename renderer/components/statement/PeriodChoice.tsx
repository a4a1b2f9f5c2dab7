import { isoDay } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Choice } from '../basic/Choice.tsx';
import { TextField } from '../basic/TextField.tsx';
import { zoneOf } from '../history/span.ts';
import { periodTitle, periodWith, type StatementPeriod, shiftedPeriod } from './period.ts';

const words = () => messages.statement;

interface Props {
  readonly period: StatementPeriod;
  readonly onChange: (period: StatementPeriod) => void;
}

/** A month, a quarter, a year or any days. There is nothing in the future. */
export function PeriodChoice({ period, onChange }: Props) {
  const { clock, formatOptions } = useAppContext();
  const today = isoDay(clock.now(), zoneOf(formatOptions));
  // Of a year its last month that has begun.
  const last = period.to < today ? period.to : today;
  return (
    <>
      <Choice
        title={words().unit}
        isTitleHidden
        labels={words().units}
        value={period.unit}
        onChoose={(unit) =>
          onChange(unit === 'range' ? { ...period, unit } : periodWith(unit, last))
        }
      />
      {period.unit === 'range' ? (
        <Days period={period} onChange={onChange} />
      ) : (
        <Steps period={period} onChange={onChange} />
      )}
    </>
  );
}

function Steps({ period, onChange }: Props) {
  const { clock, formatOptions } = useAppContext();
  const next = shiftedPeriod(period, 1);
  const isLast = next.from > isoDay(clock.now(), zoneOf(formatOptions));
  return (
    <div className="span-switch">
      <ActionButton
        look="word"
        name={words().before}
        onPress={() => onChange(shiftedPeriod(period, -1))}
      >
        <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M10 3L5 8l5 5" />
        </svg>
      </ActionButton>
      <h2 aria-live="polite">{periodTitle(period, formatOptions)}</h2>
      <ActionButton
        look="word"
        name={words().after}
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

function Days({ period, onChange }: Props) {
  const isWrong = !isRange(period);
  return (
    <div className="price-head">
      <TextField
        label={words().from}
        type="date"
        value={period.from}
        onChange={(from) => onChange({ ...period, from })}
      />
      <TextField
        label={words().to}
        type="date"
        value={period.to}
        error={isWrong ? words().noRange : undefined}
        onChange={(to) => onChange({ ...period, to })}
      />
    </div>
  );
}

/** Whether it can be asked for: while somebody types it may be none. */
export function isRange({ from, to }: StatementPeriod): boolean {
  const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day);
  return isDay(from) && isDay(to) && from <= to;
}
