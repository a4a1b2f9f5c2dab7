import { afterAll, describe, expect, it } from 'vitest';
import { secretForms } from '../../../electron/platform/log/secret-forms.ts';
import { chosenCells, isWhole, seed } from './chosen.ts';
import { asExpected } from './expected/expectation.ts';
import { plain, saidOf } from './expected/said.ts';
import { expected } from './expected/table.ts';
import { askedSeconds, type Fault, fieldFaults, type WholeFault } from './faults.ts';
import type { FieldFault } from './fields.ts';
import { type Operation, operationNames, operations } from './operations.ts';
import { keepReport, note } from './report.ts';
import { type CellReport, runCell } from './run.ts';
import { runFields } from './run-fields.ts';

const cells = chosenCells();

function isField(fault: Fault): fault is FieldFault {
  return fieldFaults.some((one) => one === fault);
}

if (!isWhole) console.log(`Faults: ${cells.length} cells by FAULTS_SEED=${seed}`);

describe.each(operationNames)('%s', (operation) => {
  const mine = cells.filter((cell) => cell.operation === operation);
  it.each(mine.map(({ fault }) => fault))('meets %s', async (fault) => {
    if (isField(fault)) await meetsFields(operation, fault);
    else await meets(operation, fault);
  });
});

afterAll(async () => {
  if (isWhole) await keepReport();
});

async function meets(operation: Operation, fault: WholeFault): Promise<void> {
  const report = await runCell(operation, fault);
  const { brand } = operations[operation];
  note(operation, fault, report.seen);
  expect(asExpected(report.seen, operations[operation])).toEqual(expected[operation].whole[fault]);
  expect(report.misdeeds).toEqual([]);
  expect(report.mostAtOnce).toBeLessThanOrEqual(1);
  expect(leaksOf(report)).toEqual([]);
  expect(saidOf(operation, report.seen.outcome)).toContainEqual(plain(report.sentence));
  promises(report, { fault, brand });
}

/** What holds for every cell, whatever its row says. */
function promises(
  { seen, sentence, because }: CellReport,
  { fault, brand }: { readonly fault: WholeFault; readonly brand: 'Wallbox' | 'Ford' },
): void {
  const { outcome, shown, next, hour, command } = seen;
  const isFailed = outcome !== 'works' && outcome !== 'unsure';
  // A failure is said, in a sentence; what works needs none, unless it is a command.
  expect(sentence !== undefined).toBe(isFailed || command !== undefined);
  // An old reading says why it is old.
  if (isFailed && shown === 'outdated') expect(because).toBe(outcome);
  // One GET in a minute is what the cloud bears; two reads of each kind what a station does.
  const mostInAnHour = { Wallbox: 60, Ford: 240 }[brand];
  expect(hour ?? 0).toBeLessThanOrEqual(mostInAnHour);
  if (fault.startsWith('429 ') && outcome === 'rateLimited' && command === undefined) {
    if (typeof next === 'number' && shown === 'outdated')
      expect(next).toBeGreaterThanOrEqual(askedSeconds);
  }
  // Whoever lost the reply to a command that was carried out hears so from a reading.
  if (outcome === 'unsure') expect(['confirmed', 'notConfirmed']).toContain(command);
}

function leaksOf({ out, secrets }: CellReport): readonly string[] {
  const forms = secrets.flatMap((secret) => [...secretForms(secret)]);
  return forms.filter((form) => form.length > 5 && out.includes(form));
}

async function meetsFields(operation: Operation, fault: FieldFault): Promise<void> {
  const { fields, ...found } = await runFields(operation, fault);
  note(operation, fault, { fields, needed: found.needed });
  const want = expected[operation].fields[fault];
  expect(found).toEqual({ changing: [], ...want, wrong: [], misdeeds: [] });
}
