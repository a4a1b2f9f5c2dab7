/** One path of an icon: filled, or a line of the given width. */
export type Shape = { readonly d: string; readonly line?: number };

/**
 * A tray icon in layers. The badge stands on the base with a clear gap around it, or small sizes
 * would melt into one blot; `cut` is taken out of both.
 */
export type Picture = {
  readonly base: readonly Shape[];
  readonly badge?: readonly Shape[];
  readonly cut?: readonly Shape[];
};

/** A rectangle on the grid. */
export function bar(x: number, y: number, width: number, height: number): Shape {
  return { d: `M${x} ${y}h${width}v${height}h${-width}z` };
}

/** A full circle. */
export function disc(x: number, y: number, radius: number): Shape {
  return { d: circle(x, y, radius) };
}

/** A circle drawn as a line. */
export function ring(x: number, y: number, radius: number, line: number): Shape {
  return { d: circle(x, y, radius), line };
}

/**
 * A line one pixel wide. The renderer draws lines of exactly one pixel as hairlines, half a pixel
 * beside where they belong; a trace more and they are drawn like all others.
 */
export const fine = 1.02;

/** An open or closed line. */
export function line(d: string, width: number): Shape {
  return { d, line: width };
}

/** A filled outline. */
export function filled(d: string): Shape {
  return { d };
}

function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
}

/** How a picture becomes a file: its name, its grid and the gap around its badge. */
export type Frame = { readonly title: string; readonly size: number; readonly gap: number };

/** Writes a picture as an SVG whose colour is the reader's to choose. */
export function svgOf({ base, badge = [], cut = [] }: Picture, frame: Frame): string {
  const { title, size, gap } = frame;
  const holes = cut.map((shape) => draw(shape, 'black', 0));
  const halo = badge.map((shape) => draw(shape, 'black', gap));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">`,
    `  <title>${title}</title>`,
    ...layer('under', base, { size, dark: [...halo, ...holes] }),
    ...layer('over', badge, { size, dark: holes }),
    '</svg>\n',
  ].join('\n');
}

function layer(
  id: string,
  shapes: readonly Shape[],
  { size, dark }: { readonly size: number; readonly dark: readonly string[] },
): string[] {
  if (shapes.length === 0) return [];
  const paths = shapes.map((shape) => `    ${draw(shape, 'currentColor', 0)}`);
  if (dark.length === 0) return ['  <g>', ...paths, '  </g>'];
  const area = `x="0" y="0" width="${size}" height="${size}"`;
  return [
    `  <mask id="${id}" maskUnits="userSpaceOnUse" ${area}>`,
    `    <path fill="white" d="M0 0h${size}v${size}H0z"/>`,
    ...dark.map((path) => `    ${path}`),
    '  </mask>',
    `  <g mask="url(#${id})">`,
    ...paths,
    '  </g>',
  ];
}

function draw({ d, line: width }: Shape, colour: string, grow: number): string {
  const round = 'stroke-linecap="round" stroke-linejoin="round"';
  if (width !== undefined) {
    const grown = width + 2 * grow;
    return `<path fill="none" stroke="${colour}" stroke-width="${grown}" ${round} d="${d}"/>`;
  }
  if (grow === 0) return `<path fill="${colour}" d="${d}"/>`;
  return `<path fill="${colour}" stroke="${colour}" stroke-width="${2 * grow}" d="${d}"/>`;
}
