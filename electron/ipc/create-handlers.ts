import { failed, success } from '../../shared/result.ts';
import { setQuiet } from '../act.ts';
import { diagnosticsOf } from '../diagnostics.ts';
import type { Organs } from '../organs.ts';
import type { Handlers } from './handlers.ts';

/** What each call of the window does. Requests are parsed and senders checked before. */
export function createHandlers(organs: Organs): Handlers {
  const { accounts, commands, poller, preferences, shells, store } = organs;
  const done = null;
  return {
    getState: () => store.get(),
    ask: ({ chargerId, wish }) => commands.ask(chargerId, wish),
    refresh() {
      poller.lookWithin(0);
      return done;
    },
    async loadDetails({ chargerId }) {
      const charger = poller.charger(chargerId);
      if (!charger) return failed({ kind: 'notSupported' });
      const details = await charger.details({ signal: new AbortController().signal });
      return details.ok ? success(details.value) : details;
    },
    addAccount: ({ brand, ...form }) => accounts.add(brand, form),
    signInAgain: ({ accountId, ...form }) => accounts.signInAgain(accountId, form),
    async signOut({ accountId }) {
      await accounts.signOut(accountId);
      return done;
    },
    async forgetAccount({ accountId }) {
      await accounts.forget(accountId);
      return done;
    },
    setKeepSignedIn({ accountId, keep }) {
      accounts.setKeepSignedIn(accountId, keep);
      return done;
    },
    setPollSeconds({ accountId, seconds }) {
      accounts.setPollSeconds(accountId, seconds);
      poller.reconsider();
      return done;
    },
    changeSettings(change) {
      preferences.change(change);
      if (change.theme) shells.window.setTheme(change.theme);
      if (change.openAtLogin !== undefined) shells.desktop.setOpenAtLogin(change.openAtLogin);
      organs.publish();
      return done;
    },
    setQuiet({ quiet }) {
      setQuiet(organs, quiet);
      return done;
    },
    tryKeychain() {
      accounts.retryKeychain();
      return done;
    },
    diagnostics: () => diagnosticsOf(store.get(), shells),
    copyText({ text }) {
      shells.desktop.copyText(text);
      return done;
    },
    openLink({ link }) {
      shells.desktop.openLink(link);
      return done;
    },
    closeWindow() {
      shells.window.close();
      return done;
    },
  };
}
