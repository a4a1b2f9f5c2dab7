import type { CertificateFacts } from '../../../shared/domain/account/certificate.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { CertificateRows } from './CertificateRows.tsx';
import { isWeakKey, validity } from './compare.ts';
import { QuestionPanel } from './QuestionPanel.tsx';

interface Props {
  readonly offered: CertificateFacts;
  readonly known: CertificateFacts | undefined;
  readonly busy: boolean;
  readonly onAccept: () => void;
  readonly onCancel: () => void;
}

/** Asks whether this certificate is that of the station; nobody else can know. */
export function CertificateQuestion({ offered, known, ...answers }: Props) {
  const words = known ? messages.certificate.changed : messages.certificate.first;
  return (
    <QuestionPanel
      title={words.title}
      body={words.body}
      accept={words.accept}
      refuse={known && messages.form.keepBlocking}
      {...answers}
    >
      <CertificateRows offered={offered} known={known} />
      <Doubts facts={offered} />
    </QuestionPanel>
  );
}

/** What is unusual about it, and how much that means. */
function Doubts({ facts }: { readonly facts: CertificateFacts }) {
  const { clock } = useAppContext();
  const when = validity(facts, clock.now());
  return (
    <>
      {when === 'expired' && <p className="small">{messages.certificate.expired}</p>}
      {when === 'notYet' && <p className="small">{messages.certificate.notYet}</p>}
      {isWeakKey(facts.key) && <p className="small">{messages.certificate.weak}</p>}
    </>
  );
}
