import { answerLine } from '../../../electron/command-line/socket/answer-line.ts';
import { answer } from '../../../electron/ipc/answer.ts';
import type { Handlers } from '../../../electron/ipc/handlers.ts';
import { menuActionOf } from '../../../electron/tray/entries.ts';
import { type CallName, callNames } from '../../../shared/ipc/names.ts';
import type { TerminalCallName } from '../../../shared/ipc/terminal-calls.ts';
import { requestSchemas } from '../../../shared/schema/calls.ts';
import { terminalSchemas } from '../../../shared/schema/terminal-calls.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { fc } from '../../fixtures/properties.ts';
import { type Door, jsonDoor, valueDoor } from '../door.ts';
import { fromSchema } from '../from-schema.ts';

const sender = { pageId: 1, isMainFrame: true, address: 'app://chargetray/' };
/** What is typed or secret goes where it belongs as it is; the picture is base64. */
const raw = [
  'fields',
  'password',
  'token',
  'text',
  'png',
  'name',
  'note',
  'area',
  'address',
  'fingerprint',
];

/** Each call of the window, up to what its handler gets. */
export const callDoors: Readonly<Record<CallName, Door<unknown>>> = Object.fromEntries(
  callNames.map((name) => [name, callDoor(name)]),
) as Record<CallName, Door<unknown>>;

function callDoor(name: CallName): Door<unknown> {
  const schema = requestSchemas[name];
  const valid = fromSchema(schema).filter((value) => schema.safeParse(value).success);
  return valueDoor(valid, {
    async enter(request) {
      let got: unknown;
      const handlers = {
        [name]: (asked: unknown) => {
          got = { asked };
        },
      };
      const log = new RecordedLog();
      const tools = { isOurs: () => true, log, tellUncrossable: () => undefined };
      const told = await answer(
        name,
        { sender, request },
        { ...tools, handlers: handlers as unknown as Handlers },
      );
      if (!told.ok && told.failure !== 'badRequest') throw new Error(told.failure);
      return got;
    },
    isTaken: (got) => got !== undefined,
    except: { raw, turned: true },
    least: 0,
  });
}

/** Each call of a command line, as the line that comes through the socket. */
export const terminalDoors: Readonly<Record<TerminalCallName, Door<string>>> = Object.fromEntries(
  Object.keys(terminalSchemas).map((name) => [name, lineDoor(name as TerminalCallName)]),
) as Record<TerminalCallName, Door<string>>;

function lineDoor(call: TerminalCallName): Door<string> {
  const request = fromSchema(terminalSchemas[call]);
  return jsonDoor(fc.record({ v: fc.constant(1), call: fc.constant(call), request }), {
    async enter(text) {
      let got: unknown;
      const handler = (asked: unknown) => {
        got = { asked };
      };
      const handlers = Object.fromEntries(
        Object.keys(terminalSchemas).map((name) => [name, handler]),
      );
      const told = await answerLine(Buffer.from(text), {
        handlers: handlers as never,
        log: new RecordedLog(),
        signal: new AbortController().signal,
        tell: async () => undefined,
      });
      if (!('ok' in told)) throw new Error('Not answered');
      return got;
    },
    least: 0,
  });
}

/** What a press in the tray's menu says. */
export const menuDoors = {
  'electron/tray/entries.ts#menuActionOf': jsonDoor(
    [
      { do: 'execute', chargerId: 'a/1', command: { kind: 'setLimit', limitA: 16 } },
      { do: 'plan', chargerId: 'a/1', choice: 'off' },
      { do: 'quit' },
    ],
    { enter: menuActionOf },
  ),
} satisfies Readonly<Record<string, Door<string>>>;
