import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type {
  NewerVersion,
  UpdateProgress,
  UpdateView,
} from '../../../shared/domain/app/update.ts';
import { clockTime, decimal } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext, useTell } from '../../app-context.ts';
import { SwitchRow } from '../basic/SwitchRow.tsx';
import { phaseSentence } from './phase-sentence.ts';
import { UpdateButtons } from './UpdateButtons.tsx';

const words = () => messages.updates;
const megabyte = 1_000_000;

/** Whether newer versions are looked for, what was found, and the way to it. */
export function UpdateSettings({ state }: { readonly state: AppState }) {
  const tell = useTell();
  const { app, settings, update } = state;
  if (!update) return null;
  return (
    <>
      <div className="card">
        <SwitchRow
          label={words().automatic}
          hint={words().automaticHint}
          checked={settings.updates ?? false}
          onChange={(updates) => void tell('changeSettings', { updates })}
        />
      </div>
      <Found update={update} installed={app.version} />
    </>
  );
}

interface FoundProps {
  readonly update: UpdateView;
  readonly installed: string;
}

function Found({ update, installed }: FoundProps) {
  const { progress, way } = update;
  const newer = 'newer' in progress ? progress.newer : undefined;
  return (
    <div className="card">
      <div>
        <p role="status">
          {phaseSentence(progress, installed)}
          {progress.phase === 'downloading' && <Quarters share={progress.share} />}
        </p>
        <Facts {...{ progress, newer, installed }} />
      </div>
      {progress.phase === 'downloading' && <Progress share={progress.share} />}
      {way === 'byHand' && newer && <p className="soft small">{words().byHand}</p>}
      {progress.phase === 'ready' && <p className="soft small">{words().readyHint}</p>}
      <UpdateButtons update={update} />
      {newer && newer.notes !== '' && <Notes newer={newer} />}
    </div>
  );
}

interface FactsProps {
  readonly progress: UpdateProgress;
  readonly newer: NewerVersion | undefined;
  readonly installed: string;
}

function Facts({ progress, newer, installed }: FactsProps) {
  const { clock, formatOptions } = useAppContext();
  const at = checkedAt(progress);
  const facts = [
    newer && words().installed(installed),
    newer?.bytes !== undefined && words().size(megabytes(newer.bytes, formatOptions)),
    at !== undefined && words().checkedAt(clockTime(at, clock.now(), formatOptions)),
  ].filter(Boolean);
  return facts.length === 0 ? null : <p className="soft small">{facts.join(' · ')}</p>;
}

/** Of a question that failed it is said too: what is known is that old. */
function checkedAt(progress: UpdateProgress): number | undefined {
  if (progress.phase === 'idle') return progress.checkedAt;
  return progress.phase === 'failed' && !progress.newer ? progress.at : undefined;
}

/** Never 0: what is smaller than a megabyte is one. */
function megabytes(bytes: number, formatOptions: Parameters<typeof decimal>[2]): string {
  return decimal(Math.max(1, bytes / megabyte), 0, formatOptions);
}

/** For those who hear it: three words on the way are enough. */
function Quarters({ share }: { readonly share: number }) {
  const percent = usePercent();
  const heard = Math.floor(share * 4) / 4;
  return heard > 0 && <span className="visually-hidden"> {percent(heard)}</span>;
}

function Progress({ share }: { readonly share: number }) {
  const percent = usePercent();
  return (
    <div className="update-progress">
      <progress
        aria-label={words().progress}
        aria-valuetext={percent(share)}
        value={share}
        max={1}
      />
      <span className="soft small" aria-hidden="true">
        {percent(share)}
      </span>
    </div>
  );
}

/** Not 100 before it is there. */
function usePercent(): (share: number) => string {
  const { locale, numberLocale = locale } = useAppContext().formatOptions;
  const written = new Intl.NumberFormat(numberLocale, { style: 'percent', roundingMode: 'floor' });
  return (share) => written.format(share);
}

/** What its makers say of it: text of others, never more than text. */
function Notes({ newer: { notes, version } }: { readonly newer: NewerVersion }) {
  const title = words().whatIsNewIn(version);
  return (
    <details className="update-notes" open>
      <summary>{title}</summary>
      <section
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
        tabIndex={0}
      >
        <p dir="auto">{notes}</p>
      </section>
    </details>
  );
}
