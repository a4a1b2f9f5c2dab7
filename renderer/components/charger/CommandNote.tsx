import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { CommandKind, CommandProgress } from '../../../shared/domain/charger/command.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { CommandFailure } from '../../../shared/ipc/contract.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { progressSentence } from '../../../shared/text/command-text.ts';
import { failureSentence, hindranceSentence } from '../../../shared/text/failure-text.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Note } from '../basic/Note.tsx';
import { offerOf } from '../controls/offers.ts';
import type { Asking } from '../controls/use-ask.ts';

/** Where on a card a result stands: beside what was pressed. */
export type NotePlace = 'buttons' | 'limit' | 'more';

const places: Record<CommandKind, NotePlace> = {
  pause: 'buttons',
  resume: 'buttons',
  backToSchedule: 'buttons',
  lock: 'buttons',
  unlock: 'buttons',
  setLimit: 'limit',
  setSolarMode: 'more',
  setPrice: 'more',
  reboot: 'more',
  updateSoftware: 'more',
};

interface Props {
  readonly charger: ChargerState;
  readonly asking: Asking;
  readonly onSignIn: () => void;
  /** Only what belongs here; without it, all. */
  readonly place?: NotePlace;
}

/** How far the newest command has come, or why it was not sent, with the button that helps. */
export function CommandNote({ charger, asking, onSignIn, place }: Props) {
  const { formatOptions, clock } = useAppContext();
  const { reading } = charger;
  const isHere = (kind: CommandKind) => place === undefined || places[kind] === place;
  const { ask } = asking;
  const unlock = offerOf(reading, 'unlock');
  const helps: Helps = {
    ...(unlock && !unlock.why && { unlock: () => void ask({ kind: 'unlock' }) }),
    signIn: { label: brandWords(charger.brand).signInButton, press: onSignIn },
  };

  if (asking.failure && charger.command?.phase !== 'failed') {
    const { failure, kind } = asking.failure;
    if (!isHere(kind)) return null;
    const sentence =
      failure.kind === 'blocked'
        ? hindranceSentence(failure.why)
        : failureSentence(failure, clock.now(), formatOptions);
    return (
      <Note tone="needs" help={<Help failure={failure} helps={helps} />}>
        {sentence}
      </Note>
    );
  }
  const command = charger.command && isHere(charger.command.command.kind) && charger.command;
  if (!command) return null;
  const again = { ...helps, again: () => void ask(command.command) };
  return (
    <Note
      tone={wentWrong(command) ? 'needs' : 'quiet'}
      help={<CommandHelp command={command} helps={again} />}
    >
      {progressSentence({ command, reading }, clock.now(), formatOptions)}
    </Note>
  );
}

function CommandHelp({
  command,
  helps,
}: {
  readonly command: CommandProgress;
  readonly helps: Helps;
}) {
  if (command.phase === 'failed') return <Help failure={command.why} helps={helps} />;
  return command.phase === 'notConfirmed' ? <Again helps={helps} /> : null;
}

interface Helps {
  readonly unlock?: () => void;
  readonly again?: () => void;
  readonly signIn: { readonly label: string; readonly press: () => void };
}

const worthAnotherTry: ReadonlySet<Failure['kind']> = new Set([
  'unreachable',
  'timedOut',
  'serverError',
]);

function Help({ failure, helps }: { readonly failure: CommandFailure; readonly helps: Helps }) {
  const why = 'why' in failure ? failure.why : failure.kind;
  if (why === 'locked' && helps.unlock) {
    return <ActionButton onPress={helps.unlock}>{messages.commandLabels.unlock}</ActionButton>;
  }
  if (why === 'signInNeeded') {
    return <ActionButton onPress={helps.signIn.press}>{helps.signIn.label}</ActionButton>;
  }
  const tryAgain = failure.kind !== 'blocked' && worthAnotherTry.has(failure.kind);
  return tryAgain ? <Again helps={helps} /> : null;
}

function Again({ helps }: { readonly helps: Helps }) {
  if (!helps.again) return null;
  return <ActionButton onPress={helps.again}>{messages.window.charger.tryAgain}</ActionButton>;
}

function wentWrong(command: CommandProgress): boolean {
  return command.phase === 'notConfirmed' || command.phase === 'failed';
}
