import type { MouseEvent, ReactNode, Ref } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** The one thing most people want now, a plain button, a word that can be pressed, or a step. */
  readonly look?: 'main' | 'plain' | 'word' | 'step' | 'needed' | 'square' | 'badge';
  readonly disabled?: boolean;
  /** Id of the sentence that says why it cannot be pressed. */
  readonly reasonId?: string | undefined;
  /** Its name where the words on it are not enough. */
  readonly name?: string | undefined;
  readonly expanded?: boolean;
  /** Opens a dialog that asks once more. */
  readonly asks?: boolean;
  /** Sends the form it stands in. */
  readonly submits?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button. Disabled, it can still be reached, so that the reason can be heard. */
export function ActionButton(props: Props) {
  const { children, onPress, look = 'plain', disabled = false, reasonId, name, expanded } = props;
  return (
    <button
      ref={props.ref}
      type={props.submits ? 'submit' : 'button'}
      className={`button ${look}`}
      aria-disabled={disabled || undefined}
      onClick={disabled ? refuse : onPress}
      aria-describedby={disabled ? reasonId : undefined}
      aria-label={name}
      aria-expanded={expanded}
      aria-haspopup={props.asks ? 'dialog' : undefined}
    >
      {children}
    </button>
  );
}

/** Neither pressed nor, by way of it, sent. */
function refuse(event: MouseEvent): void {
  event.preventDefault();
}
