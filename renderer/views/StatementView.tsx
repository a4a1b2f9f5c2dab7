import { useState } from 'react';
import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { Saved } from '../../shared/ipc/contract.ts';
import { fileNameOf } from '../../shared/text/file-name.ts';
import { messages } from '../../shared/text/messages.ts';
import { useAppContext, useTell } from '../app-context.ts';
import { ActionButton } from '../components/basic/ActionButton.tsx';
import { SwitchRow } from '../components/basic/SwitchRow.tsx';
import { zoneOf } from '../components/history/span.ts';
import { useChargers } from '../components/history/use-chargers.ts';
import { ViewTitle } from '../components/shell/ViewTitle.tsx';
import { ChargersChoice } from '../components/statement/ChargersChoice.tsx';
import { DetailFields } from '../components/statement/DetailFields.tsx';
import { isRange, PeriodChoice } from '../components/statement/PeriodChoice.tsx';
import { periodFileName, periodTitle } from '../components/statement/period.ts';
import { StatementPaper } from '../components/statement/StatementPaper.tsx';
import { useDetails } from '../components/statement/use-details.ts';
import { useFetched } from '../use-fetched.ts';
import type { Place, Places } from '../use-place.ts';

const words = () => messages.statement;

type Here = Extract<Place, { view: 'statement' }>;

interface Props {
  readonly state: AppState;
  readonly here: Here;
  readonly amend: Places['amend'];
}

/** Sessions of a period on paper. Only the paper itself is printed. */
export function StatementView({ state, here, amend }: Props) {
  const { formatOptions } = useAppContext();
  const [meter, setMeter] = useState({ start: '', end: '' });
  const { details, setDetails, isRemembered, remember, settle } = useDetails(
    state.settings.statement,
  );
  const { chargers, period } = here;
  const [asked, setAsked] = useState(period);
  // While days are typed they may be no range: the paper stays as it is until they are.
  if (isRange(period) && asked !== period) setAsked(period);
  const { from, to } = asked;
  const order = { chargers, from, to, zone: zoneOf(formatOptions) };
  const only = here.isBusinessOnly ? { only: 'business' as const } : {};
  const { answer, isCurrent } = useFetched(
    'getStatement',
    { ...order, ...only },
    state.history.changes,
  );
  const known = useChargers(state);
  const names = new Map(known.map(({ key, name }) => [key, name]));
  const [first, ...others] = chargers;
  const named = others.length === 0 ? names.get(first ?? '') : undefined;
  return (
    <>
      <div className="group no-print">
        <div>
          <ViewTitle>{words().view}</ViewTitle>
          <p className="soft">{words().intro}</p>
        </div>
        <div className="card">
          <PeriodChoice period={period} onChange={(next) => amend({ ...here, period: next })} />
          {known.length > 1 && (
            <ChargersChoice
              known={known}
              chosen={chargers}
              onChange={(next) => amend({ ...here, chargers: next })}
            />
          )}
          <SwitchRow
            label={words().businessOnly}
            checked={here.isBusinessOnly === true}
            onChange={(isBusinessOnly) => amend({ ...here, isBusinessOnly })}
          />
          <DetailFields
            details={details}
            onDetails={setDetails}
            meter={meter}
            onMeter={setMeter}
            isRemembered={isRemembered}
            onRemember={remember}
            onLeave={settle}
          />
          {answer && (
            <SavePdf
              title={words().documentTitle(periodTitle(asked, formatOptions))}
              fileName={words().fileName({
                charger: named ?? words().fileOfSeveral,
                period: periodFileName(asked),
              })}
            />
          )}
        </div>
      </div>
      <div aria-busy={!isCurrent}>
        {answer && (
          <StatementPaper
            statement={answer}
            details={details}
            meter={meter}
            nameOf={({ charger }) => names.get(charger.key) ?? charger.name}
          />
        )}
        {!answer && (
          <p className="soft empty">{answer === null ? words().none : words().loading}</p>
        )}
      </div>
    </>
  );
}

interface SaveProps {
  /** Of the document. */
  readonly title: string;
  readonly fileName: string;
}

function SavePdf({ title, fileName }: SaveProps) {
  const tell = useTell();
  const [outcome, setOutcome] = useState<Saved | 'asking'>();
  const save = async () => {
    setOutcome('asking');
    const before = document.title;
    // A PDF has the title of the page.
    document.title = title;
    const got = await tell('savePdf', { name: fileNameOf(fileName) });
    document.title = before;
    setOutcome(got.ok ? got.value : undefined);
  };
  return (
    <>
      <div className="buttons">
        <ActionButton look="main" disabled={outcome === 'asking'} onPress={() => void save()}>
          {words().save}
        </ActionButton>
      </div>
      <p role="status" className="soft small">
        {outcome && outcome !== 'asking' && messages.exporting[outcome]}
      </p>
    </>
  );
}
