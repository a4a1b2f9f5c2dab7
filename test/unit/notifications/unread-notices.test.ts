import { describe, expect, it } from 'vitest';
import { type ChargerRecord, newRecord } from '../../../electron/charging/record.ts';
import { noticeFor, signInNotice } from '../../../electron/notifications/rules.ts';
import type { Notice } from '../../../electron/ports/notice.ts';
import { brandSchema } from '../../../shared/schema/brand.ts';
import { brandWords } from '../../../shared/text/brand-words.ts';
import { noon } from '../../fixtures/core-notices.ts';
import { anObservation } from '../../fixtures/observations.ts';

const garage: ChargerRecord = {
  ...newRecord({ id: 'a/1', accountId: 'a', brand: 'wallbox' }),
  reading: { certainty: 'current', at: noon, observation: anObservation('scheduled') },
};

const said = ({ title, body }: Notice) => `${title} — ${body}`;

describe('notices that come from no reading', () => {
  it('a sign-in is required', () => {
    const told = signInNotice({ id: 'a', brand: 'wallbox' }, noon);
    expect(said(told)).toBe('Sign in to Wallbox again — Your chargers won’t update until you do.');
    expect(told).toMatchObject({ kind: 'signInNeeded', accountId: 'a', happenedAt: noon });
    expect(told.chargerId).toBeUndefined();
  });

  it('what it says is the brand’s own', () => {
    const brands = brandSchema.options;
    const titles = brands.map((brand) => signInNotice({ id: 'a', brand }, noon).title);
    expect(titles).toEqual(brands.map((brand) => brandWords(brand).signInNotice.title));
    expect(new Set(titles).size).toBe(brands.length);
  });

  it('a wish was not confirmed', () => {
    const progress = { phase: 'notConfirmed', command: { kind: 'pause' }, at: noon } as const;
    const told = noticeFor({ kind: 'notConfirmed', at: noon, progress }, garage);
    expect(said(told)).toBe(
      'Not confirmed · Garage — “Pause” wasn’t confirmed. The charger still reports: Scheduled.',
    );
    expect(told).toMatchObject({ kind: 'notConfirmed', chargerId: 'a/1', happenedAt: noon });
  });
});
