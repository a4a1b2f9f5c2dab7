import { expect, it } from 'vitest';
import { lazyNotices } from '../../../electron/platform/notices/lazy-notices.ts';
import type { NotificationPort } from '../../../electron/ports/app-ports.ts';
import { RecordedNotices } from '../../fakes/recorded-notices.ts';
import { notice } from '../../fixtures/core-notices.ts';

it('is loaded with the first notice, once, and tells all that was asked for before', async () => {
  const desktop = new RecordedNotices();
  let loads = 0;
  const said: string[] = [];
  let click: Parameters<NotificationPort['onClick']>[0] | undefined;
  let chance: (() => void) | undefined;
  desktop.onClick = (heard?: typeof click) => {
    click = heard;
  };
  desktop.onChance = (heard?: () => void) => {
    chance = heard;
  };
  const port = lazyNotices(async () => {
    loads += 1;
    return desktop;
  });
  port.onClick(({ id }, action) => void said.push(`${id} ${action}`));
  port.onChance(() => void said.push('chance'));
  expect(port.standing()).toEqual([]);
  port.withdraw(notice());
  expect(loads).toBe(0);
  const begins = async () => undefined;
  const both = [port.show(notice(), { begins }), port.show(notice({ id: 'two' }), { begins })];
  expect(await Promise.all(both)).toEqual(['shown', 'shown']);
  expect(loads).toBe(1);
  click?.(notice(), 'unlock');
  chance?.();
  expect(said).toEqual(['a/1/chargeEnded/1 unlock', 'chance']);
  port.withdraw(notice());
  expect(port.standing().map(({ id }) => id)).toEqual(['two']);
});
