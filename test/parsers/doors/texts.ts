import { parsed as typed } from '../../../electron/command-line/parse.ts';
import { BrokerPassword } from '../../../electron/mqtt/broker-password.ts';
import { readOrder } from '../../../electron/mqtt/read-command.ts';
import { topicsOf } from '../../../electron/mqtt/topics.ts';
import { entryFollowing } from '../../../electron/platform/electron/autostart-entry.ts';
import { readOverrides } from '../../../electron/platform/electron/overrides.ts';
import { certificateFacts } from '../../../electron/platform/http/http-certificate.ts';
import { joinedUrl } from '../../../electron/platform/http/http-target.ts';
import { partedKeytar } from '../../../electron/platform/keychain/parted-keytar.ts';
import { fieldLocale } from '../../../electron/platform/locale/field-locale.ts';
import {
  preferredLanguages,
  systemLocale,
} from '../../../electron/platform/locale/system-locale.ts';
import { understood } from '../../../electron/settings/kept-found.ts';
import { nextOf } from '../../../electron/updates/ask-feed.ts';
import { isNewer, readManifest } from '../../../electron/updates/manifest.ts';
import { isSignedBy, publicKeys } from '../../../electron/updates/signature.ts';
import { readLink } from '../../../shared/domain/app/link.ts';
import { FakeVault } from '../../fakes/fake-vault.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { fc } from '../../fixtures/properties.ts';
import { type Door, jsonDoor, textDoor, valueDoor } from '../door.ts';

const sum = `${'A'.repeat(86)}==`;
const manifest = `version: 0.2.0
files:
  - url: ChargeTray-0.2.0-linux-x86_64.AppImage
    sha512: ${sum}
    size: 90000000
releaseNotes: "Quieter.\\nFaster."
`;
const key = publicKeys('MCowBQYDK2VwAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=');

const wish = {
  address: { host: 'broker.local', port: 1883, tls: false },
  topicPrefix: 'chargetray',
  discovery: null,
  commands: false,
};
const topics = topicsOf({ installation: 'k3x9q2', topicPrefix: 'home/cars', discovery: 'hub' });
const base = 'home/cars/k3x9q2';

const wasTaken = (result: unknown): boolean => {
  const isResult = typeof result === 'object' && result !== null;
  return isResult && 'ok' in result ? result.ok === true : result !== undefined;
};

