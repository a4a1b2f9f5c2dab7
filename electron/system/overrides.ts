/** Addresses and pace for tests and the demo. Empty in a person's app. */
export interface Overrides {
  /** Replaces both Wallbox hosts. */
  readonly wallboxUrl?: string;
  /** Replaces every interval and budget for chargers on a loopback address. */
  readonly pollSeconds?: number;
}

/**
 * Reads the overrides from the environment. Anything that does not point to this very machine is
 * ignored, with a warning for the log: an override must never be able to send a password elsewhere.
 */
export function readOverrides(
  environment: Readonly<Record<string, string | undefined>>,
  warn: (line: string) => void,
): Overrides {
  const wallboxUrl = environment['CHARGETRAY_WALLBOX_URL'];
  const pace = environment['CHARGETRAY_POLL_SECONDS'];
  if (wallboxUrl !== undefined && !isLoopback(wallboxUrl)) {
    warn('CHARGETRAY_WALLBOX_URL is ignored: it is not a loopback address');
    return {};
  }
  if (wallboxUrl === undefined) {
    if (pace !== undefined) warn('CHARGETRAY_POLL_SECONDS is ignored: no loopback address is set');
    return {};
  }
  const pollSeconds = Number(pace);
  if (pace === undefined) return { wallboxUrl };
  if (!Number.isFinite(pollSeconds) || pollSeconds <= 0) {
    warn('CHARGETRAY_POLL_SECONDS is ignored: it is not a number above 0');
    return { wallboxUrl };
  }
  return { wallboxUrl, pollSeconds };
}

const loopbackHosts = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/;

/** True for an http(s) URL whose host is this machine. */
export function isLoopback(url: string): boolean {
  try {
    const parsed = new URL(url);
    return /^https?:$/.test(parsed.protocol) && loopbackHosts.test(parsed.hostname);
  } catch {
    return false;
  }
}
