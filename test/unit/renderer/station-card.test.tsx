import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Detail } from '../../../shared/domain/charger/details.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import { reportText } from '../../../shared/text/report-text.ts';
import { aChargingCharger, current, readAt, watching } from '../../fixtures/app-states.ts';
import {
  aChargingStation,
  aReport,
  aStation,
  aStationCharger,
  aStationObservation,
  watchingStation,
} from '../../fixtures/local-states.ts';
import { prepareBrowser, renderApp } from './render-app.tsx';

prepareBrowser();

const card = () => within(screen.getByRole('region', { name: 'Workshop' }));
const onlyWatches = /can’t be controlled over your network/;

test('a station says its state in words, its time, and why nothing can be asked', async () => {
  const { painted } = await renderApp(watchingStation(aChargingStation()));
  expect(card().getByText('Charging')).toBeTruthy();
  expect(card().getByText('2 h 03 min')).toBeTruthy();
  expect(card().getByText(onlyWatches)).toBeTruthy();
  expect(card().queryByText(/kW|Energy|Cost/)).toBeNull();
  expect(card().queryByRole('img')).toBeNull();
  expect(painted.size).toBe(0);
  const buttons = card().getAllByRole('button');
  expect(buttons.map((button) => button.textContent)).toEqual(['History', 'More']);
});

test('a charger that can be steered has no such line', async () => {
  await renderApp(watching(aChargingCharger()));
  expect(screen.queryByText(onlyWatches)).toBeNull();
});

test('a power cut is said on the card and to those who listen', async () => {
  const { hear } = await renderApp(watchingStation(aChargingStation()));
  expect(card().queryByText(/Power cut/)).toBeNull();
  hear(watchingStation(aChargingStation({ grid: 'powerCut' })));
  expect(card().getByText('Power cut: the grid is down.')).toBeTruthy();
  expect(screen.getAllByRole('status')[0]?.textContent).toMatch(/Power cut/);
});

test('a folded card tells a power cut as well, an outdated one does not', async () => {
  const observation = aStationObservation({ state: 'available' }, { grid: 'powerCut' });
  const { hear } = await renderApp(watchingStation(aStationCharger(current(observation))));
  expect(card().getByText(/Power cut/)).toBeTruthy();
  hear(
    watchingStation(aStationCharger({ certainty: 'outdated', at: 0, since: readAt, observation })),
  );
  expect(card().queryByText(/Power cut/)).toBeNull();
});

test('a station that is gone says since when', async () => {
  const observation = aStationObservation({ state: 'waiting', notSaid: true });
  const gone: Reading = {
    certainty: 'outdated',
    at: readAt,
    since: readAt,
    away: true,
    observation,
  };
  const { hear } = await renderApp(watchingStation(aStationCharger(gone)));
  expect(card().getByText('Unreachable')).toBeTruthy();
  expect(card().getByText('Not updated since 12:41')).toBeTruthy();
  hear(watchingStation(aStationCharger({ ...gone, because: { kind: 'timedOut' } })));
  expect(card().getByText('no response')).toBeTruthy();
});

test('a refused key is said, and leads to the form', async () => {
  const { user } = await renderApp(watchingStation(aStationCharger({ certainty: 'signInNeeded' })));
  const unnamed = within(screen.getByRole('region', { name: 'Charger' }));
  expect(unnamed.getByText('Key rejected')).toBeTruthy();
  await user.click(unnamed.getByRole('button', { name: 'Check the key' }));
  expect(screen.getByRole('heading', { name: 'Edit station' })).toBeTruthy();
  expect(screen.getByLabelText('Address')).toHaveProperty('value', '192.0.2.10');
});

const secret: Detail = { key: 'stationPassword', value: '••••••', secret: true };

test('a secret is shown by the app, never by the page', async () => {
  const { user, fake } = await renderApp(watchingStation(aChargingStation()), (bridge) =>
    bridge.answer('loadDetails', () => ({ ok: true, value: { ok: true, value: [secret] } })),
  );
  await user.click(card().getByRole('button', { name: 'More' }));
  const show = await card().findByRole('button', { name: 'Show Station password' });
  await user.click(show);
  expect(fake.requests('reveal')).toEqual([{ chargerId: 'station-1/SWA12ABC' }]);
  expect(card().queryByRole('button', { name: 'Copy Station password' })).toBeNull();
  fake.answer('reveal', () => ({
    ok: true,
    value: { ok: false, failure: { kind: 'timedOut' } },
  }));
  await user.click(show);
  expect(await card().findByText(/didn’t respond.*try again/)).toBeTruthy();
});

