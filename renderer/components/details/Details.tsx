import { useEffect, useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Detail } from '../../../shared/domain/charger/details.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { Result } from '../../../shared/result.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { useTell } from '../../app-context.ts';
import { CopyDiagnostics } from '../basic/CopyDiagnostics.tsx';
import { OnceTrouble } from '../charger/OnceTrouble.tsx';
import { DetailRow } from './DetailRow.tsx';
import { ReportPanel } from './ReportPanel.tsx';

type Loaded = Result<readonly Detail[], Failure>;

interface Props {
  readonly charger: ChargerState;
  /** Asked in this network: there is a report to be had of it. */
  readonly local: boolean;
}

/** What rarely changes about a charger. Asked for once, when somebody wants to see it. */
export function Details({ charger, local }: Props) {
  const chargerId = charger.id;
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
        <DetailRows charger={charger} loaded={loaded} />
      </div>
      {local && <ReportPanel charger={charger} />}
      <CopyDiagnostics />
    </div>
  );
}

interface RowsProps {
  readonly charger: ChargerState;
  readonly loaded: Loaded | undefined;
}

function DetailRows({ charger, loaded }: RowsProps) {
  if (!loaded) return <p className="soft">{windowText.details.loading}</p>;
  if (!loaded.ok) return <OnceTrouble brand={charger.brand} failure={loaded.failure} />;
  if (loaded.value.length === 0) return <p className="soft">{windowText.details.none}</p>;
  return (
    <dl className="details">
      {loaded.value.map((detail) => (
        <DetailRow key={detail.key} charger={charger} detail={detail} />
      ))}
    </dl>
  );
}
