import type { ConnectionSink, PollPolicy } from '../../electron/integrations/connection.ts';

/** Whoever connects only to see what is asked. */
export function idleSink(): ConnectionSink {
  return {
    chargers: () => undefined,
    observed: () => undefined,
    reportedSessions: () => undefined,
    failed: () => undefined,
  };
}

/** Nobody watches, a car is there, and nothing is urgent. */
export function usualPolicy(): PollPolicy {
  return {
    interval: () => ({ pollSeconds: 120, floorSeconds: 60 }),
    isForeground: () => false,
    plugged: () => 'yes',
    purpose: () => 'routine',
  };
}
