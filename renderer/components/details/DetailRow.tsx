import { useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Detail } from '../../../shared/domain/charger/details.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { CopyButton } from '../basic/CopyButton.tsx';
import { OnceTrouble } from '../charger/OnceTrouble.tsx';

interface Props {
  readonly charger: ChargerState;
  readonly detail: Detail;
}

/** One fact about a charger. Of a secret there is only its mask here. */
export function DetailRow({ charger, detail }: Props) {
  const label = messages.detailLabels[detail.key];
  return (
    <div className="detail">
      <dt>{label}</dt>
      <dd>
        <span className="detail-value">{detail.value}</span>
        {detail.secret && <Reveal charger={charger} label={label} />}
        {detail.copyable && !detail.secret && (
          <CopyButton text={detail.value} name={messages.window.details.copy(label)} />
        )}
      </dd>
    </div>
  );
}

interface RevealProps {
  readonly charger: ChargerState;
  readonly label: string;
}

/** Has the app show what is behind the mask, in a window of its own. The page never gets it. */
function Reveal({ charger, label }: RevealProps) {
  const tell = useTell();
  const [failure, setFailure] = useState<Failure>();
  const reveal = async () => {
    setFailure(undefined);
    const got = await tell('reveal', { chargerId: charger.id });
    if (got.ok && !got.value.ok) setFailure(got.value.failure);
  };
  return (
    <>
      <ActionButton
        look="word"
        onPress={() => void reveal()}
        name={messages.window.details.show(label)}
      >
        {messages.window.details.showShort}
      </ActionButton>
      {failure && <OnceTrouble brand={charger.brand} failure={failure} />}
    </>
  );
}
