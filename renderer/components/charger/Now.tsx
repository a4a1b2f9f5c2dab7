import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { clockTime, powerNumber } from '../../../shared/text/format.ts';
import { stateSentence } from '../../../shared/text/status-text.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { useAppContext } from '../../app-context.ts';
import { flowingPowerW } from './view-model.ts';

/** What goes on now: the power as one big number, or the state in big words. */
export function Now({ observation }: { readonly observation: Observation }) {
  const { formatOptions } = useAppContext();
  const powerW = flowingPowerW(observation);
  return (
    <div className="now">
      {powerW === undefined ? (
        <p className="now-words">{stateSentence(observation.status)}</p>
      ) : (
        <p>
          <b className="now-number">{powerNumber(powerW, formatOptions)}</b>{' '}
          <span className="now-unit">{windowText.charger.kilowatts}</span>
        </p>
      )}
      <UnderNow observation={observation} />
    </div>
  );
}

function UnderNow({ observation }: { readonly observation: Observation }) {
  const { formatOptions, clock } = useAppContext();
  const parts = [];
  if (flowingPowerW(observation) !== undefined) {
    if (observation.status.state !== 'charging') parts.push(stateSentence(observation.status));
    if (observation.phases) parts.push(windowText.charger.phases(observation.phases));
  }
  const nextAt =
    observation.status.state === 'scheduled' ? observation.status.nextStartAt : undefined;
  if (nextAt !== undefined && nextAt > clock.now()) {
    parts.push(windowText.charger.nextStart(clockTime(nextAt, clock.now(), formatOptions)));
  }
  return parts.length > 0 && <p className="soft">{parts.join(' · ')}</p>;
}
