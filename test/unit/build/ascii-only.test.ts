import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { escaped } from '../../../build/bundle/ascii-only.ts';

it.each([
  "'7.2\u00a0kW \u2013 \u20ac3.41'",
  '`\u2026 \u2713`',
  '"\u{1f50c}".length',
  '/[\u2013\u2014]/.test("\u2013")',
  '({ n\u00e9: 1 }).n\u00e9',
])('%s means the same when it is written in ASCII', (code) => {
  const written = escaped(code);
  expect(written).toMatch(/^[\0-\x7f]*$/);
  expect(runInNewContext(written)).toEqual(runInNewContext(code));
});
