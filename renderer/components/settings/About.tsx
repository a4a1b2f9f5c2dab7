import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type { LinkName } from '../../../shared/ipc/contract.ts';
import { licenceText } from '../../../shared/text/licence-text.ts';
import { linkLabels, settingsText } from '../../../shared/text/settings-text.ts';
import { windowText } from '../../../shared/text/window-text.ts';
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
        {settingsText.about.version(app.version)}
        {app.demo && <span className="soft"> · {settingsText.about.demo}</span>}
      </p>
      <ul className="links">
        {keysOf(linkLabels).map((link) => (
          <li key={link}>
            <ActionButton look="word" onPress={() => open(link)}>
              {linkLabels[link]}
            </ActionButton>
          </li>
        ))}
        <li>
          <ActionButton look="word" onPress={onLicences}>
            {licenceText.open}
          </ActionButton>
        </li>
      </ul>
      <CopyDiagnostics />
      <p className="soft small">{windowText.copy.diagnosticsHint}</p>
    </div>
  );
}
