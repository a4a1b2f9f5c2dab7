import { useState } from 'react';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { ActionButton } from './ActionButton.tsx';

/** Puts what the app knows about itself on the clipboard, for a report. */
export function CopyDiagnostics({ look = 'plain' }: { readonly look?: 'plain' | 'word' }) {
  const tell = useTell();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const found = await tell('diagnostics', undefined);
    if (!found.ok) return;
    const put = await tell('copyText', { text: found.value });
    setCopied(put.ok);
  };
  return (
    <span className="copy">
      <ActionButton look={look} onPress={() => void copy()}>
        {messages.window.copy.diagnostics}
      </ActionButton>
      <span role="status" className="soft small">
        {copied ? messages.window.copy.done : ''}
      </span>
    </span>
  );
}
