import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { messages } from '../../../shared/text/messages.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { takesEscape } from '../shell/use-escape.ts';

interface Props {
  readonly title: string;
  readonly body: string;
  /** What the answer depends on. */
  readonly children?: ReactNode;
  /** On the button that says yes; absent where there is nothing to say yes to. */
  readonly accept?: string | undefined;
  /** On the button that says no, where that is the safe answer: then it leads. */
  readonly refuse?: string | undefined;
  readonly busy: boolean;
  readonly onAccept: () => void;
  /** Also while it is busy: then what is under way is called off. */
  readonly onCancel: () => void;
}

/** The second step of a form: a question that takes the focus. Escape is its Cancel. */
export function QuestionPanel(props: Props) {
  const { title, body, children, accept, refuse, busy, onAccept, onCancel } = props;
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // From its top: the least scrolling would leave the answers below the window's edge.
    place.current?.scrollIntoView({ block: 'start' });
    place.current?.focus({ preventScroll: true });
  }, []);
  const cancelOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset names itself by a legend, which cannot be a heading everywhere
    <div
      ref={place}
      className="question"
      role="group"
      aria-labelledby={id}
      aria-describedby={`${id}-body`}
      tabIndex={-1}
      onKeyDown={cancelOnEscape}
      {...takesEscape}
    >
      <h2 id={id}>{title}</h2>
      <p id={`${id}-body`}>{body}</p>
      {children}
      <div className="buttons long-first">
        {refuse !== undefined && (
          <ActionButton look="main" onPress={onCancel}>
            {refuse}
          </ActionButton>
        )}
        {accept !== undefined && (
          <ActionButton
            look={refuse === undefined ? 'main' : 'plain'}
            disabled={busy}
            onPress={onAccept}
          >
            {accept}
          </ActionButton>
        )}
        {refuse === undefined && (
          <ActionButton onPress={onCancel}>{messages.form.cancel}</ActionButton>
        )}
      </div>
    </div>
  );
}
