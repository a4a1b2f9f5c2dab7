import { memo } from 'react';
import { isEmptySession } from '../../../shared/domain/session/empty-session.ts';
import type { Session } from '../../../shared/domain/session/history.ts';
import { duration } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Formats } from './formats.ts';
import { SourceMark } from './SourceMark.tsx';

interface Props {
  readonly session: Session;
  /** Absent where there is only one. */
  readonly charger: string | undefined;
  /** Sessions of more than one source stand in the list. */
  readonly hasSource: boolean;
  readonly formats: Formats;
  readonly onOpen: (id: number) => void;
}

const words = () => messages.history.list;

/** One session in two lines, and one of its note. It changes seldom and there are many: drawn again only when it does. */
export const SessionRow = memo(function SessionRow(props: Props) {
  const { session, charger, hasSource, formats, onOpen } = props;
  const { id, startedAt, endedAt, cost, note, source, tag, plannedSince } = session;
  const times = endedAt === undefined ? formats.time(startedAt) : formats.times(startedAt, endedAt);
  const amount = cost && formats.money(cost.amount, cost.currency);
  return (
    <li className="session">
      <button type="button" className="session-row" data-session={id} onClick={() => onOpen(id)}>
        <span className="session-name">
          <span className="session-times">{times}</span>
          {charger !== undefined && <span className="session-charger">{` · ${charger}`}</span>}
          {tag && <span className="session-tag">{` ${messages.tagLabels[tag]}`}</span>}
          {plannedSince !== undefined && (
            <span className="session-tag">{` ${messages.plannedSession.byPrice}`}</span>
          )}
        </span>{' '}
        <Energy session={session} formats={formats} />{' '}
        <span className="session-under">
          <span>{underOf(session, formats)}</span>
          {hasSource && <SourceMark source={source} />}
        </span>{' '}
        <span className="session-cost">
          {cost?.estimated && amount ? words().about(amount) : amount}
        </span>
        {note && (
          <>
            {' '}
            <span className="session-note" title={note}>
              {note}
            </span>
          </>
        )}
      </button>
    </li>
  );
});

interface EnergyProps {
  readonly session: Session;
  readonly formats: Formats;
}

/** What nobody knows is called so; what was nothing is marked. Neither is written as a number. */
function Energy({ session, formats }: EnergyProps) {
  const { energyWh } = session;
  if (energyWh === undefined) {
    return (
      <span className="session-energy soft">
        <span aria-hidden="true">{words().unknown}</span>
        <span className="visually-hidden">{words().unknownEnergy}</span>
      </span>
    );
  }
  if (isEmptySession(session))
    return <span className="session-energy soft">{words().noEnergy}</span>;
  return <span className="session-energy">{formats.energy(energyWh)}</span>;
}

/** How long it took, or that it still runs; and with how much power. */
function underOf({ startedAt, endedAt, averageW }: Session, formats: Formats): string {
  const lasted = endedAt === undefined ? words().runs : duration(endedAt - startedAt);
  const isCharge = averageW !== undefined && averageW > 0;
  return isCharge ? `${lasted} · ${words().average(formats.power(averageW))}` : lasted;
}
