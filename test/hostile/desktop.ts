import { diagnosticsOf } from '../../electron/app/diagnostics.ts';
import { readMessage, writeCall } from '../../electron/platform/dbus/message.ts';
import { notifyWords } from '../../electron/platform/notices/notify-call.ts';
import type { MenuEntry } from '../../electron/ports/tray-view.ts';
import { composeTrayView } from '../../electron/tray/compose-tray-view.ts';
import { menuTemplate, type TemplateEntry } from '../../electron/tray/menu-template.ts';
import { fileNameOf } from '../../shared/text/file-name.ts';
import { messages } from '../../shared/text/messages.ts';
import { longestShownName, shownName } from '../../shared/text/shown-name.ts';
import { notice } from '../fixtures/core-notices.ts';
import { callingAll } from './calling-all.ts';
import { asName, type Outlet, unless, wellFormed } from './outlet.ts';
import { steers, steersLines } from './texts.ts';

const telling = { now: Date.UTC(2026, 4, 16, 12, 41), formatOptions: { locale: 'en-GB' } };
const notify = { destination: 'a.b', path: '/a', interface: 'a.b', member: 'Notify' };

/** What the desktop shows. */
export const desktopOutlets = {
  'a notification with markup': {
    wrong: (text) => {
      const name = asName(text);
      const told = notice({ title: name, body: messages.notices.test.body + name });
      const words = notifyWords(told, { can: new Set(['body-markup', 'actions']) });
      const body = String(words[4]);
      const plain = body
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
      return [
        ...unless(!/[<>]|&(?!(amp|lt|gt|quot);)/.test(body), `markup: ${body}`),
        ...unless(plain === told.body, 'says something else'),
        ...unless(!steers.test(String(words[3])), 'a title that steers'),
      ];
    },
  },
  'a message on the bus': {
    wrong: (text) => {
      // Also one that has come by no door: a zero in it, and the bus hangs up for good.
      const call = { ...notify, signature: 'sas', body: [text, [text, 'x']] };
      const bytes = writeCall(call, 1);
      const { body } = readMessage(bytes);
      const [said, [again, last]] = body as [string, [string, string]];
      return [
        ...unless(!said.includes('\0') && !again.includes('\0'), 'a zero within a text'),
        ...unless(said === again && last === 'x', 'another text'),
        ...unless(said === wellFormed(text.replaceAll('\0', '')), 'says something else'),
      ];
    },
  },
  'the tooltip of the tray': {
    wrong: (text) => {
      const { tooltip, title = '' } = composeTrayView(callingAll(text), telling);
      const shown = shownName(asName(text));
      return [
        ...unless(!steersLines.test(tooltip + title), `steers: ${JSON.stringify(tooltip)}`),
        ...unless(tooltip.split('\n').length <= 4, `${tooltip.split('\n').length} lines`),
        ...unless(tooltip.includes(shown), 'lacks the name'),
      ];
    },
  },
  'the menu of the tray': {
    wrong: (text) => {
      const { menu } = composeTrayView(callingAll(text), telling);
      const labels = labelsOf(menuTemplate(menu as MenuEntry[], () => undefined));
      const [shown] = shownName(asName(text)).replaceAll('&', '&&').split('…');
      return [
        ...labels.flatMap((label) => [
          ...unless(!/(?<!&)(&&)*&(?!&)/.test(label), `an access key: ${label}`),
          ...unless(!/[\n\r]|[\u202a-\u202e]/.test(label), `steers: ${JSON.stringify(label)}`),
          ...unless(label.length <= 4 * longestShownName, `${label.length} characters`),
        ]),
        ...unless(
          labels.some((label) => label.includes(shown?.trim() ?? '')),
          'lacks the name',
        ),
      ];
    },
  },
  'the name of a file': {
    wrong: (text) =>
      [
        `${text}.pdf`,
        messages.statement.fileName({ charger: asName(text), period: '2026-05' }),
        `${asName(text)}.png`,
      ].flatMap((asked) => {
        const name = fileNameOf(asked);
        const stem = name.replace(/\.\w+$/, '');
        return [
          ...unless(!/[<>:"/\\|?*]/.test(name) && !steers.test(name), `no name: ${name}`),
          ...unless(Buffer.byteLength(name) <= 220, `${Buffer.byteLength(name)} bytes`),
          ...unless(name.length <= 120, `${name.length} characters`),
          ...unless(/\.(pdf|png)$/.test(name), `another ending: ${name}`),
          ...unless(stem !== '' && !/^[.\s-]|[.\s]$/.test(stem), `hidden or cut: ${name}`),
          ...unless(!/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem), `a device: ${name}`),
        ];
      }),
  },
  'diagnostics in the clipboard': {
    wrong: (text) => {
      const told = toldOf(text);
      const most = toldOf('Garage').split('\n').length;
      return [
        ...unless(told.split('\n').length === most, `more than ${most} lines`),
        ...unless(!steersLines.test(told), `steers: ${JSON.stringify(told)}`),
        ...unless(told.length < 6000, `${told.length} characters`),
      ];
    },
  },
} satisfies Readonly<Record<string, Outlet>>;

function toldOf(text: string): string {
  return diagnosticsOf(callingAll(text), {
    facts: { version: '1', runtime: 'x', platform: 'linux' } as never,
    clock: { now: () => telling.now } as never,
    overrides: {},
  });
}

function labelsOf(entries: readonly TemplateEntry[]): readonly string[] {
  return entries.flatMap(({ label = '', submenu = [] }) => [label, ...labelsOf(submenu)]);
}
