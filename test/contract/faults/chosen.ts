import { type Fault, fieldFaults, wholeFaults } from './faults.ts';
import { type Operation, operationNames } from './operations.ts';

/** One operation that meets one fault. */
export interface Chosen {
  readonly operation: Operation;
  readonly fault: Fault;
}

export const allFaults: readonly Fault[] = [...wholeFaults, ...fieldFaults];

const all: readonly Chosen[] = operationNames.flatMap((operation) =>
  allFaults.map((fault) => ({ operation, fault })),
);

/** One in so many cells is looked at where not all are. */
const share = 6;

export const isWhole = process.env.FAULTS === 'all';
export const seed = Number(process.env.FAULTS_SEED ?? 20_261_129);

/**
 * The cells of this run: all, or a share that the seed decides, with each operation and each fault in
 * it about as often as the others.
 */
export function chosenCells(): readonly Chosen[] {
  if (isWhole) return all;
  // A step along the diagonals meets every row and every column.
  return all.filter((_, at) => {
    const row = Math.floor(at / allFaults.length);
    const column = at % allFaults.length;
    return (row + column + seed) % share === 0;
  });
}
