import { describe, expect, it } from 'vitest';
import { outlets } from './outlets.ts';
import { hostileTexts } from './texts.ts';

describe.each(Object.entries(outlets))('%s', (_, outlet) => {
  it.each(Object.entries(hostileTexts))('shows %s as text', async (_what, text) => {
    expect(await outlet.wrong(text)).toEqual([]);
  });
});
