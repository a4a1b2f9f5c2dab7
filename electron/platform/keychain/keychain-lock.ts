/**
 * Whether secrets can be had without a question to their owner; `unknown` where nobody says, `silent`
 * where whoever should say hangs.
 */
export type LockState = 'open' | 'locked' | 'absent' | 'silent' | 'unknown';

/** What can be learnt of the keychain's lock without touching a secret. Prompts nobody. */
export interface KeychainLock {
  state(): Promise<LockState>;
  /** Whether something is kept under these names, also behind the lock; undefined: nobody says. */
  holds(service: string, account: string): Promise<boolean | undefined>;
  /** How often a service has gone that keytar may have met, see `keytar-apart.ts`. */
  restarts(): number;
  /** It was not open when it was last looked at, and now is. */
  onOpened(heard: () => void): void;
}

/** macOS tells nothing beforehand. */
export const untoldLock: KeychainLock = {
  state: async () => 'unknown',
  holds: async () => undefined,
  restarts: () => 0,
  onOpened: () => undefined,
};

/** Windows has no lock of its own for what it keeps, and no prompt: whatever failed may be tried again. */
export const noLock: KeychainLock = { ...untoldLock, state: async () => 'open' };
