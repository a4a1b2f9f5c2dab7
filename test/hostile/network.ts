import { newRecord } from '../../electron/charging/record.ts';
import { slugOf } from '../../electron/mqtt/discovery.ts';
import { readOrder } from '../../electron/mqtt/read-command.ts';
import { topicName, topicsOf } from '../../electron/mqtt/topics.ts';
import { joinedUrl } from '../../electron/platform/http/http-target.ts';
import { readLink } from '../../shared/domain/app/link.ts';
import { cannotStartSentences } from '../../shared/text/cannot-start-text.ts';
import { FakeTerminal } from '../fakes/fake-terminal.ts';
import { anObservation } from '../fixtures/observations.ts';
import { brokenRules } from '../simulators/broker/home-assistant-rules.ts';
import { PublisherKit } from '../unit/mqtt/publisher-kit.ts';
import { asCode, asName, type Outlet, unless, wellFormed } from './outlet.ts';
import { steers, steersLines } from './texts.ts';

const now = Date.UTC(2026, 10, 21, 12);

/** A record in which everything is called so. */
function recordOf(text: string, id = 'a/1') {
  const name = asName(text);
  const observation = anObservation(
    { state: 'error', code: asCode(text) },
    { name, model: name, vendorCode: asCode(text) },
  );
  const record = newRecord({ id, accountId: 'a', brand: 'wallbox' });
  return {
    ...record,
    alias: name,
    listed: { name, model: name },
    reading: { certainty: 'current' as const, at: now, observation },
  };
}

async function typed(
  text: string,
  args: (text: string) => readonly string[],
): Promise<FakeTerminal> {
  const terminal = new FakeTerminal();
  terminal.remember(recordOf(text), recordOf(`${text} 2`, 'a/2'));
  await terminal.type(...args(text));
  return terminal;
}

/** What is said of a text has as many lines as what is said of any other. */
async function saidFaults(
  text: string,
  args: (text: string) => readonly string[],
): Promise<readonly string[]> {
  const [all, other] = [saidBy(await typed(text, args)), saidBy(await typed('Garage', args))];
  const lines = all.split('\n').length;
  return [
    ...unless(!steersLines.test(all), `steers: ${JSON.stringify(all.slice(0, 300))}`),
    ...unless(!all.includes('\r'), 'writes over its own line'),
    ...unless(all.length < 20_000, `${all.length} characters`),
    ...unless(lines === other.split('\n').length, `${lines} lines: ${all.slice(0, 300)}`),
  ];
}

function saidBy({ said, muttered, written }: FakeTerminal): string {
  return [...said, ...muttered, written].join('\n');
}

/** What others are sent, and what a terminal is told. */
export const networkOutlets = {
  'topics and ids of a broker': {
    wrong: (text) => {
      const name = topicName(text);
      const { charger } = topicsOf({ installation: 'k3x9q2', topicPrefix: 'home', discovery: 'h' });
      const { command, config = '', state } = charger(text);
      return [
        ...unless(/^[A-Za-z0-9_-]*$/.test(name), `no level of a topic: ${name.slice(0, 80)}`),
        ...unless(state.split('/').length === 4 && command.split('/').length === 4, 'more levels'),
        ...unless(config.split('/').length === 4, 'more levels'),
        ...unless(/^[a-z0-9_]*$/.test(slugOf(text)), 'no slug'),
        ...unless(readOrder(text, text) === undefined, 'a command'),
        ...unless(readOrder('command', text) === undefined, 'a command'),
      ];
    },
  },
  'messages to a broker': {
    wrong: (text) => {
      const kit = new PublisherKit();
      kit.read(recordOf(text));
      const [config] = kit.all('a_1/config') as { device?: { name?: string } }[];
      return [
        ...brokenRules(kit.said),
        ...unless(
          kit.said.every(({ topic }) => !/[+#\0]/.test(topic)),
          'a topic with wildcards',
        ),
        ...unless(
          kit.said.every(({ payload }) => !steers.test(payload)),
          'steers',
        ),
        ...unless(config?.device?.name === asName(text), `another name: ${config?.device?.name}`),
        ...unless(
          kit.said.every(({ payload }) => payload.length < 16_384),
          'too long a message',
        ),
      ];
    },
  },
  'a terminal: what is': {
    wrong: async (text) => [
      ...(await saidFaults(text, () => ['status'])),
      ...(await saidFaults(text, () => ['status', '--json'])),
    ],
  },
  'a terminal: what was typed wrong': {
    wrong: async (text) => [
      ...(await saidFaults(text, (one) => [`x${one}`])),
      ...(await saidFaults(text, (one) => ['limit', `x${one}`])),
      ...(await saidFaults(text, (one) => ['history', `--from=${one}`])),
      ...(await saidFaults(text, (one) => ['pause', `--x${one}`])),
      ...(await saidFaults(text, (one) => ['pause', `--charger=${one} `])),
    ],
  },
  'a terminal: why it cannot start': {
    wrong: (text) => {
      const { message, detail } = cannotStartSentences({ kind: 'readOnly', path: `/x/${text}` });
      return unless(!steers.test(message + detail), `steers: ${JSON.stringify(message)}`);
    },
  },
  'the path of a request': {
    wrong: (text) => {
      const path = `/chargers/status/${encodeURIComponent(wellFormed(text))}`;
      const url = joinedUrl('https://example.com', path);
      return unless(
        url === undefined || (url.origin === 'https://example.com' && url.pathname === path),
        `leads elsewhere: ${url}`,
      );
    },
  },
  'a link that is not understood': {
    wrong: (text) => {
      const read = readLink(`chargetray://${encodeURIComponent(wellFormed(text))}/x`);
      const other = readLink(`chargetray://charger/x/${encodeURIComponent(wellFormed(text))}`);
      const said = [read, other].map((one) => JSON.stringify(one));
      return [
        ...unless(!read.ok && !other.ok, 'understood'),
        ...unless(
          said.every((one) => !steers.test(one) && one.length < 200),
          `says ${said[0]}`,
        ),
      ];
    },
  },
} satisfies Readonly<Record<string, Outlet>>;
