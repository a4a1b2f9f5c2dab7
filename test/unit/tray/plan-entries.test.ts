import { describe, expect, it } from 'vitest';
import type { MenuEntry } from '../../../electron/ports/tray-view.ts';
import { composeTrayView } from '../../../electron/tray/compose-tray-view.ts';
import { menuActionOf } from '../../../electron/tray/entries.ts';
import { type PlanChoices, planEntries } from '../../../electron/tray/plan-entries.ts';
import { TrayViewComposer } from '../../../electron/tray/tray-view-composer.ts';
import type { AppState, ChargerState } from '../../../shared/domain/app/app-state.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { defaultPlan, type PlanSettings } from '../../../shared/domain/price/charge-plan.ts';
import { phrases as english } from '../../../shared/languages/en.ts';
import { speak } from '../../../shared/text/messages.ts';
import { aCharger, anObservation, current, readAt, watching } from '../../fixtures/app-states.ts';
import { aPlan } from '../../fixtures/plans.ts';
import { drawn } from './drawn.ts';

// Some of it is said before the tests run.
speak(english);

const telling = { now: readAt, formatOptions: { locale: 'en-GB', timeZone: 'UTC' } };
const market = { source: 'energyCharts', area: 'NL' } as const;
const paused = (more: Partial<Observation> = {}, parts: Partial<ChargerState> = {}) =>
  aCharger(current(anObservation({ state: 'paused' }, { hasSchedule: true, ...more })), parts);
const plans = (plan: Partial<PlanSettings>) => ({ 'charger-1': { ...defaultPlan, ...plan } });
const entriesOf = (charger: ChargerState, choices: PlanChoices) =>
  planEntries(charger, telling, choices);

function choicesIn(entries: readonly MenuEntry[]): readonly MenuEntry[] {
  const [entry] = entries;
  if (entry?.kind !== 'submenu') throw new Error('There is no choice of a plan');
  return entry.entries;
}

const tickedIn = (entries: readonly MenuEntry[]) =>
  entries.filter((entry) => entry.kind === 'item' && entry.chosen).map(drawn);

describe('charging by price in the menu', () => {
  const shown = 'Charge by price >';
  const rows: readonly (readonly [string, ChargerState, PlanChoices, readonly string[]])[] = [
    ['nobody has chosen prices', paused(), { market: null, plans: {} }, []],
    ['it cannot be paused', paused({ abilities: {} }), { market, plans: {} }, []],
    ['there are prices', paused(), { market, plans: {} }, [shown]],
    ['there is a plan by a tariff', paused(), { market: null, plans: plans({}) }, [shown]],
    [
      'it is planned',
      paused({}, { plan: aPlan() }),
      { market, plans: plans({ isOn: true }) },
      ['Charge by price: 01:00–03:15, 04:30–05:00 >'],
    ],
    [
      'there are no prices any more',
      paused({}, { plan: aPlan({ status: { kind: 'noPrices' }, blocks: [] }) }),
      { market: null, plans: plans({ isOn: true }) },
      ['Charge by price (choose prices first) >'],
    ],
    [
      'this account may only look',
      paused({ mayCommand: false }),
      { market, plans: {} },
      ['(Charge by price (no permission)) >'],
    ],
  ];

  it.each(rows)('%s', (_, charger, choices, entries) => {
    expect(entriesOf(charger, choices).map(drawn)).toEqual(entries);
  });

  it('offers what is saved, the chosen one ticked', () => {
    const all = ['Off', 'Cheapest by 07:00', 'Below a price', '-', 'Charge now'];
    const off = choicesIn(entriesOf(paused(), { market, plans: {} }));
    expect([off.map(drawn), tickedIn(off)]).toEqual([all, ['Off']]);
    const on = choicesIn(entriesOf(paused(), { market, plans: plans({ isOn: true }) }));
    expect([on.map(drawn), tickedIn(on)]).toEqual([all, ['Cheapest by 07:00']]);
    const below = plans({ isOn: true, mode: { kind: 'below', perKwh: 0.2 }, readyBy: undefined });
    const limited = choicesIn(entriesOf(paused(), { market, plans: below }));
    expect(limited.map(drawn)).toEqual(['Off', 'Cheapest', 'Below 20 ct', '-', 'Charge now']);
    expect(tickedIn(limited)).toEqual(['Below 20 ct']);
    expect(limited.map((entry) => entry.kind === 'item' && menuActionOf(entry.id))).toEqual([
      { do: 'plan', chargerId: 'charger-1', choice: 'off' },
      { do: 'plan', chargerId: 'charger-1', choice: 'cheapest' },
      { do: 'plan', chargerId: 'charger-1', choice: 'below' },
      false,
      { do: 'plan', chargerId: 'charger-1', choice: 'now' },
    ]);
  });
});

function planned(parts: Partial<AppState> = {}): AppState {
  const settings = { ...defaultSettings, market, plans: plans({ isOn: true }) };
  return { ...watching(paused({}, { plan: aPlan() })), settings, ...parts };
}

describe('a plan in the tray', () => {
  it('leaves the first level of the menu as it is, also while a command is sent', () => {
    const { menu } = composeTrayView(planned(), telling);
    expect(menu.map(drawn).slice(0, 6)).toEqual([
      'Garage: Paused',
      'Resume',
      'Lock',
      'Current limit: 16 A >',
      'Charge by price: 01:00–03:15, 04:30–05:00 >',
      'Back to schedule',
    ]);
    expect(menu).toHaveLength(14);
    const command = { phase: 'sending', command: { kind: 'resume' }, at: readAt } as const;
    const asked = planned({ chargers: [paused({}, { plan: aPlan(), command })] });
    const during = composeTrayView(asked, telling).menu;
    expect(during).toHaveLength(14);
    expect(during.map(drawn)).toContain('Back to schedule');
  });

  it('is told in the tooltip where there is room', () => {
    const said = (platform: 'linux' | 'win32', name: string) => {
      const chargers = [paused({ name }, { plan: aPlan() })];
      const app = { version: '1.2.3', platform, demo: false };
      return composeTrayView(planned({ chargers, app }), telling).tooltip;
    };
    expect(said('win32', 'Garage')).toBe('Garage: Paused · by price 01:00–03:15, 04:30–05:00');
    const long = 'A garage with a name that is longer than any';
    expect(said('linux', long)).toMatch(/by price/);
    const two = planned({
      chargers: ['1', '2'].map((id) => paused({ name: long }, { id, plan: aPlan() })),
      app: { version: '1.2.3', platform: 'win32', demo: false },
    });
    expect(composeTrayView(two, telling).tooltip).not.toMatch(/by price/);
  });

  it('is told anew when its owner chooses otherwise, and as time passes', () => {
    const composer = new TrayViewComposer();
    const first = planned({ locales: { words: 'en-GB', numbers: 'en-GB', firstDay: 1 } });
    composer.trayView(first, readAt);
    const off = { ...first, settings: { ...first.settings, plans: plans({ isOn: false }) } };
    expect(composer.trayView(off, readAt)).toEqual(composeTrayView(off, telling));
    const later = { ...off, chargers: [...off.chargers] };
    const now = readAt + 15 * 3_600_000;
    expect(composer.trayView(later, now)).toEqual(composeTrayView(later, { ...telling, now }));
    expect(composer.trayView(later, now).tooltip).toMatch(/by price 04:30–05:00$/);
  });
});
