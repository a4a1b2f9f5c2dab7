import { expect, test } from 'vitest';
import { numberTyped } from '../../../renderer/components/basic/typed-number.ts';

test.each([
  ['7', 7],
  [' 007.50 ', 7.5],
  ['7,5', 7.5],
  ['.25', 0.25],
  ['7.', 7],
  ['+3', 3],
  ['-0.1', -0.1],
  ['−0,1', -0.1],
])('%s is the number %d', (typed, number) => {
  expect(numberTyped(typed)).toBe(number);
});

test.each(['', ' ', '.', '-', '1.2.3', '1,2,3', '1 000', '1e3', 'much'])(
  '"%s" is no number',
  (typed) => {
    expect(numberTyped(typed)).toBeUndefined();
  },
);
