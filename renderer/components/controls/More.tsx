import { useId } from 'react';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import { commandLabels } from '../../../shared/text/command-text.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { ConfirmButton } from '../basic/ConfirmButton.tsx';
import { Reasons, reasonIdOf } from '../charger/Reasons.tsx';
import { offerOf } from './offers.ts';
import { PriceEdit } from './PriceEdit.tsx';
import type { Asking } from './use-ask.ts';

interface Props {
  readonly reading: Reading;
  readonly observation: Observation;
  readonly ask: Asking['ask'];
}

const words = windowText.confirm;

/** What is seldom wanted: the price, a restart, new software. */
export function More({ reading, observation, ask }: Props) {
  const id = useId();
  const price = offerOf(reading, 'setPrice');
  const reboot = offerOf(reading, 'reboot');
  const update = offerOf(reading, 'updateSoftware');
  const version = observation.abilities.update;
  return (
    <div className="panel">
      {price && (
        <PriceEdit
          observation={observation}
          ask={ask}
          disabled={price.why !== undefined}
          reasonId={reasonIdOf(id, price)}
        />
      )}
      {update && version && (
        <p className="soft">{windowText.update.offer(version.from, version.to)}</p>
      )}
      <div className="buttons">
        {update && version && (
          <ConfirmButton
            label={commandLabels.updateSoftware}
            title={words.updateTitle(observation.name)}
            body={words.updateBody(version.to)}
            onConfirm={() => void ask({ kind: 'updateSoftware' })}
            disabled={update.why !== undefined}
            reasonId={reasonIdOf(id, update)}
          />
        )}
        {reboot && (
          <ConfirmButton
            label={commandLabels.reboot}
            title={words.rebootTitle(observation.name)}
            body={words.rebootBody}
            onConfirm={() => void ask({ kind: 'reboot' })}
            disabled={reboot.why !== undefined}
            reasonId={reasonIdOf(id, reboot)}
          />
        )}
      </div>
      <Reasons id={id} offers={[price, reboot, version && update]} />
    </div>
  );
}
