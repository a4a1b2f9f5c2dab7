import type { Confirmed } from '../../../shared/domain/account/sign-in.ts';
import { messages } from '../../../shared/text/messages.ts';
import { CertificateQuestion } from '../certificate/CertificateQuestion.tsx';
import { QuestionPanel } from '../certificate/QuestionPanel.tsx';
import type { Step } from './step.ts';

interface Props {
  readonly step: Step;
  readonly busy: boolean;
  /** What was said yes to before; each yes comes on top of the others. */
  readonly confirmed: Confirmed | undefined;
  readonly onAccept: (confirmed: Confirmed) => void;
  readonly onCancel: () => void;
}

/** What only the owner can answer before it goes on. */
export function Question({ step, busy, confirmed, onAccept, onCancel }: Props) {
  const answers = { busy, onCancel };
  if (step.kind === 'certificate') {
    const { offered, known } = step.asked;
    return (
      <CertificateQuestion
        // Another certificate is another question: it takes the focus anew.
        key={offered.fingerprint}
        offered={offered}
        known={known}
        {...answers}
        onAccept={() => onAccept({ ...confirmed, fingerprint: offered.fingerprint })}
      />
    );
  }
  if (step.kind !== 'otherCharger') return null;
  const { found, known } = step.asked;
  return (
    <QuestionPanel
      key={found}
      title={messages.otherCharger.title}
      body={messages.otherCharger.body({ found, known })}
      accept={messages.otherCharger.accept}
      refuse={messages.form.keepBlocking}
      {...answers}
      onAccept={() => onAccept({ ...confirmed, chargerId: found })}
    />
  );
}
