import { useId, useState } from 'react';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { HistoryCharger } from '../../../shared/domain/session/history.ts';
import type { Result } from '../../../shared/result.ts';
import { fetchText } from '../../../shared/text/history-text.ts';
import { useAppContext, useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { OnceTrouble } from '../charger/OnceTrouble.tsx';
import { boundsOf, type Span, zoneOf } from '../history/span.ts';

interface Props {
  readonly charger: HistoryCharger;
  /** There are others beside it. */
  readonly isNamed: boolean;
  readonly span: Span;
}

/** Asks the maker's cloud what it knows of the range that is shown. */
export function FetchPanel({ charger, isNamed, span }: Props) {
  const { clock, formatOptions } = useAppContext();
  const tell = useTell();
  const id = useId();
  const [isAsking, setAsking] = useState(false);
  const [told, setTold] = useState<Result<{ readonly sessions: number }, Failure>>();
  const { brand, name, key } = charger;
  const ask = async () => {
    const { from, to } = boundsOf(span, zoneOf(formatOptions));
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
        {isNamed ? fetchText.offerFor(brand, name) : fetchText.offer(brand)}
      </ActionButton>
      <div id={id} role="status" className="soft small">
        {!isAsking && !told && fetchText.hint}
        {isAsking && fetchText.busy}
        {told?.ok && fetchText.done(told.value.sessions)}
        {told && !told.ok && <OnceTrouble brand={brand} failure={told.failure} />}
      </div>
    </div>
  );
}
