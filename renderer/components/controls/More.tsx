import { type ReactNode, useId, useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { messages } from '../../../shared/text/messages.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { ConfirmButton } from '../basic/ConfirmButton.tsx';
import { Reasons, reasonIdOf } from '../charger/Reasons.tsx';
import { nameOf } from '../charger/view-model.ts';
import { Details } from '../details/Details.tsx';
import { Schedules } from '../schedules/Schedules.tsx';
import { hasMore, offerOf } from './offers.ts';
import { PriceEdit } from './PriceEdit.tsx';
import { RebootButton } from './RebootButton.tsx';
import { SolarModeSwitch } from './SolarModeSwitch.tsx';
import type { Asking } from './use-ask.ts';

interface Props {
  readonly charger: ChargerState;
  readonly observation: Observation;
  readonly local: boolean;
  readonly ask: Asking['ask'];
  /** What became of what was asked here. */
  readonly children: ReactNode;
}

/** What is seldom wanted: solar mode, the price, a restart, new firmware, and the details. */
export function More({ charger, observation, local, ask, children }: Props) {
  const { reading } = charger;
  const id = useId();
  const isOnlyDetails = !hasMore(observation);
  const [isDetails, setDetails] = useState(false);
  const [isSchedules, setSchedules] = useState(false);
  const solarMode = offerOf(reading, 'setSolarMode');
  const price = offerOf(reading, 'setPrice');
  const reboot = offerOf(reading, 'reboot');
  return (
    <div className="panel more">
      {solarMode && (
        <SolarModeSwitch
          {...{ charger, ask }}
          disabled={solarMode.why !== undefined}
          reasonId={reasonIdOf(id, solarMode)}
        />
      )}
      {price && (
        <PriceEdit
          {...{ observation, ask }}
          disabled={price.why !== undefined}
          reasonId={reasonIdOf(id, price)}
        />
      )}
      <UpdateOffer {...{ charger, observation, ask, id }} />
      <div className="buttons">
        {reboot && <RebootButton {...{ charger, ask }} reasonId={reasonIdOf(id, reboot)} />}
        {observation.abilities.ownSchedules && (
          <ActionButton expanded={isSchedules} onPress={() => setSchedules(!isSchedules)}>
            {messages.schedules.title}
          </ActionButton>
        )}
        {!isOnlyDetails && (
          <ActionButton expanded={isDetails} onPress={() => setDetails(!isDetails)}>
            {messages.chargers.more.details}
          </ActionButton>
        )}
      </div>
      {children}
      <Reasons id={id} offers={[solarMode, price, reboot, offerOf(reading, 'updateSoftware')]} />
      {isSchedules && <Schedules charger={charger} />}
      {(isOnlyDetails || isDetails) && <Details charger={charger} local={local} />}
    </div>
  );
}

interface UpdateProps extends Pick<Props, 'charger' | 'observation' | 'ask'> {
  readonly id: string;
}

/** Present only while the maker offers one. */
function UpdateOffer({ charger, observation, ask, id }: UpdateProps) {
  const update = offerOf(charger.reading, 'updateSoftware');
  const version = observation.abilities.update;
  if (!update || !version) return null;
  const words = messages.window.confirm;
  return (
    <div className="setting-row">
      <p className="soft">{messages.window.update.offer({ from: version.from, to: version.to })}</p>
      <ConfirmButton
        label={messages.commandLabels.updateSoftware}
        title={words.updateTitle(nameOf(charger))}
        body={words.updateBody(version.to)}
        onConfirm={() => void ask({ kind: 'updateSoftware' })}
        disabled={update.why !== undefined}
        reasonId={reasonIdOf(id, update)}
      />
    </div>
  );
}
