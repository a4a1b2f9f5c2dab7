import type { Plain, PolledAccount } from '../../../../electron/integrations/connection.ts';
import { fcspAdapter } from '../../../../electron/integrations/fcsp/adapter.ts';
import { patient, type ToolChange, watchedTools } from '../../../contract/adapter-tools.ts';
import { type AbleCharger, ableCharger } from '../../../fakes/able-charger.ts';
import { FakeClock } from '../../../fakes/fake-clock.ts';
import { type Said, ScriptedCloud, tokenWith } from '../wallbox/scripted-cloud.ts';

export const minute = 60_000;
export const pin = 'AA:BB:CC';

/** What is kept of the station that `stationBench` opens. */
export const plain: Plain = {
  version: 1,
  address: '192.0.2.10',
  stationId: 'SWA12ABC',
  stationIdFrom: 'traceNo',
  fingerprint: pin,
  subject: 'CN=SWA12ABC',
  validFrom: 0,
  validTo: 1,
};

export const certificate = { fingerprint: pin, subject: 'CN=SWA12ABC', validFrom: 0, validTo: 1 };

export const json = (body: unknown): Said => ({ body: JSON.stringify(body) });

/** What a station says to a call, from now on. */
export type Script = ReturnType<typeof scriptedStation>;

/** A station that goes right until a test says otherwise. */
export function scriptedStation(clock: FakeClock) {
  const cloud = new ScriptedCloud();
  let given = 0;
  const token = () => {
    given += 1;
    const iat = clock.now() / 1000;
    return tokenWith({ iat, exp: iat + 300, jti: given });
  };
  const on = (call: string, say: Parameters<ScriptedCloud['on']>[1]) =>
    cloud.on(
      `${/^(access|refresh|networkinfo)$/.test(call) ? 'POST' : 'GET'} /api/v1/${call}`,
      say,
    );
  on('access', () => json({ access: token(), refresh: `refresh-${given}` }));
  on('refresh', () => json({ access: token() }));
  on('chargerinfo', json({ state: 'CS02', traceNo: 'SWA12ABC', passcode: 'q7RmX2vK9pLd' }));
  on('inverterinfo', json([]));
  on('configstatus', json({ status: 'CE012' }));
  on('networkinfo', json({ ssid: 'Simulated Home' }));
  return {
    cloud,
    on,
    token,
    /** The calls that were made, in order, by their last word. */
    calls: () => cloud.requests.map(({ path }) => path.replace('/api/v1/', '')),
    count: (call: string) => cloud.count(`/api/v1/${call}`),
  };
}

/** A known station, opened and listed; nothing has been asked yet. */
export async function stationBench(change: ToolChange & { kept?: Plain; secrets?: string } = {}) {
  const { kept = plain, secrets, ...tools } = change;
  const clock = new FakeClock();
  const station = scriptedStation(clock);
  const watched = watchedTools(clock, station.cloud, tools);
  const account = fcspAdapter.open({ plain: kept, secrets }, watched.tools);
  const charger = await onlyCharger(account);
  return { clock, ...station, ...watched, account, charger, read: () => charger.read(patient()) };
}

/** The account's charger, by its list. */
export async function onlyCharger(account: PolledAccount): Promise<AbleCharger> {
  return ableCharger(await account.listChargers(patient()));
}
