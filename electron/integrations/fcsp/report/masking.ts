import { spelledOut } from '../../../../shared/domain/harmless.ts';
import { messages } from '../../../../shared/text/messages.ts';
import { jsonOf } from '../../kit/json-of.ts';

/** Fields whose values tell nothing about a person, a home or one single device. */
const harmless: ReadonlySet<string> = new Set([
  'state',
  'status',
  'maxAmps',
  'vSystem',
  'vWiFi',
  'vHw',
  'catalogNo',
  'inverter',
  'vendor',
  'model',
  'firmware',
  'rssi',
  'dhcp',
  'error',
]);

const longestShown = 100;
const largestShown = 1000;
const deepest = 6;

/**
 * An answer fit to be published: JSON with everything taken out that is not known to be harmless.
 * What is no JSON is not shown at all: the station's error pages print its settings.
 */
export function publicBody(body: string): string {
  const size = sizeOf(body);
  if (body.trim() === '') return messages.station.notShown.nothing;
  if (/^\s*</.test(body)) return messages.station.notShown.webPage(size);
  const json = jsonOf(body);
  if (json === undefined) return messages.station.notShown.other(size);
  const shown = JSON.stringify(masked(json, { isHarmless: false, depth: 0 }), null, 2);
  // Raw bytes are worth seeing, and JSON leaves half of what could steer a terminal as it is.
  return shown.split('\n').map(spelledOut).join('\n');
}

interface Place {
  readonly isHarmless: boolean;
  readonly depth: number;
}

function masked(value: unknown, { isHarmless, depth }: Place): unknown {
  if (typeof value === 'string') return isHarmless ? value.slice(0, longestShown) : lengthOf(value);
  if (typeof value === 'number') return isHarmless ? value : smallOnly(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return '[…]';
  if (Array.isArray(value)) {
    return value.map((one) => masked(one, { isHarmless: false, depth: depth + 1 }));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, one], index) => [
      // A key is a field's name, unless it looks like something else: then it may be private itself.
      /^[A-Za-z]\w{0,30}$/.test(key) ? key : `[key ${index}]`,
      masked(one, { isHarmless: harmless.has(key), depth: depth + 1 }),
    ]),
  );
}

/** Flags, counts and amperes. A longer number can be a serial, a fraction a place on earth. */
function smallOnly(value: number): unknown {
  const isSmall = Number.isInteger(value) && Math.abs(value) < largestShown;
  return isSmall ? value : '[number]';
}

function lengthOf(value: string): string {
  return value === '' ? '' : `[text, ${value.length}]`;
}

function sizeOf(body: string): string {
  return `${Math.max(1, Math.round(Buffer.byteLength(body) / 1000))} kB`;
}
