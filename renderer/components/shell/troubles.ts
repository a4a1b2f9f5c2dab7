import type { AccountState, AppState } from '../../../shared/domain/app/app-state.ts';
import type { Brand } from '../../../shared/domain/brand.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { failureSentence } from '../../../shared/text/failure-text.ts';
import { clockTime, type FormatOptions } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { historyTrouble, keychainTrouble } from '../../../shared/text/trouble-text.ts';

/** Something that stands in the way, and which button helps. */
export interface Trouble {
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly help: Help;
}

export type Help =
  | { readonly kind: 'trayHelp' }
  | { readonly kind: 'tryKeychain' }
  | { readonly kind: 'signIn' | 'change'; readonly accountId: string; readonly brand: Brand }
  | { readonly kind: 'decide'; readonly accountId: string }
  | { readonly kind: 'diagnostics' }
  | { readonly kind: 'portal' }
  | { readonly kind: 'settings' };

/** All that is wrong with the app itself, most pressing first. Chargers say theirs on their cards. */
export function troublesOf(
  state: AppState,
  now: number,
  formatOptions: FormatOptions,
): readonly Trouble[] {
  return [
    ...keychain(state),
    ...state.accounts.flatMap((account) =>
      account.signIn === 'signInNeeded'
        ? signInTrouble(account, state)
        : listTrouble(account, now, formatOptions),
    ),
    ...disk(state),
    ...history(state),
    ...settings(state),
    ...memory(state),
    ...tray(state),
  ];
}

/** What is shown is old, and everything about the chargers may be; the state cannot say so itself. */
export function stuck(
  since: number | undefined,
  now: number,
  formatOptions: FormatOptions,
): readonly Trouble[] {
  if (since === undefined) return [];
  const words = messages.troubles.stuck(clockTime(since, now, formatOptions));
  return [{ key: 'stuck', ...words, help: { kind: 'diagnostics' } }];
}

function keychain({ keychain: answer, app }: AppState): readonly Trouble[] {
  if (answer === 'unknown' || answer === 'working') return [];
  const words = keychainTrouble(answer, app.platform);
  return [{ key: 'keychain', ...words, help: { kind: 'tryKeychain' } }];
}

/** Said here only where no card of a charger says it already. */
function signInTrouble(account: AccountState, { chargers }: AppState): readonly Trouble[] {
  if (chargers.some((charger) => charger.accountId === account.id)) return [];
  const words = brandWords(account.brand).signInTrouble(account.label);
  const help = { kind: 'signIn', accountId: account.id, brand: account.brand } as const;
  return [{ key: `account-${account.id}`, ...words, help }];
}

function listTrouble(
  account: AccountState,
  now: number,
  formatOptions: FormatOptions,
): readonly Trouble[] {
  const key = `account-${account.id}`;
  if (account.trouble) {
    const title = brandWords(account.brand).listTrouble(account.label);
    const body = failureSentence(account.trouble, now, formatOptions);
    return [{ key, title, body, help: listHelp(account, account.trouble) }];
  }
  if (!account.empty) return [];
  return [{ key, ...messages.troubles.empty(account.label), help: { kind: 'portal' } }];
}

/** What is asked in this network is reached again by its owner, who knows its address. */
function listHelp({ id, brand, kind: way }: AccountState, { kind }: Failure): Help {
  const accountId = id;
  if (kind === 'certificateChanged' || kind === 'otherCharger')
    return { kind: 'decide', accountId };
  return way === 'localDevice' ? { kind: 'change', accountId, brand } : { kind: 'diagnostics' };
}

/** One word about the disk is enough: the history lies on the same one. */
function disk({ diskTrouble, history: { trouble } }: AppState): readonly Trouble[] {
  if (!diskTrouble || trouble?.kind === 'diskFull' || trouble?.kind === 'readOnly') return [];
  return [{ key: 'disk', ...messages.troubles.disk, help: { kind: 'diagnostics' } }];
}

function history({ history: { trouble } }: AppState): readonly Trouble[] {
  if (!trouble) return [];
  // A backup is brought in among the settings.
  const kind = trouble.kind === 'corrupt' ? 'settings' : 'diagnostics';
  return [{ key: 'history', ...historyTrouble(trouble), help: { kind } }];
}

function settings({ settingsTrouble }: AppState): readonly Trouble[] {
  if (!settingsTrouble) return [];
  const { keptAside, lostKeys } = settingsTrouble;
  const words =
    keptAside === undefined
      ? messages.troubles.lostSettings(lostKeys)
      : messages.troubles.unreadableSettings(keptAside);
  return [{ key: 'settings', ...words, help: { kind: 'diagnostics' } }];
}

function memory({ memoryTrouble }: AppState): readonly Trouble[] {
  if (!memoryTrouble) return [];
  const { keptAside, isNewer } = memoryTrouble;
  const words = messages.troubles.lostMemory(keptAside, isNewer);
  return [{ key: 'memory', ...words, help: { kind: 'diagnostics' } }];
}

function tray({ tray: shown }: AppState): readonly Trouble[] {
  if (shown !== 'absent') return [];
  return [{ key: 'tray', ...messages.troubles.noTray, help: { kind: 'trayHelp' } }];
}
