import { expect, it } from 'vitest';
import type { MenuEntry } from '../../../electron/ports/tray-view.ts';
import { composeTrayView } from '../../../electron/tray/compose-tray-view.ts';
import { menuActionOf } from '../../../electron/tray/entries.ts';
import type { AppState, ChargerState } from '../../../shared/domain/app/app-state.ts';
import { defaultSettings, type Quiet } from '../../../shared/domain/app/settings.ts';
import type { CommandProgress } from '../../../shared/domain/charger/command.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import { harmless } from '../../../shared/domain/harmless.ts';
import { anAccount, anAppState, readAt } from '../../fixtures/app-states.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { aPlan } from '../../fixtures/plans.ts';
import { fc } from '../../fixtures/properties.ts';

const states = [
  'charging',
  'discharging',
  'transferring',
  'waiting',
  'queued',
  'scheduled',
  'paused',
  'complete',
  'locked',
  'lockedCar',
  'lockedCar',
  'available',
  'updating',
  'error',
  'offline',
  'unknown',
] as const;

/** Names as they come in, through the one door for all of them. */
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom('מ', '👨\u200d👩\u200d👧', 'e\u0301', 'x', ' '),
      maxLength: 250,
    }),
  )
  .map((text) => harmless(text) || 'x');

const observation = fc
  .record({
    name,
    state: fc.constantFrom(...states),
    powerW: fc.option(fc.integer({ min: 0, max: 22_000 }), { nil: undefined }),
    limitA: fc.option(fc.integer({ min: 6, max: 32 }), { nil: undefined }),
    foreignControl: fc.option(fc.constant(true as const), { nil: undefined }),
    mayCommand: fc.option(fc.boolean(), { nil: undefined }),
    hasSchedule: fc.option(fc.boolean(), { nil: undefined }),
    canNothing: fc.boolean(),
  })
  .map(({ state, canNothing, ...more }) =>
    anObservation(state, { ...more, ...(canNothing ? { abilities: {} } : {}) }),
  );

const reading: fc.Arbitrary<Reading> = fc.oneof(
  {
    weight: 6,
    arbitrary: observation.map(
      (seen): Reading => ({ certainty: 'current', at: readAt, observation: seen }),
    ),
  },
  observation.map(
    (seen): Reading => ({ certainty: 'outdated', at: 1, since: 1, observation: seen }),
  ),
  observation.map((seen): Reading => ({ certainty: 'signInNeeded', at: 1, observation: seen })),
  fc.constant({ certainty: 'never' }),
);

const command: fc.Arbitrary<CommandProgress> = fc.constantFrom(
  { phase: 'sending', command: { kind: 'pause' }, at: readAt },
  { phase: 'sent', command: { kind: 'setLimit', limitA: 16 }, at: readAt },
  { phase: 'notConfirmed', command: { kind: 'lock' }, at: readAt },
  { phase: 'failed', command: { kind: 'lock' }, at: readAt, why: { kind: 'timedOut' } },
);

const plan = fc.constantFrom(
  aPlan(),
  aPlan({ status: { kind: 'noPrices' }, blocks: [] }),
  aPlan({ status: { kind: 'blocked', why: 'locked' } }),
);

const charger = fc
  .record({
    reading,
    command: fc.option(command, { nil: undefined }),
    plan: fc.option(plan, { nil: undefined }),
  })
  .map(
    ({ command: asked, plan: planned, ...rest }): Omit<ChargerState, 'id'> => ({
      accountId: 'account-0',
      brand: 'wallbox',
      ...rest,
      ...(asked ? { command: asked } : {}),
      ...(planned ? { plan: planned } : {}),
    }),
  );

const chargers = fc
  .oneof(
    { weight: 8, arbitrary: fc.array(charger, { maxLength: 9 }) },
    fc
      .tuple(charger, fc.integer({ min: 10, max: 1000 }))
      .map(([one, count]) => Array.from({ length: count }, () => one)),
  )
  .map((all) => all.map((one, index): ChargerState => ({ id: `charger-${index}`, ...one })));

const accounts = fc.array(
  fc.record({ label: name, signIn: fc.constantFrom('working', 'signedIn', 'signInNeeded') }),
  { maxLength: 5 },
);

const quiet = fc.constantFrom<Quiet>(
  { kind: 'no' },
  { kind: 'until', at: readAt + 9 },
  { kind: 'always' },
);

const state: fc.Arbitrary<AppState> = fc
  .record({
    chargers,
    accounts,
    quiet,
    market: fc.constantFrom(null, { source: 'energyCharts', area: 'NL' } as const),
    keychain: fc.constantFrom('working', 'locked'),
    platform: fc.constantFrom('linux', 'darwin', 'win32'),
  })
  .map((made) =>
    anAppState({
      accounts: made.accounts.map((parts, index) =>
        anAccount({ id: `account-${index}`, ...parts }),
      ),
      chargers: made.chargers,
      keychain: made.keychain,
      settings: { ...defaultSettings, quiet: made.quiet, market: made.market },
      app: { version: '0.0.0', platform: made.platform, demo: false },
    }),
  );

const telling = { now: readAt, formatOptions: { locale: 'en-GB', timeZone: 'UTC' } };
const cases = 400;

it('the menu is never longer than 14 entries and well made, whatever there is', () => {
  fc.assert(
    fc.property(state, (any) => {
      const { menu } = composeTrayView(any, telling);
      expect(menu.length).toBeLessThanOrEqual(14);
      wellMade(menu);
      expect(actionsOf(menu)).toContainEqual({ do: 'quit' });
      expect(actionsOf(menu)).not.toContain(undefined);
      for (const { id } of any.chargers.slice(0, 1)) expect(leadsTo(menu, id)).toBe(true);
    }),
    { numRuns: cases },
  );
});

it('the tooltip fits where it is shown and breaks no character, whatever there is', () => {
  fc.assert(
    fc.property(state, (any) => {
      const { tooltip } = composeTrayView(any, telling);
      const isWindows = any.app.platform === 'win32';
      expect(tooltip.length).toBeGreaterThan(0);
      expect(tooltip.length).toBeLessThanOrEqual(isWindows ? 127 : 600);
      expect(tooltip).not.toMatch(/\p{Cs}|[^\n\P{Cc}]/u);
      expect(tooltip.split('\u2068').length).toBe(tooltip.split('\u2069').length);
    }),
    { numRuns: cases },
  );
});

/** No separator without something on both of its sides; labels that can be read in passing. */
function wellMade(entries: readonly MenuEntry[]): void {
  const kinds = entries.map(({ kind }) => (kind === 'separator' ? '-' : 'x')).join('');
  expect(kinds).toMatch(/^x+(-x+)*$/);
  for (const entry of entries) {
    if (entry.kind === 'submenu') wellMade(entry.entries);
    if (entry.kind !== 'separator') expect(entry.label.length).toBeLessThanOrEqual(160);
  }
}

function actionsOf(entries: readonly MenuEntry[]): unknown[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'submenu') return actionsOf(entry.entries);
    return entry.kind === 'item' ? [menuActionOf(entry.id)] : [];
  });
}

function leadsTo(menu: readonly MenuEntry[], chargerId: string): boolean {
  return actionsOf(menu).some(
    (act) => JSON.stringify(act) === JSON.stringify({ do: 'open', view: 'chargers', chargerId }),
  );
}
