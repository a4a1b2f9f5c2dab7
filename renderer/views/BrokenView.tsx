import { brokenText } from '../../shared/text/trouble-text.ts';
import { windowText } from '../../shared/text/window-text.ts';
import { ActionButton } from '../components/basic/ActionButton.tsx';

interface Props {
  readonly why: keyof typeof brokenText;
  readonly onAgain?: () => void;
}

/** What is left to say when the window cannot show the app. Needs nothing that could be broken. */
export function BrokenView({ why, onAgain }: Props) {
  return (
    <main className="page">
      <div className="note needs tall" role="alert">
        <h1>{windowText.broken}</h1>
        <p>{brokenText[why]}</p>
        {onAgain && <ActionButton onPress={onAgain}>{windowText.charger.tryAgain}</ActionButton>}
      </div>
    </main>
  );
}
