import { type ReactNode, useState } from 'react';
import type { Licence, LicenceList } from '../../shared/domain/app/licence.ts';
import { messages } from '../../shared/text/messages.ts';
import { ViewTitle } from '../components/shell/ViewTitle.tsx';
import { useFetched } from '../use-fetched.ts';

/** Whose work this app is made of, and the words under which they gave it away. */
export function LicencesView() {
  return (
    <>
      <ViewTitle>{messages.licences.title}</ViewTitle>
      <p>{messages.licences.intro}</p>
      <div className="card licences">
        <Licences list="app" />
        <Unfolding title={messages.licences.browser}>
          <Licences list="browser" />
        </Unfolding>
      </div>
    </>
  );
}

/** Asked for when it comes into sight: nobody else needs it. */
function Licences({ list }: { readonly list: LicenceList }) {
  const { answer } = useFetched('licences', { list }, 0);
  if (answer === undefined) return <p className="soft">{messages.licences.loading}</p>;
  if (answer === null) return <p className="soft">{messages.licences.missing}</p>;
  return (
    <ul>
      {answer.map((licence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: it never changes, and names come twice
        <li key={index}>
          <Unfolding title={nameOf(licence)}>
            <pre lang="en">{licence.text}</pre>
          </Unfolding>
        </li>
      ))}
    </ul>
  );
}

function nameOf({ name, version, terms }: Licence): string {
  const whole = version === undefined ? name : `${name} ${version}`;
  return terms === undefined ? whole : `${whole} · ${terms}`;
}

interface UnfoldingProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Closed, it holds nothing: all texts at once would be thousands of lines. */
function Unfolding({ title, children }: UnfoldingProps) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {open && children}
    </details>
  );
}
