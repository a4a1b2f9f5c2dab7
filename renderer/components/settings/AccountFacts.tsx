import type { AccountState } from '../../../shared/domain/app/app-state.ts';
import { brandFormWords } from '../../../shared/text/brand-form-words.ts';
import { dayWords } from '../../../shared/text/certificate-text.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext } from '../../app-context.ts';
import { fingerprintGroups, validity } from '../certificate/compare.ts';

const words = () => messages.settings.account;

/** How it is reached and what was trusted, as far as its name does not say it already. */
export function AccountFacts({ account }: { readonly account: AccountState }) {
  const { clock, formatOptions } = useAppContext();
  const { fields, label, brand } = account;
  const certificate = account.kind === 'localDevice' ? account.certificate : undefined;
  const typed = Object.entries(fields).filter(([, value]) => value !== label);
  if (typed.length === 0 && !certificate) return null;
  const until = certificate && dayWords(certificate.validTo, formatOptions);
  return (
    <dl className="details">
      {typed.map(([name, value]) => (
        <div key={name} className="detail">
          <dt>{brandFormWords(brand).fields[name] ?? name}</dt>
          <dd className="detail-value">{value}</dd>
        </div>
      ))}
      {certificate && until && (
        <div className="detail">
          <dt>{words().certificate}</dt>
          <dd className="detail-value">
            <span className="trusted">
              <code>{fingerprintGroups(certificate.fingerprint)[0]}…</code>
              <span className="soft">
                {validity(certificate, clock.now()) === 'expired'
                  ? words().expired(until)
                  : words().validTo(until)}
              </span>
            </span>
          </dd>
        </div>
      )}
    </dl>
  );
}
