import { useEffect, useState } from 'react';
import type { Detail } from '../../../shared/domain/details.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { Result } from '../../../shared/result.ts';
import { failureSentence } from '../../../shared/text/failure-text.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { useSurroundings, useTell } from '../../surroundings.ts';
import { CopyDiagnostics } from '../basic/CopyDiagnostics.tsx';
import { DetailRow } from './DetailRow.tsx';
import { ReportPanel } from './ReportPanel.tsx';

type Loaded = Result<readonly Detail[], Failure>;

interface Props {
  readonly chargerId: string;
  /** Asked in this network: there is a report to be had of it. */
  readonly local: boolean;
}

/** What rarely changes about a charger. Asked for once, when somebody wants to see it. */
export function Details({ chargerId, local }: Props) {
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
        <DetailRows chargerId={chargerId} loaded={loaded} />
      </div>
      {local && <ReportPanel chargerId={chargerId} />}
      <CopyDiagnostics />
    </div>
  );
}

interface RowsProps {
  readonly chargerId: string;
  readonly loaded: Loaded | undefined;
}

function DetailRows({ chargerId, loaded }: RowsProps) {
  const { clock, manner } = useSurroundings();
  if (!loaded) return <p className="soft">{windowText.details.loading}</p>;
  if (!loaded.ok) return <p>{failureSentence(loaded.failure, clock.now(), manner)}</p>;
  if (loaded.value.length === 0) return <p className="soft">{windowText.details.none}</p>;
  return (
    <dl className="details">
      {loaded.value.map((detail) => (
        <DetailRow key={detail.key} chargerId={chargerId} detail={detail} />
      ))}
    </dl>
  );
}
