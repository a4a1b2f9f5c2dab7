import { useEffect, useState } from 'react';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext, useTell } from '../../app-context.ts';
import { QuestionPanel } from '../certificate/QuestionPanel.tsx';
import { nameOf } from '../charger/view-model.ts';
import type { Asking } from '../controls/use-ask.ts';
import type { CommandAsked } from './command-asked.ts';
import { askSentence, doLabel, whyNot } from './link-text.ts';

interface Props {
  readonly charger: ChargerState;
  readonly asked: CommandAsked;
  readonly ask: Asking['ask'];
}

/** Another link may come just when somebody presses: until then what it asks has not been read. */
const readMs = 700;

/** What a link asks of a charger. Nothing is sent without a press, and No leads. */
export function LinkQuestion({ charger, asked, ask }: Props) {
  const { command, counter } = asked;
  const tell = useTell();
  const { clock, formatOptions } = useAppContext();
  const [isRead, setRead] = useState(false);
  useEffect(() => clock.after(readMs, () => setRead(true)), [clock]);
  const why = whyNot(command, charger.reading, formatOptions);
  const answer = () => void tell('answerLink', { counter });
  return (
    <QuestionPanel
      title={askSentence(command, nameOf(charger), formatOptions)}
      body={why ?? messages.links.hint}
      accept={why === undefined ? doLabel(command, formatOptions) : undefined}
      refuse={why === undefined ? messages.links.no : messages.links.close}
      busy={!isRead}
      onAccept={() => {
        answer();
        void ask(command);
      }}
      onCancel={answer}
    />
  );
}
