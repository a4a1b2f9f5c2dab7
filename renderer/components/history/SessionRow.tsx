import { memo } from 'react';
import { isEmptySession } from '../../../shared/domain/session/empty-session.ts';
import type { Session } from '../../../shared/domain/session/history.ts';
import { duration } from '../../../shared/text/format.ts';
import { historyText } from '../../../shared/text/history-text.ts';
import type { Formats } from './formats.ts';
import { SourceMark } from './SourceMark.tsx';

interface Props {
  readonly session: Session;
  /** Absent where there is only one. */
  readonly charger: string | undefined;
  readonly formats: Formats;
  readonly onOpen: (id: number) => void;
}

const words = historyText.list;

/** One charge in two lines. It changes seldom and there are many: drawn again only when it does. */
export const SessionRow = memo(function SessionRow(props: Props) {
  const { session, charger, formats, onOpen } = props;
  const { id, startedAt, endedAt, energyWh, cost, source } = session;
  const times = endedAt === undefined ? formats.time(startedAt) : formats.times(startedAt, endedAt);
  const lasted = endedAt === undefined ? words.runs : duration(endedAt - startedAt);
  const amount = cost && formats.money(cost.amount, cost.currency);
  return (
    <li className="session">
      <button type="button" className="session-row" data-session={id} onClick={() => onOpen(id)}>
        <span className="session-day">{formats.day(startedAt)}</span>
        <span className="session-times">{times}</span>
        <span className="session-energy">
          {energyWh === undefined ? (
            <span className="visually-hidden">{words.unknownEnergy}</span>
          ) : (
            shownEnergy(session, energyWh, formats)
          )}
        </span>
        <span className="session-under">
          <span>{[lasted, charger].filter(Boolean).join(' · ')}</span>{' '}
          <SourceMark source={source} />
        </span>
        <span className="session-cost">
          {cost?.estimated && amount ? words.about(amount) : amount}
        </span>
      </button>
    </li>
  );
});

function shownEnergy(session: Session, energyWh: number, formats: Formats): string {
  return isEmptySession(session) ? words.noEnergy : formats.energy(energyWh);
}
