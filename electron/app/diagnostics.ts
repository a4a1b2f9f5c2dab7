import type { AccountState, AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import { modelKnown } from '../../shared/domain/charger/known-as.ts';
import { lastObservation } from '../../shared/domain/charger/reading.ts';
import type { Ports } from '../ports/app-ports.ts';

/**
 * A report to copy into a bug report: versions, states, ages. No names, addresses, ids or
 * secrets, so that it can be published as it is.
 */
export function diagnosticsOf(
  state: AppState,
  ports: Pick<Ports, 'facts' | 'clock' | 'overrides'>,
): string {
  const { facts, clock, overrides } = ports;
  return [
    `ChargeTray ${facts.version} (${facts.runtime})`,
    `platform: ${facts.platform}`,
    `time: ${new Date(clock.now()).toISOString()}`,
    `tray: ${state.tray}`,
    `keychain: ${state.keychain}`,
    `disk: ${state.diskTrouble ? 'refuses' : 'ok'}`,
    `history: ${state.history.trouble?.kind ?? 'ok'}`,
    `updates: ${updatesOf(state)}`,
    `settings lost: ${state.settingsTrouble?.lostKeys.join(', ') || 'none'}`,
    `overrides: ${Object.keys(overrides).join(', ') || 'none'}`,
    ...state.accounts.map(
      (account, index) =>
        `account ${index + 1}: ${account.brand}, ${account.signIn}, secrets ${account.secrets}, ` +
        `${everyWords(account)}, trouble ${account.trouble?.kind ?? 'none'}`,
    ),
    ...state.chargers.map((charger, index) => chargerReport(charger, index, clock.now())),
  ].join('\n');
}

function updatesOf({ settings, update }: AppState): string {
  if (!update) return 'never offered here';
  const isOn = settings.updates === null ? 'not chosen' : settings.updates ? 'on' : 'off';
  const { progress, way } = update;
  return [isOn, way, progress.phase, ...('why' in progress ? [progress.why] : [])].join(', ');
}

function everyWords(account: AccountState): string {
  return account.kind === 'listener' ? 'listens' : `every ${account.pollSeconds} s`;
}

function chargerReport(charger: ChargerState, index: number, now: number): string {
  const { reading, command } = charger;
  const observation = lastObservation(reading);
  const at = reading.certainty === 'never' ? undefined : reading.at;
  const facts = [
    charger.brand,
    modelKnown(charger),
    reading.certainty,
    at === undefined ? undefined : `${Math.round((now - at) / 1000)} s old`,
    'because' in reading ? `because ${reading.because?.kind}` : undefined,
    observation && `state ${observation.status.state} (${observation.vendorCode})`,
    command && `wish ${command.command.kind} ${command.phase}`,
  ];
  return `charger ${index + 1}: ${facts.filter(Boolean).join(', ')}`;
}
