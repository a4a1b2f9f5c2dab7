import type { Failure } from '../../../shared/domain/failure.ts';

/**
 * A failure as somebody hears it who signs in: what makes no sense comes from something else, a page
 * of a hotel's network above all; and nothing is tried again by itself here.
 */
export function saidAtSignIn(failure: Failure): Failure {
  if (failure.kind === 'notUnderstood') return { kind: 'wrongDevice' };
  return failure.kind === 'signInNeeded' ? { kind: 'signInNeeded', cause: failure.cause } : failure;
}
