import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { WishProgress } from '../../../shared/domain/charger/wish.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { AskFailure } from '../../../shared/ipc/contract.ts';
import { brandText } from '../../../shared/text/brand-text.ts';
import { failureSentence, hindranceSentence } from '../../../shared/text/failure-text.ts';
import { windowText } from '../../../shared/text/window-text.ts';
import { progressSentence, wishLabels } from '../../../shared/text/wish-text.ts';
import { useAppContext } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { Note } from '../basic/Note.tsx';
import { offerOf } from '../controls/offers.ts';
import type { Asking } from '../controls/use-ask.ts';

interface Props {
  readonly charger: ChargerState;
  readonly asking: Asking;
  readonly onSignIn: () => void;
}

/** How far the newest wish has come, or why it was not sent, with the button that helps. */
export function WishNote({ charger, asking, onSignIn }: Props) {
  const { manner, clock } = useAppContext();
  const { wish, reading } = charger;
  const { failure, ask } = asking;
  const unlock = offerOf(reading, 'unlock');
  const helps: Helps = {
    ...(unlock && !unlock.why && { unlock: () => void ask({ kind: 'unlock' }) }),
    signIn: { label: brandText[charger.brand].signInButton, press: onSignIn },
  };

  if (failure && wish?.phase !== 'failed') {
    const sentence =
      failure.kind === 'hindered'
        ? hindranceSentence(failure.why)
        : failureSentence(failure, clock.now(), manner);
    return (
      <Note tone="needs" help={<Help failure={failure} helps={helps} />}>
        {sentence}
      </Note>
    );
  }
  if (!wish) return null;
  const again = { ...helps, again: () => void ask(wish.wish) };
  return (
    <Note tone={wentWrong(wish) ? 'needs' : 'quiet'} help={<WishHelp wish={wish} helps={again} />}>
      {progressSentence({ wish, reading }, clock.now(), manner)}
    </Note>
  );
}

function WishHelp({ wish, helps }: { readonly wish: WishProgress; readonly helps: Helps }) {
  if (wish.phase === 'failed') return <Help failure={wish.why} helps={helps} />;
  return wish.phase === 'notConfirmed' ? <Again helps={helps} /> : null;
}

interface Helps {
  readonly unlock?: () => void;
  readonly again?: () => void;
  readonly signIn: { readonly label: string; readonly press: () => void };
}

const worthAnotherTry: ReadonlySet<Failure['kind']> = new Set([
  'unreachable',
  'timedOut',
  'troubled',
]);

function Help({ failure, helps }: { readonly failure: AskFailure; readonly helps: Helps }) {
  const why = 'why' in failure ? failure.why : failure.kind;
  if (why === 'locked' && helps.unlock) {
    return <ActionButton onPress={helps.unlock}>{wishLabels.unlock}</ActionButton>;
  }
  if (why === 'signInNeeded') {
    return <ActionButton onPress={helps.signIn.press}>{helps.signIn.label}</ActionButton>;
  }
  const tryAgain = failure.kind !== 'hindered' && worthAnotherTry.has(failure.kind);
  return tryAgain ? <Again helps={helps} /> : null;
}

function Again({ helps }: { readonly helps: Helps }) {
  if (!helps.again) return null;
  return <ActionButton onPress={helps.again}>{windowText.charger.tryAgain}</ActionButton>;
}

function wentWrong(wish: WishProgress): boolean {
  return wish.phase === 'notConfirmed' || wish.phase === 'failed';
}
