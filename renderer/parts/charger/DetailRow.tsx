import { useState } from 'react';
import type { Detail } from '../../../shared/domain/details.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { detailLabels } from '../../../shared/text/detail-text.ts';
import { failureSentence } from '../../../shared/text/failure-text.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { useSurroundings, useTell } from '../../surroundings.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { CopyButton } from '../basic/CopyButton.tsx';

interface Props {
  readonly chargerId: string;
  readonly detail: Detail;
}

/** One fact about a charger. Of a secret there is only its mask here. */
export function DetailRow({ chargerId, detail }: Props) {
  const label = detailLabels[detail.key];
  return (
    <div className="detail">
      <dt>{label}</dt>
      <dd>
        <span className="detail-value">{detail.value}</span>
        {detail.secret && <Reveal chargerId={chargerId} label={label} />}
        {detail.copyable && !detail.secret && (
          <CopyButton text={detail.value} name={windowText.details.copy(label)} />
        )}
      </dd>
    </div>
  );
}

interface RevealProps {
  readonly chargerId: string;
  readonly label: string;
}

/** Has the app show what is behind the mask, in a window of its own. The page never gets it. */
function Reveal({ chargerId, label }: RevealProps) {
  const tell = useTell();
  const { clock, manner } = useSurroundings();
  const [failure, setFailure] = useState<Failure>();
  const reveal = async () => {
    setFailure(undefined);
    const got = await tell('reveal', { chargerId });
    if (got.ok && !got.value.ok) setFailure(got.value.failure);
  };
  return (
    <>
      <ActionButton look="word" onPress={() => void reveal()} name={windowText.details.show(label)}>
        {windowText.details.showShort}
      </ActionButton>
      {failure && (
        <p className="detail-trouble small">{failureSentence(failure, clock.now(), manner)}</p>
      )}
    </>
  );
}
