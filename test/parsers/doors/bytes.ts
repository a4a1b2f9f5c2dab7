import { messageLength, readMessage, writeCall } from '../../../electron/platform/dbus/message.ts';
import { utf8 } from '../../../electron/platform/http/http-body.ts';
import { fc } from '../../fixtures/properties.ts';
import type { Door } from '../door.ts';

const call = { destination: 'a.b', path: '/a', interface: 'a.b', member: 'Do' };
const messages = [
  writeCall(call, 1),
  writeCall({ ...call, signature: 'sua{ss}', body: ['x', 1, new Map([['a', 'b']])] }, 2),
  writeCall(
    {
      ...call,
      signature: 'as(iiy)',
      body: [
        ['a', 'b'],
        [1, 2, 3],
      ],
    },
    3,
  ),
];

/** Bytes of a valid one, some of which are others; or any. */
const spoilt = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...messages),
      fc.array(
        fc.tuple(fc.nat(200), fc.oneof(fc.nat(255), fc.constantFrom(0x61, 0x28, 0x29, 0x76))),
      ),
    )
    .map(([message, changes]) => {
      const bytes = Buffer.from(message);
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      return bytes;
    }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);

/** Whoever listens to the bus hangs up where a message makes no sense: here it may throw, but must end. */
function heard(bytes: Buffer): unknown {
  try {
    const length = messageLength(bytes);
    return length === undefined || length > bytes.length ? undefined : readMessage(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw error;
    return undefined;
  }
}

/** What comes as bytes. */
export const byteDoors = {
  'electron/platform/dbus/message.ts#readMessage': {
    odd: spoilt,
    valid: fc.constantFrom(...messages),
    enter: (bytes) => heard(bytes) && true,
  },
  'electron/platform/http/http-body.ts#utf8': {
    odd: spoilt,
    valid: fc.constant(Buffer.from('é')),
    enter: (bytes) => utf8(bytes, undefined),
    except: { raw: [''] },
  },
} satisfies Readonly<Record<string, Door<Buffer>>>;
