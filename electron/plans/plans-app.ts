import type { Settings } from '../../shared/domain/app/settings.ts';
import type { Command, CommandOrigin } from '../../shared/domain/charger/command.ts';
import type { PlanSettings } from '../../shared/domain/price/charge-plan.ts';
import type { MarketView } from '../../shared/domain/price/market.ts';
import type { CommandFailure } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { ChargerUpdate } from '../charging/reader.ts';
import type { ChargerRecord } from '../charging/record.ts';
import type { ChargerHandle } from '../integrations/connection.ts';
import type { Ports } from '../ports/app-ports.ts';
import type { TariffBook } from '../tariffs/tariff-book.ts';

/** What plans need of the app. */
export interface PlansApp {
  readonly ports: Pick<Ports, 'clock' | 'log' | 'power' | 'zone'>;
  readonly preferences: {
    readonly get: () => Pick<Settings, 'plans'>;
    readonly setPlan: (chargerId: string, plan: PlanSettings) => void;
  };
  readonly tracker: { readonly record: (id: string) => ChargerRecord | undefined };
  readonly connections: { readonly handle: (id: string) => ChargerHandle | undefined };
  readonly commands: {
    readonly execute: (
      id: string,
      command: Command,
      origin: CommandOrigin,
    ) => Promise<Result<null, CommandFailure>>;
  };
  readonly pipeline: { readonly announce: (update: Omit<ChargerUpdate, 'event'>) => void };
  readonly tariffs: Pick<TariffBook, 'paidSlots'>;
  readonly market: { readonly view: () => Promise<MarketView | null> };
  readonly stateFile: { readonly keep: () => Promise<void>; readonly keepSoon: () => void };
  readonly throttle: { readonly now: () => void };
}
