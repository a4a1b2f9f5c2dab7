import { createConnection } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Region } from '../desktop/screenshot.ts';

const betweenLooksMs = 8;
/** Of all pixels; a line of small text is less, a page with headings more. */
const contentShare = 0.02;
const longestMs = 30_000;

/** Looks at a display, such as `:99`, over X's own protocol: starting a program takes too long. */
export async function openScreen(display: string, region: Region) {
  const socket = createConnection(`/tmp/.X11-unix/X${display.replace(/^:/, '')}`);
  const chunks = socket[Symbol.asyncIterator]();
  let kept = Buffer.alloc(0);
  const bytes = async (count: number): Promise<Buffer> => {
    while (kept.length < count) {
      const next = await chunks.next();
      if (next.done) throw new Error('The display has gone');
      kept = Buffer.concat([kept, next.value]);
    }
    const given = kept.subarray(0, count);
    kept = kept.subarray(count);
    return given;
  };
  socket.write(hello);
  const request = imageRequest(await rootWindow(bytes), region);
  const ink = async (): Promise<number> => {
    socket.write(request);
    const head = await reply(bytes);
    return inkShare(await bytes(head.readUInt32LE(4) * 4));
  };
  const until = async (fits: (ink: number) => boolean, limitMs = longestMs): Promise<void> => {
    const end = performance.now() + limitMs;
    while (!fits(await ink())) {
      if (performance.now() > end) throw new Error('The screen never looked as expected');
      await setTimeout(betweenLooksMs);
    }
  };
  return {
    /** The share of pixels that are not of the most common colour. */
    ink,
    /** Settles when so much is painted, on whatever ground; by default a headline or two. */
    painted: (share = contentShare) => until((found) => found > share),
    /** Settles when nothing but one colour is left. */
    blank: (limitMs?: number) => until((found) => found === 0, limitMs),
  };
}

type Bytes = (count: number) => Promise<Buffer>;

/** Little-endian, version 11, without a password. */
const hello = Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

/** The number of the root window, from the answer to a hello. */
async function rootWindow(bytes: Bytes): Promise<number> {
  const head = await bytes(8);
  const body = await bytes(head.readUInt16LE(6) * 4);
  if (head[0] !== 1) throw new Error('The display refuses us');
  const vendorAndFormats = Math.ceil(body.readUInt16LE(16) / 4) * 4 + body.readUInt8(21) * 8;
  return body.readUInt32LE(32 + vendorAndFormats);
}

/** The head of the next answer. What is told to everybody, a new keyboard say, is skipped. */
async function reply(bytes: Bytes): Promise<Buffer> {
  const head = await bytes(32);
  if (head[0] === 0) throw new Error('The display gave no image');
  return head[0] === 1 ? head : reply(bytes);
}

function imageRequest(root: number, { x, y, width, height }: Region): Buffer {
  const [getImage, asPixels] = [73, 2];
  const request = Buffer.alloc(20);
  request.set([getImage, asPixels, request.length / 4]);
  request.writeUInt32LE(root, 4);
  for (const [at, number] of [x, y, width, height].entries()) {
    request.writeUInt16LE(number, 8 + 2 * at);
  }
  request.writeUInt32LE(0xffffffff, 16);
  return request;
}

/**
 * The share of pixels that are not of the most common colour. Counted by rows of equal ones: a look
 * every few milliseconds must not take a processor from what is measured.
 */
export function inkShare(pixels: Buffer): number {
  const count = Math.floor(pixels.length / 4);
  const colours = new Uint32Array(new Uint8Array(pixels).buffer, 0, count);
  const counts = new Map<number, number>();
  let begin = 0;
  for (let at = 1; at <= count; at += 1) {
    if (at < count && colours[at] === colours[begin]) continue;
    const colour = (colours[begin] ?? 0) & 0xffffff;
    counts.set(colour, (counts.get(colour) ?? 0) + at - begin);
    begin = at;
  }
  return 1 - Math.max(...counts.values()) / count;
}
