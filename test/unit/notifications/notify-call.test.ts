import { describe, expect, it } from 'vitest';
import { type Value, Variant } from '../../../electron/platform/dbus/values.ts';
import { noticeTag } from '../../../electron/platform/notices/notice-tag.ts';
import { notifyWords } from '../../../electron/platform/notices/notify-call.ts';
import type { Notice } from '../../../electron/ports/notice.ts';
import { notice } from '../../fixtures/core-notices.ts';

const waiting = notice({ action: { command: 'unlock', label: 'Unlock' } });

function told(what: Notice, ...can: string[]) {
  const [app, replaces, , title, body, actions, hints, expires] = notifyWords(what, {
    can: new Set(can),
  });
  return { app, replaces, title, body, actions, hints: hints as Map<Value, Value>, expires };
}

describe('what a notification service is told', () => {
  it('is whose notice it is and what it says, for as long as the service likes', () => {
    expect(told(notice())).toMatchObject({
      app: 'ChargeTray',
      replaces: 0,
      title: 'Charge complete · Garage',
      body: '10.99 kWh',
      expires: -1,
    });
  });

  it.each([
    [['body-markup'], 'Tom &amp; Ann: &lt;a href="x"&gt;10.99 kWh&lt;/a&gt;'],
    [[], 'Tom & Ann: <a href="x">10.99 kWh</a>'],
  ])('is plain words for one that can %j', (can, body) => {
    const what = notice({ body: 'Tom & Ann: <a href="x">10.99 kWh</a>' });
    expect(told(what, ...can).body).toBe(body);
  });

  it.each([
    [notice(), ['actions'], ['default', 'Open ChargeTray', 'open', 'Open']],
    [waiting, ['actions'], ['default', 'Open ChargeTray', 'unlock', 'Unlock', 'open', 'Open']],
    [waiting, [], []],
  ])('has buttons only where it can have them', (what, can, actions) => {
    expect(told(what, ...can).actions).toEqual(actions);
  });

  it('has a tag by which it is known again, where tags are known', () => {
    expect(told(notice()).hints.has('x-dunst-stack-tag')).toBe(false);
    const { hints } = told(notice(), 'x-dunst-stack-tag');
    expect(hints.get('x-dunst-stack-tag')).toEqual(new Variant('s', noticeTag(notice())));
  });

  it.each([
    ['low', 0],
    [undefined, 1],
    ['critical', 2],
  ] as const)('presses: %s', (urgency, byte) => {
    const { hints } = told(notice({ urgency }));
    expect(hints.get('urgency')).toEqual(new Variant('y', byte));
  });

  it('has its category where it has one', () => {
    expect(told(notice()).hints.has('category')).toBe(false);
    const { hints } = told(notice({ category: 'device.error' }));
    expect(hints.get('category')).toEqual(new Variant('s', 'device.error'));
  });

  it('says whose place it takes', () => {
    const words = notifyWords(notice(), { can: new Set() }, { replaces: 7 });
    expect(words[1]).toBe(7);
  });

  it('has the icon with it, point by point', () => {
    const rgba = new Uint8Array(24);
    const words = notifyWords(
      notice(),
      { can: new Set() },
      { icon: { width: 3, height: 2, rgba } },
    );
    const image = (words[6] as Map<Value, Variant>).get('image-data');
    expect(image?.value).toEqual([3, 2, 12, true, 8, 4, rgba]);
  });
});

describe('the tag of a notice', () => {
  it('is the same at every start, short enough for every desktop, and its own', () => {
    const long = { id: `account/${'1'.repeat(100)}/chargeEnded/1` };
    expect(noticeTag(long)).toBe(noticeTag({ ...long }));
    expect(noticeTag(long).length).toBeLessThanOrEqual(64);
    expect(noticeTag(long)).not.toBe(noticeTag(notice()));
  });

  it('is that of its topic, so that a newer one takes its place', () => {
    const fault = notice({ id: 'a/1/fault/1', topic: 'a/1/fault' });
    expect(noticeTag(notice({ id: 'a/1/faultOver/2', topic: 'a/1/fault' }))).toBe(noticeTag(fault));
    expect(noticeTag({ id: 'a/1/fault/1' })).not.toBe(noticeTag(fault));
  });
});
