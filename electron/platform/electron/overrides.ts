import type { Overrides } from '../../ports/overrides.ts';

/**
 * Reads the overrides from the environment. Anything that does not point to this very machine is
 * ignored, with a warning for the log: an override must never be able to send a password elsewhere.
 */
export function readOverrides(
  environment: Readonly<Record<string, string | undefined>>,
  warn: (line: string) => void,
): Overrides {
  const baseUrl = environment.CHARGETRAY_WALLBOX_URL;
  const paceSeconds = readPace(environment.CHARGETRAY_POLL_SECONDS, warn);
  const pace = paceSeconds === undefined ? undefined : { paceSeconds };
  // A station is asked at the address that its owner typed, so its adapter looks at that itself.
  const local = { ...(pace ? { fcsp: pace } : {}), ...pricesFrom(environment, warn) };
  if (baseUrl !== undefined && isLoopback(baseUrl))
    return { wallbox: { baseUrl, ...pace }, ...local };
  if (baseUrl !== undefined) warn('CHARGETRAY_WALLBOX_URL is ignored: not a loopback address');
  if (pace) warn('CHARGETRAY_POLL_SECONDS is ignored for Wallbox: no loopback address is set');
  return local;
}

function pricesFrom(
  { CHARGETRAY_PRICES_URL: baseUrl }: Readonly<Record<string, string | undefined>>,
  warn: (line: string) => void,
): Overrides {
  if (baseUrl === undefined) return {};
  if (isLoopback(baseUrl)) return { prices: { baseUrl } };
  warn('CHARGETRAY_PRICES_URL is ignored: not a loopback address');
  return {};
}

function readPace(text: string | undefined, warn: (line: string) => void): number | undefined {
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds > 0) return seconds;
  warn('CHARGETRAY_POLL_SECONDS is ignored: not a number above 0');
  return undefined;
}

/** Nobody before the host, and nothing that only a parser takes for it. */
const literally = /^https?:\/\/(127(\.(0|[1-9]\d{0,2})){3}|localhost|\[::1\])(:\d+)?([/?#]|$)/i;

/** True for an http(s) URL that names this machine in so many words. */
export function isLoopback(url: string): boolean {
  // A number of three digits can still be too large.
  return literally.test(url) && URL.canParse(url);
}
