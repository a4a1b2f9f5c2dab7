import type { CertificateFacts } from '../../../shared/domain/account/certificate.ts';
import { type Messages, messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { CertificateRows } from './CertificateRows.tsx';
import { isWeakKey, validity } from './compare.ts';
import { QuestionPanel } from './QuestionPanel.tsx';

/** How a certificate is asked about; that of a station unless something else is said. */
type Words = Pick<Messages['certificate'], 'first' | 'changed' | 'expired' | 'notYet' | 'weak'>;

interface Props {
  readonly offered: CertificateFacts;
  readonly known: CertificateFacts | undefined;
  readonly words?: Words;
  /** No is the safe answer also where none was trusted before. */
  readonly isDoubted?: boolean;
  readonly busy: boolean;
  readonly onAccept: () => void;
  readonly onCancel: () => void;
}

/** Asks whether this certificate is that of the station; nobody else can know. */
export function CertificateQuestion({ offered, known, isDoubted = false, ...props }: Props) {
  const { words: said = messages.certificate, ...answers } = props;
  const words = known ? said.changed : said.first;
  return (
    <QuestionPanel
      title={words.title}
      body={words.body}
      accept={words.accept}
      refuse={known || isDoubted ? messages.form.keepBlocking : undefined}
      {...answers}
    >
      <CertificateRows offered={offered} known={known} />
      <Doubts facts={offered} words={said} />
    </QuestionPanel>
  );
}

/** What is unusual about it, and how much that means. */
function Doubts({ facts, words }: { readonly facts: CertificateFacts; readonly words: Words }) {
  const { clock } = useAppContext();
  const when = validity(facts, clock.now());
  return (
    <>
      {when === 'expired' && <p className="small">{words.expired}</p>}
      {when === 'notYet' && <p className="small">{words.notYet}</p>}
      {isWeakKey(facts.key) && <p className="small">{words.weak}</p>}
    </>
  );
}
