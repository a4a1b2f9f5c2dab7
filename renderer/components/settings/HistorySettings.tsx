import { useState } from 'react';
import type { Settings } from '../../../shared/domain/app/settings.ts';
import type { Reply } from '../../../shared/ipc/contract.ts';
import { decimal } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { keepLabels } from '../../../shared/text/settings-text.ts';
import { useAppContext, useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { ConfirmButton } from '../basic/ConfirmButton.tsx';
import { Select } from '../basic/Select.tsx';

type Kept = Settings['history'];

const words = () => messages.settings.history;
const yearDays = 365.25;
/** Years to choose from; 0 is for ever. */
const choices = { samplesDays: [1, 2, 5, 0], sessionsDays: [2, 5, 10, 0] } as const;

interface Props {
  readonly settings: Settings;
  /** Entries so far of a backup that is being written or brought in. */
  readonly backedUp: number | undefined;
}

/** How long what was seen is kept, and the way to keep it elsewhere too. */
export function HistorySettings({ settings, backedUp }: Props) {
  const { history } = settings;
  return (
    <div className="card">
      <KeepSelect label={words().samples} which="samplesDays" history={history} />
      <KeepSelect label={words().sessions} which="sessionsDays" history={history} />
      <p className="soft small">{words().keepHint}</p>
      <Backup backedUp={backedUp} />
    </div>
  );
}

interface KeepProps {
  readonly label: string;
  readonly which: keyof typeof choices;
  readonly history: Kept;
}

function KeepSelect({ label, which, history }: KeepProps) {
  const tell = useTell();
  const choose = (years: number) => {
    const { [which]: _before, ...others } = history;
    const days = years === 0 ? {} : { [which]: Math.ceil(years * yearDays) };
    void tell('changeSettings', { history: { ...others, ...days } });
  };
  return (
    <div className="setting-row keep">
      <Select
        label={label}
        options={choices[which].map((years) => [String(years), keepLabels(years)] as const)}
        value={String(yearsOf(history[which], choices[which]))}
        onChoose={(years) => choose(Number(years))}
      />
    </div>
  );
}

/** The offered number of years that comes nearest to what is kept. */
function yearsOf(days: number | undefined, offered: readonly number[]): number {
  if (days === undefined) return 0;
  const finite = offered.filter((years) => years > 0);
  const distance = (years: number) => Math.abs(years * yearDays - days);
  return finite.reduce((best, years) => (distance(years) < distance(best) ? years : best));
}

type Said = Reply<'backUp'> | Reply<'restoreBackup'> | 'asking';

function Backup({ backedUp }: Pick<Props, 'backedUp'>) {
  const { formatOptions } = useAppContext();
  const tell = useTell();
  const [said, setSaid] = useState<Said>();
  const run = async (name: 'backUp' | 'restoreBackup') => {
    setSaid('asking');
    const got = await tell(name, undefined);
    setSaid(got.ok ? got.value : undefined);
  };
  const isRunning = backedUp !== undefined;
  const isAsking = said === 'asking' || isRunning;
  return (
    <>
      <p className="soft small">{messages.backup.hint}</p>
      <div className="buttons long-last">
        <ActionButton disabled={isAsking} onPress={() => void run('backUp')}>
          {messages.backup.backUp}
        </ActionButton>
        <ConfirmButton
          label={messages.backup.restore}
          confirm={messages.backup.choose}
          title={messages.backup.restoreTitle}
          body={messages.backup.restoreBody}
          disabled={isAsking}
          onConfirm={() => void run('restoreBackup')}
        />
        {isRunning && (
          <ActionButton onPress={() => void tell('cancelExport', undefined)}>
            {messages.backup.stop}
          </ActionButton>
        )}
      </div>
      <p role="status" className="soft small">
        {isRunning
          ? messages.backup.rows(decimal(backedUp, 0, formatOptions))
          : said !== undefined && sentence(said)}
      </p>
    </>
  );
}

function sentence(said: Said): string {
  if (typeof said === 'string') return messages.backup[said];
  if (!said.ok) return messages.backup.failures[said.failure.kind];
  const { sessions, samples, badLines, isWhole } = said.value;
  const lost = badLines > 0 ? ` ${messages.backup.badLines(badLines)}` : '';
  const cutOff = isWhole ? '' : ` ${messages.backup.cutOff}`;
  return `${messages.backup.restored({ sessions, samples })}${lost}${cutOff}`;
}
