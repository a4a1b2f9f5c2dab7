import { appName } from '../../../shared/text/app-name.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Notice, NoticeUrgency } from '../../ports/notice.ts';
import { type Value, Variant } from '../dbus/values.ts';
import { type NoticeService, tagHint } from './notice-service.ts';
import { noticeTag } from './notice-tag.ts';

/** A picture as notification services want it: red, green, blue and opacity of each point. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

export interface NotifyOptions {
  readonly icon?: Picture | undefined;
  /** The number of the one whose place it takes. Absent or 0: it gets a place of its own. */
  readonly replaces?: number | undefined;
}

/** The key under which the service tells of a click on the notice itself; most show no button for it. */
export const clickKey = 'default';
/** The same as a button, for services in which a notice itself cannot be clicked. */
export const openKey = 'open';
/** The name of the app's own entry in the desktop's menu. */
const desktopEntry = 'chargetray';
/** As long as the service thinks right. */
const customary = -1;
/** As the Desktop Notifications Specification numbers them. */
const urgencies: Readonly<Record<NoticeUrgency, number>> = { low: 0, normal: 1, critical: 2 };

/** What `Notify` is told, in its order. A service that cannot do something is not asked for it. */
export function notifyWords(
  notice: Notice,
  { can }: Pick<NoticeService, 'can'>,
  { icon, replaces = 0 }: NotifyOptions = {},
): readonly Value[] {
  const body = can.has('body-markup') ? markedUp(notice.body) : notice.body;
  const hints = new Map<string, Variant>([
    ['desktop-entry', new Variant('s', desktopEntry)],
    ['urgency', new Variant('y', urgencies[notice.urgency ?? 'normal'])],
  ]);
  if (notice.category) hints.set('category', new Variant('s', notice.category));
  if (can.has(tagHint)) hints.set(tagHint, new Variant('s', noticeTag(notice)));
  // The icon's file lies in the app's archive, where no other program can read it.
  if (icon) hints.set('image-data', new Variant('(iiibiiay)', points(icon)));
  const actions = can.has('actions') ? actionsOf(notice) : [];
  return [appName, replaces, '', notice.title, body, actions, hints, customary];
}

/** The name of a charger comes from elsewhere and must not become a link or a picture. */
function markedUp(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What helps most comes first: some services show but one or two buttons. */
function actionsOf({ action }: Notice): readonly string[] {
  const button = action ? [action.command, action.label] : [];
  return [clickKey, messages.shell.openFromNotice, ...button, openKey, messages.shell.openButton];
}

function points({ width, height, rgba }: Picture): readonly Value[] {
  const channels = 4;
  return [width, height, width * channels, true, 8, channels, rgba];
}
