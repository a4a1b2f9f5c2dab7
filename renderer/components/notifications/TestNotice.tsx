import { useState } from 'react';
import type { NoticeTest } from '../../../shared/domain/app/notice-test.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { ActionButton } from '../basic/ActionButton.tsx';

const words = () => messages.settings.notices;

/** Sends a notification to see whether the desktop shows it, and says if not, why. */
export function TestNotice() {
  const tell = useTell();
  const [outcome, setOutcome] = useState<NoticeTest | 'sending'>();
  const send = async () => {
    setOutcome('sending');
    const sent = await tell('testNotification', undefined);
    setOutcome(sent.ok ? sent.value : undefined);
  };
  return (
    <div className="test-notice">
      <ActionButton look="word" disabled={outcome === 'sending'} onPress={() => void send()}>
        {words().test}
      </ActionButton>
      <p role="status" className="soft small">
        {outcome === 'sending' ? words().testing : outcome && messages.noticeTests[outcome]}
      </p>
    </div>
  );
}
