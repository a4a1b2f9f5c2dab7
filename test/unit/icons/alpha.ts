import { Resvg } from '@resvg/resvg-js';

/** How opaque each pixel is, 0 to 255. Colour is left out: shape alone has to tell icons apart. */
export type Alpha = readonly number[];

/** That of a drawing, at its own size. */
export function alphaOfSvg(svg: string): Alpha {
  const { pixels } = new Resvg(svg).render();
  return [...pixels].filter((_, index) => index % 4 === 3);
}

/** That of a picture that was built. */
export function alphaOfPng(png: Buffer, size: number): Alpha {
  const href = `data:image/png;base64,${png.toString('base64')}`;
  const box = `width="${size}" height="${size}"`;
  return alphaOfSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" ${box}><image ${box} href="${href}"/></svg>`,
  );
}

/** That of the picture of a size in an icon of Windows, which holds bitmaps from the bottom up. */
export function alphaOfIco(ico: Buffer, size: number): Alpha {
  const count = ico.readUInt16LE(4);
  const entries = Array.from({ length: count }, (_, index) => 6 + 16 * index);
  const entry = entries.find((at) => ico.readUInt8(at) === size);
  if (entry === undefined) throw new Error(`No picture of ${size} pixels`);
  const at = ico.readUInt32LE(entry + 12);
  const header = ico.readUInt32LE(at);
  if (header !== 40 || ico.readUInt16LE(at + 14) !== 32) throw new Error('No bitmap with alpha');
  const pixels = at + header;
  return Array.from({ length: size * size }, (_, index) => {
    const row = size - 1 - Math.floor(index / size);
    return ico.readUInt8(pixels + 4 * (row * size + (index % size)) + 3);
  });
}

/** How much ink there is, in whole pixels. */
export function inkOf(alpha: Alpha): number {
  return alpha.reduce((sum, one) => sum + one, 0) / 255;
}

/**
 * By how much two icons differ: the ink that only one of them has (the symmetric difference of both
 * masks), as a share of the ink that either has (their union). 0 for the same icon, 1 for two that
 * have nothing in common. Of the shares that could be meant this is the smallest, because no icon
 * has more ink than both together.
 */
export function difference(one: Alpha, other: Alpha): number {
  let apart = 0;
  let either = 0;
  one.forEach((alpha, at) => {
    const there = other[at] ?? 0;
    apart += Math.abs(alpha - there);
    either += Math.max(alpha, there);
  });
  return apart / either;
}
