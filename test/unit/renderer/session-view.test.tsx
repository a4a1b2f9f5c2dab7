import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Session, SessionDetail } from '../../../shared/domain/session/history.ts';
import type { Saved } from '../../../shared/ipc/contract.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { aChargingCharger, watching } from '../../fixtures/app-states.ts';
import { aBareDetail, aDetail, aSession, garage, workshop } from '../../fixtures/history-rows.ts';
import { prepareBrowser, preparePast, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

const picture = () => screen.getByRole('slider');
const reads = () => picture().getAttribute('aria-valuetext');
const button = (name: string) => screen.getByRole('button', { name });

async function openSession(detail: SessionDetail | null) {
  const goTo = { counter: 1, view: 'history' } as const;
  const app = await renderApp({ ...watching(aChargingCharger()), goTo }, (fake) => {
    fake.answer('historyChargers', () => ({ ok: true, value: [garage, workshop] }));
    fake.answer('listSessions', () => ({ ok: true, value: [aSession()] }));
    fake.answer('showSession', () => ({ ok: true, value: detail }));
  });
  await app.user.click(await screen.findByRole('button', { name: /10\.99/ }));
  const drawn = () => [...app.curves][0];
  return { ...app, drawn };
}

/** The same, once the picture is drawn: that happens after the page stands. */
async function openPicture(detail: SessionDetail) {
  const opened = await openSession(detail);
  await waitFor(() => expect(opened.drawn()).toBeDefined());
  return opened;
}

/** What stands beside a label among the facts. */
function fact(label: string): string | undefined {
  const row = screen.queryAllByText(label).find(({ tagName }) => tagName === 'DT');
  return row?.nextElementSibling?.textContent?.replaceAll('\u00a0', ' ');
}

test('all that is known of a charge is told', async () => {
  const cost = { amount: '3.41', currency: 'EUR', origin: 'charger', estimated: true } as const;
  await openSession(aDetail({ session: aSession({ greenEnergyWh: 3_100, cost }) }));
  expect(screen.getByText('Garage · 10:38–12:41')).toBeTruthy();
  const labels = ['Start', 'Duration', 'Charging time', 'Energy', 'Solar'];
  expect(labels.map(fact)).toEqual([
    'Sat, 16 May, 10:38',
    '2 h 03 min',
    '1 h 51 min',
    '10.99 kWh',
    '3.10 kWh',
  ]);
  expect(fact('End')).toBe('Sat, 16 May, 12:41charge complete');
  expect(fact('Average power')).toBe('5.9 kW');
  expect(fact('Peak power')).toBe('7.3 kW');
  expect(fact('Cost')).toMatch(/^€3\.41charger’s tariffEstimate:/);
  expect(fact('Average price')).toBe('€0.310/kWh');
  expect(fact('Source')).toBe('Recorded on this computer');
  expect(screen.getByText('No data from 11:28 to 12:28.')).toBeTruthy();
});

test.each([
  ['1.3951', '€1.40'],
  ['-0.2', '−€0.20'],
  ['0', '€0.00'],
  [undefined, undefined],
])('what a plan has saved is told: %s', async (saved, words) => {
  const cost = { amount: '3.41', currency: 'EUR', origin: 'own', ...omitUndefined({ saved }) };
  await openSession(aDetail({ session: aSession({ cost } as Partial<Session>) }));
  expect(fact('Saved by plan')?.replace('-', '−')).toBe(words);
});

test.each<[string, Partial<Session>, string, string]>([
  ['a start that nobody saw', { startSeen: false }, 'Start', 'before Sat, 16 May, 10:38'],
  ['one that runs', { endedAt: undefined as never }, 'End', 'In progress.'],
  ['an end unseen', { end: 'unseen' }, 'End', 'Sat, 16 May, 12:41not observed'],
  ['a plan', { plannedSince: aSession().startedAt }, 'Charged', 'By price'],
])('%s is told', async (_, parts, label, words) => {
  await openSession(aDetail({ session: aSession(parts) }));
  expect(fact(label)).toBe(words);
});

test.each([
  ['paused', 'paused by plan'],
  ['complete', 'ended by plan'],
  ['unplugged', 'unplugged'],
] as const)('who has ended it is told: %s', async (end, words) => {
  await openSession(aDetail({ session: aSession({ end }), endedByPlan: true }));
  expect(fact('End')).toBe(`Sat, 16 May, 12:41${words}`);
});

test('what nobody knows is left out', async () => {
  await openSession(aBareDetail());
  for (const label of ['Energy', 'Cost', 'Average power', 'Average price', 'Charged'])
    expect(fact(label)).toBeUndefined();
});

test('a charge that is gone says so', async () => {
  await openSession(null);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    'This session has been deleted.',
  );
});

