import { useId, useState } from 'react';
import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { Saved } from '../../shared/ipc/contract.ts';
import { exportText, historyText } from '../../shared/text/history-text.ts';
import { statementText } from '../../shared/text/statement-text.ts';
import { useAppContext, useTell } from '../app-context.ts';
import { ActionButton } from '../components/basic/ActionButton.tsx';
import { Select } from '../components/basic/Select.tsx';
import { fileNameOf } from '../components/export/file-name.ts';
import { SpanSwitch } from '../components/history/SpanSwitch.tsx';
import { monthName, monthNamed, zoneOf } from '../components/history/span.ts';
import { useChargers } from '../components/history/use-chargers.ts';
import { ViewTitle } from '../components/shell/ViewTitle.tsx';
import { StatementPaper } from '../components/statement/StatementPaper.tsx';
import { useFetched } from '../use-fetched.ts';
import type { Place, Places } from '../use-place.ts';

type Here = Extract<Place, { view: 'statement' }>;

interface Props {
  readonly state: AppState;
  readonly here: Here;
  readonly amend: Places['amend'];
}

const words = statementText;

/** A month of one charger on paper. Only the paper itself is printed. */
export function StatementView({ state, here, amend }: Props) {
  const { formatOptions } = useAppContext();
  const [name, setName] = useState('');
  const { charger, month } = here;
  const asked = { charger, month, zone: zoneOf(formatOptions) };
  const { answer, isCurrent } = useFetched('getStatement', asked, state.history.changes);
  const chargers = useChargers(state);
  const span = monthNamed(month);
  return (
    <>
      <div className="group no-print">
        <div>
          <ViewTitle>{words.view}</ViewTitle>
          <p className="soft">{words.intro}</p>
        </div>
        <div className="card">
          <div className="history-head">
            <SpanSwitch
              span={span}
              onChange={(next) =>
                next.unit === 'month' && amend({ ...here, month: monthName(next) })
              }
            />
          </div>
          {chargers.length > 1 && (
            <Select
              label={historyText.charger}
              isLabelHidden
              options={chargers.map((one) => [one.key, one.name] as const)}
              value={charger}
              onChoose={(key) => amend({ ...here, charger: key })}
            />
          )}
          <OwnerName name={name} onChange={setName} />
          {answer && <SavePdf fileName={words.fileName(answer.charger.name, month)} />}
        </div>
      </div>
      <div aria-busy={!isCurrent}>
        {answer && <StatementPaper statement={answer} owner={name} />}
        {!answer && <p className="soft empty">{answer === null ? words.none : words.loading}</p>}
      </div>
    </>
  );
}

interface NameProps {
  readonly name: string;
  readonly onChange: (name: string) => void;
}

/** Kept by nobody: it is only on the paper. */
function OwnerName({ name, onChange }: NameProps) {
  const id = useId();
  return (
    <div className="form-row">
      <label htmlFor={id}>{words.name}</label>
      <input
        id={id}
        className="field"
        autoComplete="name"
        value={name}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} className="soft small">
        {words.nameHint}
      </p>
    </div>
  );
}

function SavePdf({ fileName }: { readonly fileName: string }) {
  const tell = useTell();
  const [outcome, setOutcome] = useState<Saved | 'asking'>();
  const save = async () => {
    setOutcome('asking');
    const got = await tell('savePdf', { name: fileNameOf(fileName) });
    setOutcome(got.ok ? got.value : undefined);
  };
  return (
    <>
      <div className="buttons">
        <ActionButton look="main" disabled={outcome === 'asking'} onPress={() => void save()}>
          {words.save}
        </ActionButton>
      </div>
      <p role="status" className="soft small">
        {outcome && outcome !== 'asking' && exportText[outcome]}
      </p>
    </>
  );
}
