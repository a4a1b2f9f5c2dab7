import type { CertificateFacts } from '../../../shared/domain/certificate.ts';
import { certificateText, dayWords } from '../../../shared/text/certificate-text.ts';
import { useSurroundings } from '../../surroundings.ts';
import { CopyButton } from '../basic/CopyButton.tsx';
import { differences, type FactName, factNames, fingerprintGroups } from './compare.ts';

interface Props {
  readonly offered: CertificateFacts;
  /** The one that was trusted so far: both are shown, and what differs is said. */
  readonly known?: CertificateFacts | undefined;
}

const words = certificateText;

/** What can be compared of a certificate, alone or beside the known one. */
export function CertificateRows({ offered, known }: Props) {
  const changed = known && differences(known, offered);
  return (
    <dl className="certificate">
      {factNames.map((name) => (
        <div key={name} className="certificate-row">
          <dt>
            {words.facts[name]}
            {changed && <Verdict differs={changed.has(name)} />}
          </dt>
          {known && changed?.has(name) ? (
            <>
              <Value name={name} facts={known} side="known" />
              <Value name={name} facts={offered} side="offered" />
            </>
          ) : (
            <Value name={name} facts={offered} />
          )}
        </div>
      ))}
    </dl>
  );
}

function Verdict({ differs }: { readonly differs: boolean }) {
  return (
    <span className={differs ? 'pill needs' : 'pill'}>{differs ? words.differs : words.same}</span>
  );
}

interface ValueProps {
  readonly name: FactName;
  readonly facts: CertificateFacts;
  readonly side?: 'known' | 'offered';
}

const copyNames = { known: words.copyKnown, offered: words.copyNew, only: words.copy } as const;

function Value({ name, facts, side }: ValueProps) {
  return (
    <dd>
      {side && <span className="certificate-side soft small">{words[side]}</span>}
      {name === 'fingerprint' ? (
        <Fingerprint fingerprint={facts.fingerprint} copyName={copyNames[side ?? 'only']} />
      ) : (
        <PlainFact name={name} facts={facts} />
      )}
    </dd>
  );
}

function PlainFact({ name, facts }: Omit<ValueProps, 'side'>) {
  const { manner } = useSurroundings();
  const { subject, validFrom, validTo, key } = facts;
  const values = {
    fingerprint: facts.fingerprint,
    subject: subject || words.noSubject,
    valid: words.span(dayWords(validFrom, manner), dayWords(validTo, manner)),
    key: key ?? words.noKey,
  };
  return <span className="detail-value">{values[name]}</span>;
}

interface FingerprintProps {
  readonly fingerprint: string;
  readonly copyName: string;
}

function Fingerprint({ fingerprint, copyName }: FingerprintProps) {
  return (
    <>
      <code className="fingerprint">
        {fingerprintGroups(fingerprint).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a fingerprint never move, and two can be alike
          <span key={index}>{group} </span>
        ))}
      </code>
      <CopyButton text={fingerprint} name={copyName} />
    </>
  );
}