async function reported() {
  const app = await renderApp(watchingStation(aChargingStation()), (bridge) =>
    bridge.answer('makeReport', () => ({ ok: true, value: { ok: true, value: aReport() } })),
  );
  await app.user.click(card().getByRole('button', { name: 'More' }));
  await app.user.click(card().getByRole('button', { name: 'Create report' }));
  return app;
}

test('a report shows every answer and how it came', async () => {
  const { fake } = await reported();
  expect(fake.requests('makeReport')).toEqual([{ chargerId: 'station-1/SWA12ABC' }]);
  expect(card().getByText('Report ready.')).toBeTruthy();
  const answer = card().getByRole('region', { name: 'Response of chargerinfo' });
  expect(answer.textContent).toMatch(/"state": "CS00"/);
  expect(answer).toHaveProperty('tabIndex', 0);
  expect(card().getByText('200 · 812 ms · 12:41')).toBeTruthy();
  expect(card().getByText('timedOut · 10000 ms · 12:41')).toBeTruthy();
  expect(card().getByText('not requested')).toBeTruthy();
});

test('a report is copied whole', async () => {
  const { user, fake } = await reported();
  await user.click(card().getByRole('button', { name: 'Copy report' }));
  expect(fake.requests('copyText')).toEqual([{ text: reportText(aReport()) }]);
});

test.each([
  ['saved', /^Saved$/],
  ['cancelled', /^Not saved$/],
  ['failed', /Couldn’t save/],
] as const)('a report that is %s says so', async (outcome, words) => {
  const { user, fake } = await reported();
  fake.answer('saveReport', () => ({ ok: true, value: outcome }));
  await user.click(card().getByRole('button', { name: 'Save report…' }));
  expect((await card().findByText(words)).getAttribute('role')).toBe('status');
});

test('while it is asked for, it says how long that may take, and the rest works on', async () => {
  const app = await renderApp(watchingStation(aChargingStation()), (bridge) =>
    bridge.answer('makeReport', () => new Promise(() => undefined)),
  );
  await app.user.click(card().getByRole('button', { name: 'More' }));
  const ask = card().getByRole('button', { name: 'Create report' });
  await app.user.click(ask);
  expect(
    card()
      .getByText(/half a minute/)
      .closest('[role=status]'),
  ).toBeTruthy();
  await app.user.click(ask);
  expect(app.fake.requests('makeReport')).toHaveLength(1);
  await app.user.click(screen.getByRole('button', { name: 'Settings' }));
  expect(screen.getByRole('heading', { name: 'Settings' })).toBeTruthy();
});

test('a report that cannot be had is a sentence', async () => {
  const app = await renderApp(watchingStation(aChargingStation()), (bridge) =>
    bridge.answer('makeReport', () => ({
      ok: true,
      value: { ok: false, failure: { kind: 'unreachable' } },
    })),
  );
  await app.user.click(card().getByRole('button', { name: 'More' }));
  await app.user.click(card().getByRole('button', { name: 'Create report' }));
  expect(await card().findByText(/Can’t reach the station. Check the address/)).toBeTruthy();
});

test('only what is asked in this network offers a report', async () => {
  const { certificate: _none, ...station } = aStation();
  const cloud = { ...station, kind: 'cloudAccount' } as const;
  const app = await renderApp({ ...watchingStation(aChargingStation()), accounts: [cloud] });
  await app.user.click(card().getByRole('button', { name: 'More' }));
  expect(card().queryByRole('button', { name: 'Create report' })).toBeNull();
});

test('the text of a report can be read by anybody anywhere', () => {
  expect(reportText(aReport())).toBe(
    [
      'ChargeTray: charger report',
      'Created at 2026-05-16T12:41:00.000Z',
      '',
      '== chargerinfo',
      '200, 812 ms, 2026-05-16T12:41:00.000Z',
      '{\n  "state": "CS00",\n  "passcode": "(removed)"\n}',
      '',
      '== inverterinfo',
      'timedOut, 10000 ms, 2026-05-16T12:41:00.000Z',
      '',
      '== networkinfo',
      'not requested',
      '',
    ].join('\n'),
  );
});
