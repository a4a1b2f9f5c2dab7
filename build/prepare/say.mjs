// @ts-check

/**
 * A reason to stop that a person can act on: shown as its sentence alone, without a stack.
 */
export class Stop extends Error {
  /** @param {string} sentence @param {number} [exitCode] */
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** Tells the person at the terminal what is going on. @param {string} line */
export function say(line) {
  console.log(`ChargeTray: ${line}`);
}

/**
 * Runs an entry script: a `Stop` becomes one sentence, anything else is a bug and keeps its stack.
 * @param {() => Promise<number | void>} entry what the script does; its number is the exit code
 */
export async function runEntry(entry) {
  try {
    process.exitCode = (await entry()) ?? 0;
  } catch (reason) {
    console.error(reason instanceof Stop ? `ChargeTray: ${reason.message}` : reason);
    process.exitCode = reason instanceof Stop ? reason.exitCode : 1;
  }
}
