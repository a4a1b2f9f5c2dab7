import { useId, useState } from 'react';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { HistoryCharger } from '../../../shared/domain/session/history.ts';
import type { Result } from '../../../shared/result.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext, useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { OnceTrouble } from '../charger/OnceTrouble.tsx';
import { type Bounds, boundsOf, type Span, shifted, spanAt, zoneOf } from '../history/span.ts';

interface Props {
  readonly charger: HistoryCharger;
  /** There are others beside it. */
  readonly isNamed: boolean;
  readonly span: Span;
}

/** Of all time the cloud is asked for so many years: each month of them takes a minute. */
const mostYears = 3;

/** Asks the maker's cloud what it knows of the range that is shown. */
export function FetchPanel({ charger, isNamed, span }: Props) {
  const { clock, formatOptions } = useAppContext();
  const tell = useTell();
  const id = useId();
  const [isAsking, setAsking] = useState(false);
  const [told, setTold] = useState<Result<{ readonly sessions: number }, Failure>>();
  const { brand, name, key } = charger;
  const words = messages.fetching;
  const cloud = brandWords(brand).name;
  const ask = async () => {
    const { from, to } = fetchedOf(span, clock.now(), zoneOf(formatOptions));
    setAsking(true);
    setTold(undefined);
    const got = await tell('fetchSessions', {
      charger: key,
      from,
      to: Math.max(from, Math.min(to, clock.now())),
    });
    setAsking(false);
    if (got.ok) setTold(got.value);
  };
  return (
    <div className="panel fetch">
      <ActionButton disabled={isAsking} reasonId={id} onPress={() => void ask()}>
        {isNamed ? words.offerFor({ brand: cloud, name }) : words.offer(cloud)}
      </ActionButton>
      <div id={id} role="status" className="soft small">
        {!isAsking && !told && words.hint}
        {isAsking && words.busy}
        {told?.ok && words.done(told.value.sessions)}
        {told && !told.ok && <OnceTrouble brand={brand} failure={told.failure} />}
      </div>
    </div>
  );
}

function fetchedOf(span: Span, now: number, zone: string): Bounds {
  if (span.unit !== 'all') return boundsOf(span, zone);
  const first = shifted(spanAt(now, 'year', zone), 1 - mostYears);
  return { from: boundsOf(first, zone).from, to: now };
}
