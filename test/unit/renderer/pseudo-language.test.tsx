import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, test } from 'vitest';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import type { UpdateProgress } from '../../../shared/domain/app/update.ts';
import type { CommandProgress } from '../../../shared/domain/charger/command.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { defaultPlan, type PlanView } from '../../../shared/domain/price/charge-plan.ts';
import { phrases as english } from '../../../shared/languages/en.ts';
import { success } from '../../../shared/result.ts';
import { messages, speak } from '../../../shared/text/messages.ts';
import type { FakeBridge } from '../../fakes/fake-bridge.ts';
import {
  aCharger,
  aChargingCharger,
  anAccount,
  anAppState,
  anObservation,
  cloudBrand,
  current,
  localBrand,
  outdated,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';
import { aBroker, everyBrokerFailure } from '../../fixtures/brokers.ts';
import {
  aBareDetail,
  aDetail,
  aPrice,
  aSession,
  aStatement,
  daysOf,
  garage,
  totalsOf,
  workshop,
} from '../../fixtures/history-rows.ts';
import {
  aCertificate,
  aChargingStation,
  aReport,
  aStation,
  watchingStation,
} from '../../fixtures/local-states.ts';
import { aPlan } from '../../fixtures/plans.ts';
import { pseudoOf } from '../../fixtures/pseudo-language.ts';
import { aNewerVersion, anUpdate } from '../../fixtures/updates.ts';
import { everyWordIn, untranslated } from './every-word.ts';
import { prepareBrowser, preparePast, type Rendered, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();
beforeEach(() => speak(pseudoOf(english)));

/** Dates and names of days and places in Greek: they have no letter of ours. */
const locales = { words: 'el-GR', numbers: 'el-GR', firstDay: 1 } as const;

type Step = (app: Rendered) => Promise<void>;

async function show(
  state: AppState,
  steps: readonly Step[] = [],
  prepare: (fake: FakeBridge) => void = () => undefined,
) {
  const app = await renderApp({ ...state, locales }, prepare);
  for (const step of steps) await step(app);
  const found = everyWordIn(document.body);
  expect(found.some(({ text }) => text.includes('['))).toBe(true);
  expect(untranslated()).toEqual([]);
}

const press =
  (name: () => string | RegExp): Step =>
  async ({ user }) => {
    const [first] = await screen.findAllByRole('button', { name: name() });
    if (first) await user.click(first);
  };

const statuses: readonly ChargerStatus[] = [
  ...(['charging', 'transferring', 'waiting', 'scheduled', 'paused', 'complete'] as const),
  ...(['locked', 'lockedCar', 'available', 'updating', 'offline'] as const),
].map((state) => ({ state }));
const others: readonly ChargerStatus[] = [
  { state: 'unknown', code: '200' },
  { state: 'discharging', phase: 'active' },
  { state: 'queued', cause: 'loadSharing' },
  { state: 'queued', cause: 'meterFailed' },
  { state: 'error', code: '14', unconfirmed: true },
];
const seen = anObservation({ state: 'lockedCar' });
const abilities = { ...seen.abilities, solarMode: true, update: { from: '1', to: '2' } } as const;
const readings: readonly Reading[] = [
  { certainty: 'never' },
  { certainty: 'never', because: { kind: 'unreachable' } },
  { certainty: 'signInNeeded', at: readAt, observation: seen },
  outdated(anObservation({ state: 'charging' })),
  ...[...statuses, ...others].map((status) => current(anObservation(status, { abilities }))),
];
const commands: readonly CommandProgress[] = [
  { phase: 'sending', command: { kind: 'pause' }, at: readAt },
  { phase: 'sent', command: { kind: 'setSolarMode', mode: 'eco' }, at: readAt },
  { phase: 'notConfirmed', command: { kind: 'setLimit', limitA: 16 }, at: readAt },
  {
    phase: 'failed',
    command: { kind: 'lock' },
    at: readAt,
    why: { kind: 'refused', why: 'notNow' },
  },
];

const plans: readonly PlanView[] = [
  aPlan({ reasons: [{ kind: 'tooLittleTime', possibleWh: 18_000 }, { kind: 'noPrices' }] }),
  aPlan({ status: { kind: 'charging', keptBy: 'computer' }, by: 'market' }),
  aPlan({ status: { kind: 'suspended', until: readAt } }),
  aPlan({ status: { kind: 'blocked', why: 'ownSchedule' } }),
];

describe('no word on the page is without its translation:', () => {
  it.each(readings.map((reading, index) => [index, reading] as const))('card %s', (_, reading) =>
    show(watching(aCharger(reading))),
  );

  it.each(commands.map((command) => [command.phase, command] as const))('%s', (_, command) =>
    show(watching({ ...aChargingCharger(), command })),
  );

  it('several chargers, one hidden', () => {
    const chargers = readings.slice(0, 8).map((reading, index) => {
      return aCharger(reading, { id: `charger-${index}` });
    });
    return show(watching(aChargingCharger(), ...chargers));
  });

  it.each(plans.map((plan) => [plan.status.kind, plan] as const))('a plan: %s', (_, plan) => {
    const state = watching({ ...aChargingCharger(), plan });
    const market = { source: 'energyCharts', area: 'NL' } as const;
    const settings = {
      ...state.settings,
      market,
      plans: { 'charger-1': { ...defaultPlan, isOn: true } },
    };
    return show(
      { ...state, settings, market: { changes: 1 } },
      [
        press(() => messages.plans.changeOf('Garage')),
        () => screen.findByRole('form').then(() => undefined),
      ],
      (fake) => fake.answer('previewPlan', () => ({ ok: true, value: plan })),
    );
  });

  it('more, details and a report', () =>
    show(
      watchingStation(aChargingStation({ grid: 'powerCut' })),
      [press(() => messages.window.charger.more), press(() => messages.report.offer)],
      (fake) => {
        fake.answer('makeReport', () => ({
          ok: true,
          value: { ok: true, value: { ...aReport(), parts: [] } },
        }));
        const keys = Object.keys(english.detailLabels) as (keyof typeof english.detailLabels)[];
        const details = keys.map((key) => ({ key, value: '1', copyable: true as const }));
        fake.answer('loadDetails', () => ({ ok: true, value: { ok: true, value: details } }));
      },
    ));

  it('controls', () =>
    show(watching(aChargingCharger({ abilities, solarMode: 'eco' })), [
      press(() => messages.window.charger.more),
      press(() => messages.window.charger.details),
      press(() => messages.window.price.change),
    ]));

  const newer = aNewerVersion({ version: '2', notes: '' });
  it.each<UpdateProgress>([
    { phase: 'idle', checkedAt: readAt },
    { phase: 'found', newer },
    { phase: 'downloading', newer, share: 0.5 },
    { phase: 'ready', newer },
    { phase: 'installing', newer, waits: 'plan' },
    { phase: 'failed', why: 'notWritable', at: readAt, newer },
  ])('updates: $phase', (progress) => {
    const goTo = { counter: 1, view: 'updates' } as const;
    return show({ ...watching(aChargingCharger()), update: anUpdate(progress), goTo });
  });

  it.each([
    { kind: 'lock' } as const,
    { kind: 'setLimit', limitA: 16 } as const,
    { kind: 'setLimit', limitA: 99 } as const,
    undefined,
  ])('what a link asks: %o', (command) => {
    const charger = command ? 'Garage' : '1';
    const says = success({ kind: 'charger' as const, charger, ...(command && { command }) });
    return show({ ...watching(aChargingCharger()), link: { counter: 1, says } });
  });

  it('a newer version, and the question about them', () =>
    show({ ...watching(aChargingCharger()), update: anUpdate(undefined, { asks: true }) }));

  const homeAutomation: Step = ({ user }) =>
    user.click(screen.getByText(messages.settings.pages.homeAutomation));
  const atSettings = (parts: Partial<AppState>): AppState => ({
    ...watching(aChargingCharger()),
    goTo: { counter: 1, view: 'settings' },
    ...parts,
  });

  it.each(everyBrokerFailure().filter((why) => !('said' in why)))('a broker: $kind', (why) => {
    const address = { host: '192.0.2.7', port: 8883, tls: true };
    const settings = { ...defaultSettings, broker: aBroker({ address }) };
    return show(atSettings({ settings, broker: { phase: 'refused', why } }), [
      homeAutomation,
      press(() => messages.broker.change),
    ]);
  });

  it('no broker yet', () =>
    show(atSettings({}), [
      homeAutomation,
      press(() => messages.broker.more),
      press(() => messages.broker.save),
    ]));

  it('troubles', () =>
    show({
      ...watching(),
      tray: 'absent',
      keychain: 'absent',
      history: { changes: 0, trouble: { kind: 'readOnly' } },
    }));
});

describe('no word of a form is without its translation:', () => {
  const submit = (brand: 'wallbox' | 'fcsp') => press(() => messages.brandForms[brand].submit);

  it('that of a cloud', () => show(anAppState(), [submit('wallbox')]));
  it('that of a station', () => show(anAppState({ brands: [localBrand] }), [submit('fcsp')]));
  it('the choice of a brand', () => show(anAppState({ brands: [cloudBrand, localBrand] })));

  it.each([
    { kind: 'confirmCertificate', offered: aCertificate({ subject: '' }) },
    { kind: 'otherCharger', found: '1', known: '2' },
    { kind: 'badField', field: 'address' },
    { kind: 'unreachable' },
    { kind: 'noKeychain' },
  ] as const)('what stands in the way: $kind', (failure) =>
    show(
      anAppState({ brands: [localBrand] }),
      [
        async ({ user }) => {
          const [address] = await screen.findAllByRole('textbox');
          if (address) await user.type(address, '1{Enter}');
        },
      ],
      (fake) => fake.answer('addAccount', () => ({ ok: true, value: { ok: false, failure } })),
    ),
  );
});

describe('no word of the settings is without its translation:', () => {
  const account = anAccount();
  const state = {
    ...watchingStation(aChargingStation()),
    accounts: [account, aStation({ secrets: 'keychain' })],
    chargers: [aChargingCharger(), aChargingStation()],
    goTo: { counter: 1, view: 'settings' },
  } as const;
  const pages = Object.keys(english.settings.pages) as (keyof typeof english.settings.pages)[];

  /** Its row in the list says what it is now behind its name. */
  const rowOf = (page: (typeof pages)[number]) =>
    new RegExp(`^${messages.settings.pages[page].replaceAll(/[[\]]/g, '\\$&')} `);

  it.each(pages)('%s', (page) => show(state, [press(() => rowOf(page))]));

  it('licences', () =>
    show(state, [press(() => rowOf('about')), press(() => messages.licences.open)]));

  it('a question', () =>
    show(state, [
      press(() => rowOf('chargers')),
      press(() => messages.settings.account.forgetNamed(account.label)),
    ]));
});

describe('no word of the history is without its translation:', () => {
  const goTo = { counter: 1, view: 'history' } as const;
  const brands = [{ ...cloudBrand, fetchesSessions: true as const }];
  const tools = () => messages.history.tools;

  const openHistory = (steps: readonly Step[], detail = aDetail()) =>
    show(
      { ...watching(aChargingCharger()), brands, goTo },
      [
        () =>
          screen.findByRole('heading', { name: messages.history.list.title }).then(() => undefined),
        ...steps,
      ],
      (fake) => {
        const sessions = [
          aSession({ tag: 'business' }),
          aSession({ id: 2, source: 'both', end: 'unseen' }),
        ];
        const sums = { totals: totalsOf({ withoutEnergy: 1 }), periods: daysOf(2026, 5, [1, 16]) };
        fake.answer('historyChargers', () => ({ ok: true, value: [garage, workshop] }));
        fake.answer('listSessions', () => ({ ok: true, value: sessions }));
        fake.answer('sumSessions', () => ({ ok: true, value: sums }));
        fake.answer('showSession', () => ({ ok: true, value: detail }));
        fake.answer('getStatement', () => ({ ok: true, value: aStatement() }));
        fake.answer('getPrices', () => ({ ok: true, value: [aPrice()] }));
        fake.answer('deletedSessions', () => ({
          ok: true,
          value: [{ session: aSession(), deletedAt: readAt }],
        }));
      },
    );

  test.each<[string, readonly Step[]]>([
    ['the list', []],
    ['the export', [press(() => tools().export)]],
    ['the cloud', [press(() => tools().fetch)]],
    ['deleted ones', [press(() => messages.deletedSessions.open(1))]],
    ['one session', [press(() => /10,99/)]],
    ['a correction', [press(() => /10,99/), press(() => messages.sessionEdit.correct)]],
    ['a statement', [press(() => tools().statement)]],
    ['prices', [press(() => tools().prices)]],
    [
      'a new price',
      [
        press(() => tools().prices),
        press(() => messages.prices.add),
        press(() => messages.prices.save),
      ],
    ],
  ])('%s', (_, steps) => openHistory(steps));

  it('a session without numbers', () => openHistory([press(() => /10,99/)], aBareDetail()));
  it('no session yet', () => show({ ...anAppState(), goTo }));
});
