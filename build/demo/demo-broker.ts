import type { Page } from '@playwright/test';
import { say } from '../prepare/say.mjs';

const loopback = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/;

/**
 * Has the demo tell a broker of this computer, where one is named as `mqtt://127.0.0.1:1883`. Nobody
 * else is to hear of chargers that do not exist.
 */
export async function tellBroker(page: Page, named: string | undefined): Promise<void> {
  if (named === undefined) return;
  const url = URL.canParse(named) ? new URL(named) : undefined;
  if (url?.protocol !== 'mqtt:' || !loopback.test(url.hostname)) {
    say('CHARGETRAY_DEMO_BROKER is ignored: not mqtt:// on this computer.');
    return;
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const wish = {
    address: { host, port: Number(url.port || 1883), tls: false },
    topicPrefix: 'chargetray-demo',
    discovery: 'homeassistant',
    commands: true,
  };
  // As the settings page does it.
  await page.evaluate((given) => Reflect.get(globalThis, 'chargetray').call('setBroker', given), {
    wish,
    untilQuit: true,
  });
  say(`the chargers are told to ${named}, under chargetray-demo.`);
}
