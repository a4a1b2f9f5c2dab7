import { expect, it } from 'vitest';
import { readLink } from '../../../shared/domain/app/link.ts';
import { source } from '../../laws/sources.ts';

const page = source('docs/links.md').text;
const links = [...page.matchAll(/chargetray:\/\/[^\s'`]+/g)].map(([link]) => link);

it('the page on links names every kind of them, and none that is not understood', () => {
  const read = links.map(readLink);
  expect(read.filter(({ ok }) => !ok)).toEqual([]);
  const kinds = read.flatMap((one) => {
    if (!one.ok) return [];
    if (one.value.kind === 'view') return [one.value.view];
    return [one.value.command?.kind ?? 'charger'];
  });
  const all = ['chargers', 'history', 'settings', 'charger', 'pause', 'resume', 'lock', 'unlock'];
  expect(new Set(kinds)).toEqual(new Set([...all, 'setLimit', 'backToSchedule']));
});
