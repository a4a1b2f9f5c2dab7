import { type LazyRecords, lazyRecords } from '../history/record/lazy-records.ts';
import { chargerKeyOf } from '../history/store/history.ts';
import type { AppServices } from './app-services.ts';
import { changeSettings } from './menu-actions.ts';

/** The history of the app's chargers, with what it needs of the other services. */
export function recordsOf(services: AppServices): LazyRecords {
  const { tracker, poller, preferences, ports, store } = services;
  const { clock, desktop, history, log, zone } = ports;
  const idOf = (key: string) =>
    tracker.watched().find(({ brand, id }) => chargerKeyOf(brand, id) === key)?.id;
  return lazyRecords({
    load: history,
    clock,
    log,
    zone,
    desktop,
    charger: (key) => poller.charger(idOf(key) ?? ''),
    settings: () => preferences.get(),
    setSettings: (settings) => changeSettings(services, settings),
    prices: (charger, entries) => services.tariffs.learn(charger, entries),
    show: (view) => store.change({ history: view }),
  });
}
