import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { expectedEnd } from '../../../shared/domain/session/expected-end.ts';
import { failureClause } from '../../../shared/text/failure-text.ts';
import {
  clockTime,
  current,
  type FormatOptions,
  powerNumber,
} from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { stateSentence } from '../../../shared/text/status-text.ts';
import { useAppContext } from '../../app-context.ts';
import { flowingPowerW } from './view-model.ts';

interface Props {
  readonly charger: ChargerState;
  readonly observation: Observation;
}

/** What goes on now: the power as one big number, or the state in big words; beside it, what of it. */
export function Now({ charger, observation }: Props) {
  const { formatOptions, clock } = useAppContext();
  const powerW = flowingPowerW(observation);
  const notes = notesOf(charger, observation, { now: clock.now(), formatOptions });
  return (
    <div className="now">
      {powerW === undefined ? (
        <p className="now-words">{stateSentence(observation.status)}</p>
      ) : (
        <p>
          <b className="now-number">{powerNumber(powerW, formatOptions)}</b>{' '}
          <span className="now-unit">{messages.window.charger.kilowatts}</span>
        </p>
      )}
      {notes.length > 0 && (
        <ul className="now-notes soft small">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface Writing {
  readonly now: number;
  readonly formatOptions: FormatOptions;
}

/** At most two lines: there is room for no more, and nothing may jump. */
function notesOf(charger: ChargerState, observation: Observation, writing: Writing) {
  const { now, formatOptions } = writing;
  const { reading } = charger;
  if (reading.certainty === 'outdated' && reading.because) {
    return [failureClause(reading.because, now, formatOptions)];
  }
  const flows = flowingPowerW(observation) !== undefined;
  const isOther = flows && observation.status.state !== 'charging';
  const time = doneOrNext(charger, observation, writing);
  return [
    ...(isOther ? [stateSentence(observation.status)] : []),
    ...(flows ? flowWords(observation, formatOptions) : []),
    ...(time === undefined ? [] : [time]),
  ].slice(0, 2);
}

/** `31 A · 1 phase`, as far as it is known. */
function flowWords({ currentA, phases }: Observation, formatOptions: FormatOptions) {
  const parts = [
    ...(currentA === undefined ? [] : [current(Math.abs(currentA), formatOptions)]),
    ...(phases === undefined ? [] : [messages.window.charger.phases(phases)]),
  ];
  return parts.length > 0 ? [parts.join(' · ')] : [];
}

function doneOrNext({ session }: ChargerState, observation: Observation, writing: Writing) {
  const { now, formatOptions } = writing;
  const { status } = observation;
  if (status.state === 'scheduled') {
    const { nextStartAt } = status;
    const isAhead = nextStartAt !== undefined && nextStartAt > now;
    return isAhead
      ? messages.window.charger.nextStart(clockTime(nextStartAt, now, formatOptions))
      : undefined;
  }
  const doneAt = session && expectedEnd(observation, session);
  if (doneAt === undefined || doneAt < now) return undefined;
  return messages.chargers.now.doneAbout(clockTime(roundedUp(doneAt), now, formatOptions));
}

const stepMs = 5 * 60_000;

/** Nobody knows it to the minute. */
function roundedUp(at: number): number {
  return Math.ceil(at / stepMs) * stepMs;
}
