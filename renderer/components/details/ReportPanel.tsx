import { useId, useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Report } from '../../../shared/domain/charger/report.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { Result } from '../../../shared/result.ts';
import { messages } from '../../../shared/text/messages.ts';
import { reportText } from '../../../shared/text/report-text.ts';
import { useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { CopyButton } from '../basic/CopyButton.tsx';
import { OnceTrouble } from '../charger/OnceTrouble.tsx';
import { ReportParts } from './ReportParts.tsx';

type Made = Result<Report, Failure>;

/** Asks the charger for a report, shows it, and gives it away as its owner likes. */
export function ReportPanel({ charger }: { readonly charger: ChargerState }) {
  const tell = useTell();
  const id = useId();
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<Made>();
  const make = async () => {
    setAsking(true);
    setMade(undefined);
    const got = await tell('makeReport', { chargerId: charger.id });
    setAsking(false);
    if (got.ok) setMade(got.value);
  };
  const report = made?.ok ? made.value : undefined;
  return (
    <section className="report" aria-labelledby={id}>
      <h3 id={id}>{messages.report.title}</h3>
      <p className="soft small">{messages.report.hint}</p>
      <ActionButton disabled={asking} onPress={() => void make()}>
        {report ? messages.report.again : messages.report.offer}
      </ActionButton>
      <div role="status" className="small">
        {asking && <p className="soft">{messages.report.asking}</p>}
        {report && <p className="soft">{messages.report.ready}</p>}
        {made && !made.ok && <OnceTrouble brand={charger.brand} failure={made.failure} />}
      </div>
      {report && <ReportParts report={report} />}
      {report && <GiveAway chargerId={charger.id} report={report} />}
    </section>
  );
}

interface GiveProps {
  readonly chargerId: string;
  readonly report: Report;
}

function GiveAway({ chargerId, report }: GiveProps) {
  const tell = useTell();
  const [outcome, setOutcome] = useState<'saved' | 'cancelled' | 'failed'>();
  const save = async () => {
    setOutcome(undefined);
    const got = await tell('saveReport', { chargerId });
    if (got.ok) setOutcome(got.value);
  };
  return (
    <>
      <div className="buttons">
        <CopyButton text={reportText(report)} look="plain" label={messages.report.copy} />
        <ActionButton onPress={() => void save()}>{messages.report.save}</ActionButton>
      </div>
      <p role="status" className="soft small">
        {outcome && messages.report[outcome]}
      </p>
    </>
  );
}
