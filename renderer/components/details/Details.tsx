import { useEffect, useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Detail } from '../../../shared/domain/charger/details.ts';
import { vendorNameKnown } from '../../../shared/domain/charger/known-as.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { Result } from '../../../shared/result.ts';
import { brandText } from '../../../shared/text/brand-text.ts';
import { chargersText } from '../../../shared/text/chargers-text.ts';
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
      <VendorName charger={charger} />
      {loaded.value.map((detail) => (
        <DetailRow key={detail.key} charger={charger} detail={detail} />
      ))}
    </dl>
  );
}

/** What it is called elsewhere, where it has another name here. */
function VendorName({ charger }: Pick<Props, 'charger'>) {
  const name = charger.alias === undefined ? undefined : vendorNameKnown(charger);
  if (name === undefined) return null;
  return (
    <div className="detail">
      <dt>{chargersText.more.nameOf(brandText[charger.brand].name)}</dt>
      <dd className="detail-value">{name}</dd>
    </div>
  );
}
