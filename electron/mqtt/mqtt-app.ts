import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { BrokerChoice } from '../../shared/domain/app/broker.ts';
import type { Settings } from '../../shared/domain/app/settings.ts';
import type { PlanView } from '../../shared/domain/price/charge-plan.ts';
import type { ChargerRecord } from '../charging/record.ts';
import type { Commands } from '../commands/commands.ts';
import type { Ports } from '../ports/app-ports.ts';
import type { KnownSlots } from '../tariffs/hourly.ts';

/** What the way to a broker needs of the app. */
export interface MqttApp {
  readonly ports: Pick<
    Ports,
    'broker' | 'clock' | 'facts' | 'hide' | 'log' | 'power' | 'random' | 'vault'
  >;
  readonly preferences: {
    readonly get: () => Pick<Settings, 'broker'>;
    readonly setBroker: (broker: BrokerChoice | null) => void;
  };
  readonly store: { readonly get: () => AppState };
  readonly tracker: { readonly record: (id: string) => ChargerRecord | undefined };
  readonly plans: { readonly view: (chargerId: string) => PlanView | undefined };
  readonly market: { readonly known: () => KnownSlots | undefined };
  readonly commands: Pick<Commands, 'asked' | 'execute'>;
  readonly throttle: { readonly now: () => void };
}