/** Everything that comes in as text, but for JSON of chargers, prices and files. */
export const textDoors = {
  'shared/domain/app/link.ts#readLink': textDoor(
    [
      'chargetray://charger/Garage/pause',
      'chargetray://history',
      'chargetray://charger/a%2F1/limit/16',
    ],
    { enter: readLink, isTaken: wasTaken },
  ),
  'electron/mqtt/read-command.ts#readOrder': jsonDoor(
    [{ command: 'pause' }, { command: 'limit', limit: 16, id: 'x' }],
    { enter: (payload) => readOrder('command', payload), except: { raw: ['id'] } },
  ),
  'electron/mqtt/read-command.ts#set': textDoor(['16', '-10', '16.0'], {
    enter: (payload) => readOrder('set/limit', payload),
    least: 0,
  }),
  'electron/mqtt/topics.ts#parse': textDoor([`${base}/a_1/command`, `${base}/a_1/set/lock`], {
    enter: (topic) => topics.parse(topic),
    except: { raw: ['name', 'rest'] },
  }),
  'electron/mqtt/broker-password.ts#read': jsonDoor(
    [{ of: '["broker.local",1883,false,null]', password: 'p' }],
    {
      async enter(text) {
        const vault = new FakeVault();
        vault.kept.set('broker', text);
        const parts = { vault, log: new RecordedLog(), hide: () => undefined };
        return new BrokerPassword(parts).read(wish, 'keychain');
      },
      isTaken: wasTaken,
      except: { raw: ['value'] },
    },
  ),
  'electron/updates/manifest.ts#readManifest': textDoor([manifest], {
    enter: (text) => readManifest(text, (name) => name.endsWith('.AppImage')),
  }),
  'electron/updates/manifest.ts#isNewer': textDoor(['1.2.3', '1.2.3-beta.1'], {
    enter: (version) => isNewer(version, '1.2.2') || isNewer('1.2.2', version),
  }),
  'electron/updates/signature.ts#isSignedBy': textDoor([sum], {
    enter: (signature) => isSignedBy(key, Buffer.from('x'), signature),
  }),
  'electron/updates/ask-feed.ts#nextOf': textDoor(['/latest.yml', 'https://example.com/x'], {
    enter: (location) => nextOf(location, new URL('https://example.com/a'))?.href,
    except: { longest: Number.POSITIVE_INFINITY },
  }),
  'electron/command-line/parse.ts#parsed': textDoor(
    ['status --json', 'limit 16 --charger=Garage --wait', 'history --from 2026-11-01', '--watch'],
    {
      enter: (line) => typed(line.split(' ')),
      isTaken: (result) => typeof result === 'object',
      except: { raw: ['options'], longest: 500 },
    },
  ),
  'electron/platform/electron/autostart-entry.ts#entryFollowing': textDoor(
    ['[Desktop Entry]\nExec=/usr/bin/chargetray --hidden\nHidden=true\n'],
    {
      enter: (entry) => entryFollowing(entry, 'ChargeTray', { program: '/new', args: [] }) ?? '',
      except: { raw: [''] },
    },
  ),
  'electron/platform/electron/overrides.ts#readOverrides': textDoor(
    ['http://127.0.0.1:8080', 'http://localhost', '60', '0.5'],
    {
      enter: (text) => {
        const names = ['WALLBOX_URL', 'PRICES_URL', 'POLL_SECONDS'];
        const all = Object.fromEntries(names.map((name) => [`CHARGETRAY_${name}`, text]));
        return readOverrides(all, () => undefined);
      },
      except: { raw: ['baseUrl'] },
    },
  ),
  'electron/platform/http/http-target.ts#joinedUrl': textDoor(['/v3/chargers', '/x?a=1'], {
    enter: (path) => joinedUrl('https://example.com', path)?.href,
    except: { longest: Number.POSITIVE_INFINITY },
  }),
  'electron/platform/keychain/parted-keytar.ts#getPassword': textDoor(
    ['parts:2:0123456789abcdef', 'secret'],
    {
      enter: async (first) => {
        const keytar = partedKeytar(
          {
            getPassword: async (_, name) => (name === 'a' ? first : 'x'),
            setPassword: async () => undefined,
            deletePassword: async () => true,
          },
          2560,
        );
        return (await keytar.getPassword('s', 'a')) ?? undefined;
      },
      isTaken: () => true,
      except: { raw: [''] },
    },
  ),
  'electron/platform/locale/system-locale.ts#systemLocale': textDoor(
    ['de_DE.UTF-8', 'C', 'en-US@posix', 'sr_RS@latin'],
    {
      enter: (text) => {
        const environment = { LANG: text, LC_TIME: text };
        const locale = systemLocale({ platform: 'linux', environment, electron: () => text });
        new Intl.DateTimeFormat(locale);
        return [locale, ...preferredLanguages([text, text])];
      },
    },
  ),
  'electron/platform/locale/field-locale.ts#fieldLocale': jsonDoor(
    [{ settings: { language: 'de', formats: { region: 'AT', clock: 'h12' } } }, {}],
    {
      enter: (text) =>
        fieldLocale(understood(text), { systemLanguages: () => ['en'], systemLocale: () => 'en' }),
    },
  ),
} satisfies Readonly<Record<string, Door<string>>>;

const words = fc.string({ unit: 'binary', maxLength: 300 });

/** What is asked of a station's certificate before anything else. */
export const certificateDoors = {
  'electron/platform/http/http-certificate.ts#certificateFacts': valueDoor(
    fc.record({
      fingerprint256: fc.constant('AB:CD'),
      subject: fc.dictionary(words, fc.oneof(words, fc.array(words))),
      valid_from: fc.constant('Nov 21 12:00:00 2026 GMT'),
      valid_to: fc.constantFrom('Nov 21 12:00:00 9999 GMT', 'never'),
      modulus: words,
      bits: fc.nat(),
    }),
    // What Node tells has its types; only the words in it are somebody else's.
    {
      enter: (shown) => (isShown(shown) ? certificateFacts(shown as never) : undefined),
      except: { raw: ['fingerprint'] },
      least: 0,
    },
  ),
} satisfies Readonly<Record<string, Door<unknown>>>;

function isShown(shown: unknown): boolean {
  if (typeof shown !== 'object' || shown === null) return false;
  const { fingerprint256, subject = {}, bits = 0, ...texts } = shown as Record<string, unknown>;
  const isText = (one: unknown) => typeof one === 'string' || one === undefined;
  const isSubject = typeof subject === 'object' && subject !== null;
  const names = isSubject ? Object.values(subject).flat() : [0];
  return (
    isText(fingerprint256) && [...names, ...Object.values(texts)].every(isText) && bits !== null
  );
}
