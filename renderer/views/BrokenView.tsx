import { messages } from '../../shared/text/messages.ts';
import { ActionButton } from '../components/basic/ActionButton.tsx';

interface Props {
  readonly why: keyof typeof messages.broken;
  readonly onAgain?: () => void;
}

/** What is left to say when the window cannot show the app. Needs nothing that could be broken. */
export function BrokenView({ why, onAgain }: Props) {
  return (
    <main className="page">
      <div className="note needs tall" role="alert">
        <h1>{messages.window.broken}</h1>
        <p>{messages.broken[why]}</p>
        {onAgain && (
          <ActionButton onPress={onAgain}>{messages.window.charger.tryAgain}</ActionButton>
        )}
      </div>
    </main>
  );
}
