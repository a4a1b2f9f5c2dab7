import { createConnection, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Region } from '../desktop/screenshot.ts';

/** The screen of a virtual desktop, read over X's own protocol: starting a program takes too long. */
export interface Screen {
  /** The share of pixels there that are not of the most common colour. */
  ink(region: Region): Promise<number>;
  /** Settles when so much is painted there, on whatever ground; by default a headline or two. */
  painted(region: Region, share?: number): Promise<void>;
  /** Settles when nothing but one colour is left there. */
  blank(region: Region, timeLimitMs?: number): Promise<void>;
  close(): void;
}

const betweenLooksMs = 8;
/** Of all pixels; a line of small text is less, a page with headings more. */
const contentShare = 0.02;
const longestMs = 30_000;

/** Connects to the display of that name, such as `:99`. */
export async function openScreen(display: string): Promise<Screen> {
  const socket = createConnection(`/tmp/.X11-unix/X${display.replace(/^:/, '')}`);
  const bytes = readerOf(socket);
  const root = await introduce(socket, bytes);
  const look = async (region: Region): Promise<number> => {
    socket.write(imageRequest(root, region));
    const head = await reply(bytes);
    return inkShare(await bytes(head.readUInt32LE(4) * 4));
  };
  const until = async (region: Region, fits: (ink: number) => boolean, limitMs: number) => {
    const end = performance.now() + limitMs;
    while (!fits(await look(region))) {
      if (performance.now() > end) throw new Error('The screen never looked as expected');
      await setTimeout(betweenLooksMs);
    }
  };
  return {
    ink: look,
    painted: (region, share = contentShare) => until(region, (ink) => ink > share, longestMs),
    blank: (region, limitMs = longestMs) => until(region, (ink) => ink === 0, limitMs),
    close: () => void socket.destroy(),
  };
}

type Bytes = (count: number) => Promise<Buffer>;

function readerOf(socket: Socket): Bytes {
  const chunks = socket[Symbol.asyncIterator]();
  let kept = Buffer.alloc(0);
  return async (count) => {
    while (kept.length < count) {
      const next = await chunks.next();
      if (next.done) throw new Error('The display has gone');
      kept = Buffer.concat([kept, next.value]);
    }
    const given = kept.subarray(0, count);
    kept = kept.subarray(count);
    return given;
  };
}

/** Says hello and gives the number of the root window. */
async function introduce(socket: Socket, bytes: Bytes): Promise<number> {
  socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  const head = await bytes(8);
  const body = await bytes(head.readUInt16LE(6) * 4);
  if (head[0] !== 1) throw new Error('The display refuses us');
  const vendor = Math.ceil(body.readUInt16LE(16) / 4) * 4;
  const formats = body.readUInt8(21) * 8;
  return body.readUInt32LE(32 + vendor + formats);
}

/** The head of the next answer. What the display tells everybody, a new keyboard say, is skipped. */
async function reply(bytes: Bytes): Promise<Buffer> {
  const head = await bytes(32);
  if (head[0] === 0) throw new Error('The display gave no image');
  return head[0] === 1 ? head : reply(bytes);
}

function imageRequest(root: number, { x, y, width, height }: Region): Buffer {
  const request = Buffer.alloc(20);
  const getImage = 73;
  const asPixels = 2;
  request.writeUInt8(getImage, 0);
  request.writeUInt8(asPixels, 1);
  request.writeUInt16LE(request.length / 4, 2);
  request.writeUInt32LE(root, 4);
  request.writeInt16LE(x, 8);
  request.writeInt16LE(y, 10);
  request.writeUInt16LE(width, 12);
  request.writeUInt16LE(height, 14);
  request.writeUInt32LE(0xffffffff, 16);
  return request;
}

/** The share of pixels that are not of the most common colour. */
export function inkShare(pixels: Buffer): number {
  const counts = new Map<number, number>();
  for (let at = 0; at + 4 <= pixels.length; at += 4) {
    const colour = pixels.readUInt32LE(at) & 0xffffff;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return 1 - Math.max(...counts.values()) / (pixels.length / 4);
}
