import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { exhaustive } from '../../../shared/exhaustive.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { messages } from '../../../shared/text/messages.ts';
import { useAppContext, useTell } from '../../app-context.ts';
import type { Place, Places } from '../../use-place.ts';
import { ActionButton } from '../basic/ActionButton.tsx';
import { CopyDiagnostics } from '../basic/CopyDiagnostics.tsx';
import { type Help, stuck, troublesOf } from './troubles.ts';

interface Props {
  readonly state: AppState;
  readonly stuckSince: number | undefined;
  readonly here: Place;
  readonly go: Places['go'];
}

/** What stands in the way, above whatever view is open. */
export function Troubles({ state, stuckSince, here, go }: Props) {
  const { clock, formatOptions } = useAppContext();
  const now = clock.now();
  const all = [...stuck(stuckSince, now, formatOptions), ...troublesOf(state, now, formatOptions)];
  const troubles = all.filter(({ help }) => !(here.view === 'signIn' && 'accountId' in help));
  if (troubles.length === 0) return null;
  return (
    <section className="troubles" aria-label={messages.troubles.title}>
      {troubles.map(({ key, title, body, help }) => (
        <div key={key} className="note needs tall">
          <h2>{title}</h2>
          <p>{body}</p>
          <HelpButton help={help} go={go} />
        </div>
      ))}
    </section>
  );
}

function HelpButton({ help, go }: { readonly help: Help; readonly go: Places['go'] }) {
  const tell = useTell();
  switch (help.kind) {
    case 'trayHelp':
      return <LinkButton link="trayHelp" />;
    case 'portal':
      return <LinkButton link="wallboxPortal" />;
    case 'tryKeychain':
      return (
        <div className="buttons">
          <ActionButton onPress={() => void tell('tryKeychain', undefined)}>
            {messages.window.form.tryKeychain}
          </ActionButton>
          <CopyDiagnostics />
        </div>
      );
    case 'signIn':
      return (
        <ActionButton onPress={() => go({ view: 'signIn', accountId: help.accountId })}>
          {brandWords(help.brand).signInButton}
        </ActionButton>
      );
    case 'change':
      return (
        <ActionButton onPress={() => go({ view: 'signIn', accountId: help.accountId })}>
          {brandWords(help.brand).change}
        </ActionButton>
      );
    case 'decide':
      return (
        <ActionButton
          onPress={() => go({ view: 'signIn', accountId: help.accountId, atOnce: true })}
        >
          {messages.window.charger.compare}
        </ActionButton>
      );
    case 'settings':
      return (
        <ActionButton onPress={() => go({ view: 'settings' })}>
          {messages.window.header.settings}
        </ActionButton>
      );
    case 'diagnostics':
      return <CopyDiagnostics />;
    default:
      return exhaustive(help);
  }
}

function LinkButton({ link }: { readonly link: 'trayHelp' | 'wallboxPortal' }) {
  const tell = useTell();
  return (
    <ActionButton onPress={() => void tell('openLink', { link })}>
      {messages.linkLabels[link]}
    </ActionButton>
  );
}
