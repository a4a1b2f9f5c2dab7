import { describe, expect, it } from 'vitest';
import { source, sources } from '../../laws/sources.ts';
import { serial } from '../wallbox-harness.ts';
import { allFaults, chosenCells } from './chosen.ts';
import { operationNames, operations } from './operations.ts';

/** Paths that stand in the code of the cloud, as they are asked. */
const found = sources(/^electron\/integrations\/wallbox\/.*\.ts$/).flatMap(({ text }) =>
  [...text.matchAll(/['`](\/(?:v\d|chargers|users)\/[^'`]*)['`]/g)].map(([, path = '']) =>
    path.replace(/\?.*/, '').replace('{id}', String(serial)),
  ),
);

describe('the matrix of faults', () => {
  it('has an operation for every path that is asked of the cloud', () => {
    const paths = Object.values(operations).map(({ path }) => path);
    expect(found.length).toBeGreaterThan(8);
    expect(found.filter((path) => !paths.some((one) => one.test(path)))).toEqual([]);
  });

  it('meets every operation and every fault in each share of it', () => {
    const cells = chosenCells();
    expect(new Set(cells.map(({ operation }) => operation))).toEqual(new Set(operationNames));
    expect(new Set(cells.map(({ fault }) => fault))).toEqual(new Set(allFaults));
  });
});

/** Between the marks of the page. */
const page = source('docs/reliability.md').text;
const kept = page.slice(page.indexOf('<!-- faults: made'), page.indexOf('<!-- faults: end'));

describe('the page of the matrix', () => {
  it('has every operation of the code, and no other', () => {
    const named = [...kept.matchAll(/^### (.+)$/gm)].map(([, name]) => name);
    expect(named).toEqual(operationNames);
  });

  it('has every fault of the code under each, and no other', () => {
    const parts = kept.split(/^### /m).slice(1);
    const faultsOf = (part: string) =>
      [...part.matchAll(/^(?:\| ((?:`[^`]+`(?:, )?)+) \||- (`[^`]+`) in each)/gm)].flatMap(
        ([, row = '', field = '']) =>
          [...`${row}${field}`.matchAll(/`([^`]+)`/g)].map(([, one]) => one),
      );
    const wrong = parts.filter(
      (part) => faultsOf(part).toSorted().join() !== [...allFaults].toSorted().join(),
    );
    expect(wrong.map((part) => part.slice(0, 40))).toEqual([]);
  });
});
