import { describe, expect, it } from 'vitest';
import { bounds, within } from '../../../shared/domain/bounds.ts';
import { orderly } from '../../../shared/domain/session/session-span.ts';
import { liveSessionSchema } from '../../../shared/schema/session/live-session.ts';
import { key, longKey, zone } from '../../../shared/schema/sound.ts';

describe('what is known of a session', () => {
  it.each([
    [
      { startedAt: 20, endedAt: 10 },
      { startedAt: 20, endedAt: 20 },
    ],
    [
      { startedAt: 10, endedAt: 20 },
      { startedAt: 10, endedAt: 20 },
    ],
    [
      { startedAt: 10, endedAt: 4e12 },
      { startedAt: 10, endedAt: 10 },
    ],
    [{ startedAt: 10 }, { startedAt: 10 }],
    [{ endedAt: 10 }, { endedAt: 10 }],
  ])('%j lasts no less than no time', (span, told) => expect(orderly(span)).toEqual(told));

  it('has no energy below zero, but for where a counter stood', () => {
    expect(within(bounds.energyWh, -1)).toBeUndefined();
    expect(within(bounds.counterWh, -1)).toBe(-1);
  });

  it('has no date in the place of a number', () => {
    expect(within(bounds.durationMs, new Date(5) as never)).toBeUndefined();
  });

  it.each([
    { amount: 'much', currency: 'EUR' },
    { amount: '1', currency: 'euro' },
  ])('has no cost of %j', (cost) => {
    const session = { startedAt: 1, startSeen: true, lastPowerAt: 1, samples: [] };
    const { data } = liveSessionSchema.safeParse({ ...session, cost });
    expect(data).toMatchObject({ startedAt: 1, cost: undefined });
  });
});

describe('what something is known by', () => {
  it.each(['a/1', 'wallbox/700123', 'Größe 2', '🚗'])('is taken as it is: %s', (text) => {
    expect(key.parse(text)).toBe(text);
  });

  it.each(['', 'a\nb', '\u001b[2J', '\u202ea', 'a\0', 'x'.repeat(201), '\ud83d'])(
    'is nothing that could steer, and ends: %j',
    (text) => expect(key.safeParse(text).success).toBe(false),
  );

  it('has more room in what is about it', () => {
    expect(longKey.safeParse('x'.repeat(400)).success).toBe(true);
    expect(zone.safeParse('Europe/Berlin\u001b').success).toBe(false);
  });
});
