/** Things no client of ours may ever do to a station. */
export type ViolationKind =
  /** Factory reset, pairings, Wi-Fi set-up. */
  | 'dangerous-call'
  /** A Wi-Fi scan or Bluetooth pairing mode; suspected to provoke CF01 (FOR#541761). */
  | 'side-effect-call'
  /** The phone app's hand-shake, or a read that a tray app has no use for. */
  | 'needless-call'
  | 'parallel-requests'
  /** The same read again before `floorMs` had passed. */
  | 'too-soon'
  /** Two refreshes with one refresh token on their way at the same time. */
  | 'refresh-twice'
  /** Followed a redirect to another host. */
  | 'left-the-host';

/** One misdeed. `at` is epoch ms on the simulator's wall clock; `reason` is for people. */
export interface Violation {
  readonly kind: ViolationKind;
  readonly at: number;
  readonly reason: string;
}
