import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type { LinkName } from '../../../shared/domain/app/link-name.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useTell } from '../../app-context.ts';
import { keysOf } from '../../keys-of.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { CopyDiagnostics } from '../basic/CopyDiagnostics.tsx';

interface Props {
  readonly app: AppState['app'];
  readonly onLicences: () => void;
}

/** Which version this is and where more is to be read. */
export function About({ app, onLicences }: Props) {
  const tell = useTell();
  const open = (link: LinkName) => void tell('openLink', { link });
  return (
    <div className="card">
      <p>
        {messages.settings.about.version(app.version)}
        {app.demo && <span className="soft"> · {messages.settings.about.demo}</span>}
      </p>
      <ul className="links">
        {keysOf(messages.linkLabels).map((link) => (
          <li key={link}>
            <ActionButton look="word" onPress={() => open(link)}>
              {messages.linkLabels[link]}
            </ActionButton>
          </li>
        ))}
        <li>
          <ActionButton look="word" onPress={onLicences}>
            {messages.licences.open}
          </ActionButton>
        </li>
      </ul>
      <CopyDiagnostics />
      <p className="soft small">{messages.window.copy.diagnosticsHint}</p>
    </div>
  );
}
