import { useEffect, useState } from 'react';
import type { Detail } from '../../../shared/domain/details.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { Result } from '../../../shared/result.ts';
import { detailLabels } from '../../../shared/text/detail-text.ts';
import { failureSentence } from '../../../shared/text/failure-text.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { useSurroundings, useTell } from '../../surroundings.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { CopyDiagnostics } from '../basic/CopyDiagnostics.tsx';

type Loaded = Result<readonly Detail[], Failure>;

/** What rarely changes about a charger. Asked for once, when somebody wants to see it. */
export function Details({ chargerId }: { readonly chargerId: string }) {
  const tell = useTell();
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let wanted = true;
    void tell('loadDetails', { chargerId }).then((got) => {
      if (wanted && got.ok) setLoaded(got.value);
    });
    return () => {
      wanted = false;
    };
  }, [tell, chargerId]);
  return (
    <div className="panel">
      <div aria-live="polite">
        <DetailRows loaded={loaded} />
      </div>
      <CopyDiagnostics />
    </div>
  );
}

function DetailRows({ loaded }: { readonly loaded: Loaded | undefined }) {
  const { clock, manner } = useSurroundings();
  if (!loaded) return <p className="soft">{windowText.details.loading}</p>;
  if (!loaded.ok) return <p>{failureSentence(loaded.failure, clock.now(), manner)}</p>;
  if (loaded.value.length === 0) return <p className="soft">{windowText.details.none}</p>;
  return (
    <dl className="details">
      {loaded.value.map((detail) => (
        <DetailRow key={detail.key} detail={detail} />
      ))}
    </dl>
  );
}

function DetailRow({ detail }: { readonly detail: Detail }) {
  const tell = useTell();
  const [copied, setCopied] = useState(false);
  const label = detailLabels[detail.key];
  const copy = async () => {
    const put = await tell('copyText', { text: detail.value });
    setCopied(put.ok);
  };
  return (
    <div className="detail">
      <dt>{label}</dt>
      <dd>
        <span className="detail-value">{detail.value}</span>
        {detail.copyable && (
          <ActionButton
            look="word"
            onPress={() => void copy()}
            name={windowText.details.copy(label)}
          >
            {copied ? windowText.copy.done : windowText.details.copyShort}
          </ActionButton>
        )}
      </dd>
    </div>
  );
}
