import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';

/** Once, after some days of use: whether newer versions are looked for. Either answer is kept. */
export function UpdateQuestion() {
  const tell = useTell();
  const words = messages.updates.question;
  const answer = (updates: boolean) => void tell('changeSettings', { updates });
  return (
    <section className="card update-question" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="soft small">{words.body}</p>
      <div className="buttons">
        <ActionButton onPress={() => answer(true)}>{words.yes}</ActionButton>
        <ActionButton onPress={() => answer(false)}>{words.no}</ActionButton>
      </div>
    </section>
  );
}
