import { harmless } from '../domain/harmless.ts';

/** UTF-16 units. */
const longest = 120;
/** File systems count bytes of UTF-8, 255 at most; whoever writes a file whole first writes it beside. */
const mostBytes = 200;

/** What Windows takes for a device, whatever its ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name that every file system takes and that leads into no other folder: chargers may be called
 * anything. The ending, from the last dot on, stays.
 */
export function fileNameOf(asked: string, otherwise = 'ChargeTray'): string {
  const dot = asked.lastIndexOf('.');
  const [stem, ending] = dot < 0 ? [asked, ''] : [asked.slice(0, dot), asked.slice(dot)];
  const plain = harmless(stem)
    // Not for Windows, which takes fewest.
    .replaceAll(/[<>:"/\\|?*]/g, ' ')
    .replaceAll(/\s+/g, ' ');
  const short = trimmed(fitting(trimmed(plain), longest - ending.length, mostBytes));
  return `${short === '' || device.test(short) ? otherwise : short}${ending}`;
}

/** Nothing that hides a file, or that Windows leaves out at the end. */
function trimmed(stem: string): string {
  return stem.replace(/^[.\s-]+/, '').replace(/[.\s]+$/, '');
}

/** As many whole characters as fit. */
function fitting(text: string, units: number, bytes: number): string {
  let end = 0;
  let size = 0;
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (const { index, segment } of segments.segment(text)) {
    size += bytesOf(segment);
    if (index + segment.length > units || size > bytes) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** Of UTF-8. */
function bytesOf(text: string): number {
  let size = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return size;
}
