import { shellText } from '../../../shared/text/shell-text.ts';
import type { Notice } from '../../ports/notice.ts';
import { type Value, Variant } from '../dbus/values.ts';
import { type NoticeService, tagHint } from './notice-service.ts';
import { noticeTag } from './notice-tag.ts';

/** A picture as notification services want it: red, green, blue and opacity of each point. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** The key under which the service tells of a click on the notice itself. */
export const clickKey = 'default';
/** The name of the app's own entry in the desktop's menu. */
const desktopEntry = 'chargetray';
/** As long as the service thinks right. */
const customary = -1;

/** What `Notify` is told, in its order. A service that cannot do something is not asked for it. */
export function notifyWords(
  notice: Notice,
  { can }: Pick<NoticeService, 'can'>,
  icon?: Picture,
): readonly Value[] {
  const body = can.has('body-markup') ? markedUp(notice.body) : notice.body;
  const hints = new Map<string, Variant>([['desktop-entry', new Variant('s', desktopEntry)]]);
  if (can.has(tagHint)) hints.set(tagHint, new Variant('s', noticeTag(notice)));
  // The icon's file lies in the app's archive, where no other program can read it.
  if (icon) hints.set('image-data', new Variant('(iiibiiay)', points(icon)));
  const actions = can.has('actions') ? actionsOf(notice) : [];
  return [shellText.appName, 0, '', notice.title, body, actions, hints, customary];
}

/** The name of a charger comes from elsewhere and must not become a link or a picture. */
function markedUp(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function actionsOf({ action }: Notice): readonly string[] {
  const button = action ? [action.command, action.label] : [];
  return [clickKey, shellText.openFromNotice, ...button];
}

function points({ width, height, rgba }: Picture): readonly Value[] {
  const channels = 4;
  return [width, height, width * channels, true, 8, channels, rgba];
}
