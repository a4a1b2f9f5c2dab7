import type { Confirmed } from '../../../shared/domain/account/sign-in.ts';
import { formText, otherChargerText } from '../../../shared/text/sign-in-text.ts';
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
      title={otherChargerText.title}
      body={otherChargerText.body(found, known)}
      accept={otherChargerText.accept}
      refuse={formText.keepBlocking}
      {...answers}
      onAccept={() => onAccept({ ...confirmed, chargerId: found })}
    />
  );
}
