/** An expected outcome as a value: success with what was asked for, or one failure of a closed list. */
export type Result<T, F> = Success<T> | Failed<F>;

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failed<F> {
  readonly ok: false;
  readonly failure: F;
}

export function success<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function failed<F>(failure: F): Failed<F> {
  return { ok: false, failure };
}