describe('the picture', () => {
  test('is told in words, and as a short table with all interruptions', async () => {
    await openPicture(aDetail());
    expect(picture().getAttribute('aria-label')).toBe('Power and energy from 10:38 to 12:41.');
    const table = within(screen.getByRole('table'));
    expect(table.getAllByRole('row')).toHaveLength(25);
    expect(table.getAllByRole('row')[1]?.textContent).toBe(
      '10:387.2\u00a0kW0.00\u00a0kWh32\u00a0A',
    );
    expect(screen.getByText('11:08 to 11:18: waiting for power')).toBeTruthy();
    expect(screen.getByText('11:28 to 12:28: no data')).toBeTruthy();
  });

  test('is read with the arrow keys', async () => {
    const { user } = await openPicture(aDetail());
    picture().focus();
    await user.keyboard('{ArrowRight}');
    expect(reads()).toBe('10:38: 7.2\u00a0kW, 0.00\u00a0kWh, limit 32\u00a0A');
    await user.keyboard('{ArrowRight}{PageUp}');
    expect(reads()).toMatch(/^10:51/);
    await user.keyboard('{End}');
    expect(reads()).toMatch(/^12:41.*limit 16/);
    await user.keyboard('{ArrowLeft}{Home}');
    expect(reads()).toMatch(/^10:38/);
    expect(screen.getByText(/^10:38: 7\.2/)).toBeTruthy();
  });

  test('is read with the pointer, gaps as well', async () => {
    await openPicture(aDetail());
    fireEvent.pointerMove(picture(), { clientX: 29 });
    expect(reads()).toBe('11:14: 0.0\u00a0kW, 3.24\u00a0kWh, limit 32\u00a0A, waiting for power');
    fireEvent.pointerMove(picture(), { clientX: 70 });
    expect(reads()).toMatch(/: no data$/);
    fireEvent.pointerLeave(picture());
    expect(reads()).toMatch(/^Hover or use arrow keys/);
  });

  test('is zoomed with keys and buttons, and shown whole again', async () => {
    const { user, drawn } = await openPicture(aDetail());
    const whole = drawn()?.range;
    const length = () => (drawn()?.range.to ?? 0) - (drawn()?.range.from ?? 0);
    expect(length()).toBe(123 * 60);
    picture().focus();
    await user.keyboard('+');
    expect(length()).toBe((123 * 60) / 2);
    expect(screen.getByText('Shown: 11:08 to 12:10.')).toBeTruthy();
    await user.click(button('Zoom in'));
    expect(length()).toBe((123 * 60) / 4);
    await user.click(button('Zoom out'));
    expect(length()).toBe((123 * 60) / 2);
    await user.click(button('Reset zoom'));
    expect(drawn()?.range).toEqual(whole);
    expect(button('Reset zoom').getAttribute('aria-disabled')).toBe('true');
    picture().focus();
    await user.keyboard('+0');
    expect(drawn()?.range).toEqual(whole);
  });

  test('is zoomed to what is drawn over it; a click is none', async () => {
    const { drawn } = await openPicture(aDetail());
    const whole = drawn()?.range ?? { from: 0, to: 0 };
    const drag = (from: number, to: number) => {
      fireEvent.pointerDown(picture(), { clientX: from });
      fireEvent.pointerMove(picture(), { clientX: to });
      fireEvent.pointerUp(picture(), { clientX: to });
    };
    drag(50, 53);
    expect(drawn()?.range).toEqual(whole);
    drag(75, 25);
    const quarter = (whole.to - whole.from) / 4;
    expect(drawn()?.range).toEqual({ from: whole.from + quarter, to: whole.to - quarter });
  });

  test.each<[Saved, string]>([
    ['saved', 'Saved'],
    ['failed', 'Couldn’t save. Try another folder.'],
  ])('can be given away: %s', async (outcome, words) => {
    const { user, fake, drawn } = await openPicture(aDetail());
    fake.answer('savePicture', () => ({ ok: true, value: outcome }));
    await user.click(button('Save chart…'));
    expect(fake.requests('savePicture')).toEqual([
      { name: 'Garage 2026-05-16.png', png: 'iVBORw0KGgo=' },
    ]);
    expect(drawn()?.titles).toEqual(['Garage, Saturday 16 May 2026']);
    expect(screen.getByText(words)).toBeTruthy();
  });

  test('grows with a charge that runs, and stays where one looks', async () => {
    const { user, fake, hear, drawn } = await openPicture(aDetail());
    await user.click(button('Zoom in'));
    const range = drawn()?.range;
    const detail = aDetail();
    const last = { at: detail.session.startedAt + 130 * 60_000, state: 'charging' as const };
    const longer = { ...detail, samples: [...detail.samples, last] };
    fake.answer('showSession', () => ({ ok: true, value: longer }));
    hear({ ...fake.state(), history: { changes: 1 } });
    await waitFor(() => expect(drawn()?.curve.at.at(-1)).toBe(last.at / 1000));
    expect(drawn()?.range).toEqual(range);
  });
});

test('without numbers there are bands of what was said, and no empty picture', async () => {
  const { curves } = await openSession(aBareDetail());
  expect(curves.size).toBe(0);
  expect(screen.getByRole('img', { name: 'Timeline from 10:38 to 12:41.' })).toBeTruthy();
  const list = within(screen.getByRole('list', { name: 'Timeline' }));
  expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '10:38–11:08Charging',
    '11:08–11:18Waiting for power',
    '11:18–11:28Charging',
    '11:28–12:28No data',
    '12:28–12:41Charging',
  ]);
  expect(screen.getByText('The station doesn’t report power or energy.')).toBeTruthy();
});

test('of a charge from the cloud there is no curve', async () => {
  await openSession(aDetail({ samples: [], interruptions: [] }));
  expect(screen.getByText('No readings recorded.')).toBeTruthy();
});
