import { useState } from 'react';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { ActionButton } from './ActionButton.tsx';

interface Props {
  readonly text: string;
  /** Its name where the word on it is not enough. */
  readonly name?: string;
  readonly look?: 'plain' | 'word';
  /** What stands on it before it was pressed. */
  readonly label?: string;
}

/** Puts a text on the clipboard and says so on itself. */
export function CopyButton({ text, name, look = 'word', label }: Props) {
  const tell = useTell();
  // The text that was copied, not whether: a new one has not been.
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    const put = await tell('copyText', { text });
    setCopied(put.ok ? text : undefined);
  };
  const before = label ?? messages.window.details.copyShort;
  const isCopied = copied === text;
  return (
    <span className="copy-one">
      <ActionButton look={look} onPress={() => void copy()} {...(name && { name })}>
        {isCopied ? messages.window.copy.done : before}
      </ActionButton>
      <span role="status" className="visually-hidden">
        {isCopied ? messages.window.copy.done : ''}
      </span>
    </span>
  );
}
