import type { CertificateFacts } from '../../../shared/domain/account/certificate.ts';
import {
  certificateValues,
  type FactName,
  factNames,
} from '../../../shared/text/certificate-text.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { CopyButton } from '../basic/CopyButton.tsx';
import { fingerprintGroups } from './compare.ts';

interface Props {
  readonly offered: CertificateFacts;
  /** The one that was trusted so far: both are shown, and what differs is said. */
  readonly known: CertificateFacts | undefined;
}

const words = () => messages.certificate;

/** What can be compared of a certificate, alone or beside the known one. */
export function CertificateRows({ offered, known }: Props) {
  const { formatOptions } = useAppContext();
  const now = certificateValues(offered, formatOptions);
  const before = known && certificateValues(known, formatOptions);
  return (
    <dl className="certificate">
      {factNames.map((name) => (
        <Row key={name} name={name} now={now[name]} before={before?.[name]} />
      ))}
    </dl>
  );
}

interface RowProps {
  readonly name: FactName;
  readonly now: string;
  readonly before: string | undefined;
}

function Row({ name, now, before }: RowProps) {
  const compares = before !== undefined;
  const differs = compares && before !== now;
  return (
    <div className="certificate-row">
      <dt>
        {words().facts[name]}
        {compares && (
          <span className={differs ? 'pill needs' : 'pill'}>
            {differs ? words().differs : words().same}
          </span>
        )}
      </dt>
      {differs && <Value name={name} value={before} side="known" />}
      <Value name={name} value={now} {...(differs && { side: 'offered' })} />
    </div>
  );
}

interface ValueProps {
  readonly name: FactName;
  readonly value: string;
  readonly side?: 'known' | 'offered';
}

function copyName(side: ValueProps['side']): string {
  const { copy, copyKnown, copyNew } = words();
  if (side === undefined) return copy;
  return side === 'known' ? copyKnown : copyNew;
}

function Value({ name, value, side }: ValueProps) {
  return (
    <dd>
      {side && <span className="certificate-side soft small">{words()[side]}</span>}
      {name === 'fingerprint' ? (
        <Fingerprint fingerprint={value} copyName={copyName(side)} />
      ) : (
        <span className="detail-value">{value}</span>
      )}
    </dd>
  );
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
