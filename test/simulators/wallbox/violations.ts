/** Things no client of ours may ever do. */
export type ViolationKind =
  | 'legacy-sign-in'
  | 'sign-in-flood'
  | 'session-limit'
  | 'parallel-requests'
  | 'throttled'
  | 'factory-reset'
  | 'unknown-remote-action'
  | 'command-while-updating'
  | 'portal-path'
  | 'left-the-host';

/** One misdeed. `account` is the e-mail, when known; `at` is epoch ms on the simulator's clock. */
export interface Violation {
  readonly kind: ViolationKind;
  readonly at: number;
  readonly account: string | null;
  readonly detail: string;
}

/** Counts for one kind, e.g. in `expect(countViolations(sim.violations, 'throttled')).toBe(0)`. */
export function countViolations(all: readonly Violation[], kind: ViolationKind): number {
  return all.filter((violation) => violation.kind === kind).length;
}
