import { nameKnown } from '../../shared/domain/charger/known-as.ts';
import { failed, success } from '../../shared/result.ts';
import { formatOptionsIn } from '../../shared/text/format.ts';
import { messages } from '../../shared/text/messages.ts';
import type { AppServices } from '../app/app-services.ts';
import { changeSettings, retryKeychain, setQuiet } from '../app/menu-actions.ts';
import type { Reports } from '../app/reports.ts';
import { testNotice } from '../notifications/rules.ts';
import type { Handlers } from './handlers.ts';
import { historyHandlers } from './history-handlers.ts';
import { SignInAttempts } from './sign-in-attempts.ts';

const done = null;

/** What each call of the window does. Requests are parsed and senders checked before. */
export function createHandlers(services: AppServices): Handlers {
  return {
    ...chargerHandlers(services),
    ...scheduleHandlers(services),
    ...accountHandlers(services),
    ...historyHandlers(services),
    ...appHandlers(services),
    ...brokerHandlers(services),
  };
}

function chargerHandlers(services: AppServices) {
  const { tracker, commands, connections, plans, ports, speech } = services;
  // Few ever ask for one: a start does not read what makes it.
  let loading: Promise<Reports> | undefined;
  const reports = () => {
    const charger = (id: string) => connections.handle(id);
    loading ??= import('../app/reports.ts').then(
      ({ Reports }) => new Reports({ ...ports, charger }),
    );
    return loading;
  };
  return {
    execute: ({ chargerId, command }) => commands.execute(chargerId, command, 'person'),
    setPlan({ chargerId, plan }) {
      plans.set(chargerId, plan);
      return done;
    },
    previewPlan: ({ chargerId, plan }) => plans.preview(chargerId, plan),
    continuePlan({ chargerId }) {
      plans.goOn(chargerId);
      return done;
    },
    refresh() {
      connections.refresh(0);
      return done;
    },
    async loadDetails({ chargerId }) {
      const charger = connections.handle(chargerId);
      const { signal } = new AbortController();
      const formatOptions = formatOptionsIn(ports.zone(), speech.now().locales);
      const details = await charger?.details?.({ signal, formatOptions });
      return details ?? failed({ kind: 'notSupported' });
    },
    reveal({ chargerId }) {
      const value = connections.handle(chargerId)?.secret?.();
      if (value === undefined) return failed({ kind: 'notSupported' });
      const record = tracker.record(chargerId);
      const name = (record && nameKnown(record)) ?? '';
      ports.desktop.reveal({ title: messages.shell.secretOf(name), value });
      return success(done);
    },
    makeReport: async ({ chargerId }) => (await reports()).make(chargerId),
    saveReport: async ({ chargerId }) => (await reports()).save(chargerId),
  } satisfies Partial<Handlers>;
}

function scheduleHandlers({ connections, plans, tracker, ports }: AppServices) {
  const own = async () => {
    const { OwnSchedules } = await import('./own-schedules.ts');
    return new OwnSchedules({
      charger: (id) => connections.handle(id),
      reading: (id) => tracker.record(id)?.reading,
      plans,
      log: ports.log,
    });
  };
  return {
    getSchedules: async ({ chargerId }) => (await own()).read(chargerId),
    changeSchedules: async (wanted) => (await own()).change(wanted),
  } satisfies Partial<Handlers>;
}

function accountHandlers(services: AppServices) {
  const { accounts, adapters, connections, ports } = services;
  const attempts = new SignInAttempts();
  // Only where somebody adds a charger.
  const finder = () => import('../integrations/kit/found-settings.ts');
  return {
    addAccount: ({ brand, useFound, ...typed }) =>
      attempts.run(async (signal) => {
        const form = { ...typed, signal };
        const whole = useFound
          ? await (await finder()).withFound(adapters[brand], ports.sources, form)
          : form;
        return accounts.add(brand, whole);
      }),
    cancelSignIn() {
      attempts.cancel();
      return done;
    },
    async findSettings({ brand }) {
      const { findSettings } = await finder();
      const found = await findSettings(adapters[brand], ports.sources);
      return found?.shown ?? null;
    },
    signInAgain: ({ accountId, ...typed }) =>
      attempts.run((signal) => accounts.signInAgain(accountId, { ...typed, signal })),
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
      connections.reconsider();
      return done;
    },
    setTimeoutSeconds({ accountId, seconds }) {
      accounts.setTimeoutSeconds(accountId, seconds);
      return done;
    },
    tryKeychain() {
      retryKeychain(services);
      return done;
    },
  } satisfies Partial<Handlers>;
}

function brokerHandlers({ mqtt }: AppServices) {
  return {
    setBroker: async (given) => (await mqtt.load()).set(given),
    testBroker: async (given) => (await mqtt.load()).test(given),
    async forgetBroker() {
      await (await mqtt.load()).forget();
      return done;
    },
  } satisfies Partial<Handlers>;
}

function appHandlers(services: AppServices) {
  const { links, market, ports, projection, store, updates } = services;
  return {
    getState: () => projection.forWindow(store.get()),
    changeSettings(change) {
      changeSettings(services, change);
      // What waited for quiet hours that are no more, or not now in another zone.
      if (change.quietHours || change.formats) void services.notifier.flush();
      if (change.history) void services.history.ask(({ repository }) => repository.tidy());
      return done;
    },
    setQuiet({ quiet }) {
      setQuiet(services, quiet);
      return done;
    },
    testNotification: () => ports.notices.test(testNotice(ports.clock.now())),
    async priceNow({ entry }) {
      const { priceAt } = await import('../tariffs/price.ts');
      const price = priceAt([{ ...entry, from: 0 }], ports.clock.now(), market.slots);
      return price ? { amount: price.perKwh, currency: price.currency } : null;
    },
    priceSources: () => market.offered(),
    setPriceToken: (given) => market.setToken(given),
    getMarket: () => market.view(),
    async cheapestTime(order) {
      const { cheapestTime } = await import('../planner/cheapest-time.ts');
      const view = await market.view();
      return view && cheapestTime(view, order, { now: ports.clock.now(), zone: ports.zone() });
    },
    async diagnostics() {
      const { diagnosticsOf } = await import('../app/diagnostics.ts');
      return diagnosticsOf(store.get(), ports);
    },
    copyText({ text }) {
      ports.desktop.copyText(text);
      return done;
    },
    openLink({ link }) {
      ports.desktop.openLink(link);
      return done;
    },
    update({ step }) {
      updates.step(step);
      return done;
    },
    answerLink({ counter }) {
      links.answered(counter);
      return done;
    },
    licences: ({ list }) => ports.licences(list),
    closeWindow() {
      ports.window.close();
      return done;
    },
  } satisfies Partial<Handlers>;
}
