import { Button } from '@base-ui/react/button';
import type { ReactNode, Ref } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** The one thing most people want now, a plain button, or a word that can be pressed. */
  readonly look?: 'main' | 'plain' | 'word';
  readonly disabled?: boolean;
  /** Id of the sentence that says why it cannot be pressed. */
  readonly reasonId?: string | undefined;
  /** Its name where the words on it are not enough. */
  readonly name?: string;
  readonly expanded?: boolean;
  /** Sends the form it stands in. */
  readonly submits?: boolean;
  readonly ref?: Ref<HTMLElement>;
}

/** A button. Disabled, it can still be reached, so that the reason can be heard. */
export function ActionButton(props: Props) {
  const { children, onPress, look = 'plain', disabled = false, reasonId, name, expanded } = props;
  return (
    <Button
      ref={props.ref}
      type={props.submits ? 'submit' : 'button'}
      className={`button ${look}`}
      disabled={disabled}
      focusableWhenDisabled
      onClick={onPress}
      aria-describedby={disabled ? reasonId : undefined}
      aria-label={name}
      aria-expanded={expanded}
    >
      {children}
    </Button>
  );
}
