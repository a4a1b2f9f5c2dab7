import { setTimeout } from 'node:timers/promises';
import { Agent } from 'undici';
import type { Order } from './program.ts';

const agent = new Agent();

void goOn(JSON.parse(process.argv[2] ?? ''));
process.on('disconnect', () => process.exit());

/** The least that can be done to know what a charger does: ask, read, parse, wait. */
async function goOn({ url, accounts, chargerId, paceSeconds = 0 }: Order): Promise<void> {
  const { email, password } = accounts[0] ?? {};
  const basic = Buffer.from(`${email}:${password}`).toString('base64');
  const { data } = await ask(`${url}/users/signin`, `Basic ${basic}`);
  process.send?.('signed in');
  for (;;) {
    await ask(`${url}/chargers/status/${chargerId}`, `Bearer ${data.attributes.token}`);
    await setTimeout(paceSeconds * 1000);
  }
}

async function ask(url: string, authorization: string) {
  const { origin, pathname, search } = new URL(url);
  const answer = await agent.request({
    origin,
    path: `${pathname}${search}`,
    method: 'GET',
    headers: { authorization, partner: 'wallbox', accept: 'application/json' },
  });
  return JSON.parse(await answer.body.text());
}
