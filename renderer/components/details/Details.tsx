import { useEffect, useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Detail } from '../../../shared/domain/charger/details.ts';
import { vendorNameKnown } from '../../../shared/domain/charger/known-as.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { Result } from '../../../shared/result.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext, useTell } from '../../app-context.ts';
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
  const { locale, numberLocale, timeZone } = useAppContext().formatOptions;
  const [loaded, setLoaded] = useState<Loaded>();
  // The rows come in words: in another language, region or zone they have to be said anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way of writing is the reason
  useEffect(() => {
    let wanted = true;
    void tell('loadDetails', { chargerId }).then((got) => {
      if (wanted && got.ok) setLoaded(got.value);
    });
    return () => {
      wanted = false;
    };
  }, [tell, chargerId, locale, numberLocale, timeZone]);
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
  if (!loaded) return <p className="soft">{messages.window.details.loading}</p>;
  if (!loaded.ok) return <OnceTrouble brand={charger.brand} failure={loaded.failure} />;
  if (loaded.value.length === 0) return <p className="soft">{messages.window.details.none}</p>;
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
      <dt>{messages.chargers.more.nameOf(brandWords(charger.brand).name)}</dt>
      <dd className="detail-value">{name}</dd>
    </div>
  );
}
