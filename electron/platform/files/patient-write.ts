import type { Clock } from '../../ports/clock.ts';

/** A disk that needs longer is as good as one that refuses, and is said to its owner. */
const patienceMs = 10_000;

/**
 * Writes, and says what the disk makes of it: nothing when it took it, why when it did not. Also said
 * is that it does not answer, until it does. Resolves when it has answered; never rejects.
 */
export async function patientWrite(
  clock: Pick<Clock, 'after'>,
  write: () => Promise<void>,
  said: (failure?: Error) => void,
): Promise<void> {
  const hung = clock.after(patienceMs, () => said(new Error('The disk does not answer')));
  try {
    await write();
    said();
  } catch (error) {
    said(error instanceof Error ? error : new Error(String(error)));
  } finally {
    hung.cancel();
  }
}
