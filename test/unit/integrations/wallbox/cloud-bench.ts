import type {
  PolledAccount,
  RequestOptions,
} from '../../../../electron/integrations/connection.ts';
import { wallboxAdapter } from '../../../../electron/integrations/wallbox/adapter.ts';
import type { Command } from '../../../../shared/domain/charger/command.ts';
import { patient, watchedTools } from '../../../contract/adapter-tools.ts';
import { type AbleCharger, ableCharger } from '../../../fakes/able-charger.ts';
import { FakeClock } from '../../../fakes/fake-clock.ts';
import { recordBody, statusBody } from './payloads.ts';
import { type Said, ScriptedCloud, tokenWith } from './scripted-cloud.ts';

export const signInPath = '/users/signin';
export const refreshPath = '/users/refresh-token';
export const listPath = '/v3/chargers/groups';
export const statusPath = '/chargers/status/700123';
export const recordPath = '/v2/charger/700123';
export const actionPath = '/v3/chargers/700123/remote-action';

export const minute = 60_000;
const lifeMs = 15 * minute;

type Options = Parameters<typeof watchedTools>[2];

/** An adapter before a cloud that goes right until a test says otherwise. */
export function cloudBench(options: Options = {}) {
  const clock = new FakeClock();
  const cloud = new ScriptedCloud();
  const watched = watchedTools(clock, cloud, options);
  let given = 0;
  const tokens = (): Said => {
    given += 1;
    const iat = clock.now() / 1000;
    const token = tokenWith({ iat, exp: iat + lifeMs / 1000, jti: given });
    const attributes = { token, refresh_token: `refresh-${given}`, ttl: clock.now() + lifeMs };
    return { body: JSON.stringify({ data: { attributes } }) };
  };
  cloud.on(`GET ${signInPath}`, tokens);
  cloud.on(`GET ${refreshPath}`, tokens);
  cloud.on(`GET ${listPath}`, { body: listBody });
  cloud.on(`GET ${statusPath}`, { body: statusBody() });
  cloud.on(`GET ${recordPath}`, { body: recordBody() });
  cloud.on(`PUT ${recordPath}`, { body: recordBody() });
  cloud.on(`POST ${actionPath}`, { body: '{"action":2}' });
  const signIn = async ({ signal }: RequestOptions = patient()): Promise<PolledAccount> => {
    const fields = { email: ' owner@example.com ', password: 'pässword' };
    const result = await wallboxAdapter.signIn({ fields, open: [], signal }, watched.tools);
    if (!result.ok) throw new Error(result.failure.kind);
    return result.value.account;
  };
  const open = (secrets: string | undefined) => wallboxAdapter.open({ secrets }, watched.tools);
  return { clock, cloud, tokens, signIn, open, ...watched };
}

const listBody = JSON.stringify({
  result: { groups: [{ name: 'Home', chargers: [{ id: 700123, chargerType: 'PulsarPlus' }] }] },
});

/** The account's charger, by its list. */
export async function onlyCharger(account: PolledAccount): Promise<AbleCharger> {
  return ableCharger(await account.listChargers(patient()));
}

/** Signed in, looked at once, and the budget for reads paid back. */
export async function rested(options: Options = {}) {
  const bench = cloudBench(options);
  const charger = await onlyCharger(await bench.signIn());
  const read = () => charger.read(patient());
  const ask = (command: Command) => charger.execute(command, patient());
  await read();
  await bench.clock.advance(10 * minute);
  return { ...bench, charger, read, ask };
}
