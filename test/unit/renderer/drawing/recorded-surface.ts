import type { Surface } from '../../../../renderer/charts/drawing/draw.ts';

/** A text, line or area as it reached the paper. */
export interface Mark {
  readonly kind: 'text' | 'stroke' | 'fill' | 'rect';
  readonly colour: string;
  /** `M10,5 L20,5` for lines, the words for a text, `10,5 30x20` for a rectangle. */
  readonly what: string;
  readonly dash?: readonly number[];
  /** Where a text begins and ends, CSS pixels. */
  readonly from?: number;
  readonly to?: number;
}

const letterWidth = 6;

/** Paper that writes down what is drawn on it. Every letter is six pixels wide. */
export function recordedSurface(): { readonly surface: Surface; readonly marks: Mark[] } {
  const marks: Mark[] = [];
  let path: string[] = [];
  let dash: readonly number[] = [];
  const surface: Surface = {
    strokeStyle: '',
    fillStyle: '',
    lineWidth: 1,
    lineJoin: 'miter',
    font: '',
    textAlign: 'start',
    textBaseline: 'alphabetic',
    setTransform: () => undefined,
    clearRect: () => marks.splice(0),
    save: () => undefined,
    restore: () => undefined,
    rect: () => undefined,
    clip: () => undefined,
    translate: () => undefined,
    setLineDash: (segments) => {
      dash = [...segments];
    },
    beginPath: () => {
      path = [];
    },
    moveTo: (x, y) => path.push(`M${x},${y}`),
    lineTo: (x, y) => path.push(`L${x},${y}`),
    stroke: () =>
      marks.push({ kind: 'stroke', colour: `${surface.strokeStyle}`, what: path.join(' '), dash }),
    fill: () => marks.push({ kind: 'fill', colour: `${surface.fillStyle}`, what: path.join(' ') }),
    fillRect: (x, y, width, height) =>
      marks.push({
        kind: 'rect',
        colour: `${surface.fillStyle}`,
        what: `${x},${y} ${width}x${height}`,
      }),
    measureText: (text) => ({ ...noMetrics, width: letterWidth * text.length }),
    fillText: (what, x) => {
      const width = letterWidth * what.length;
      const share = { left: 0, center: 0.5, right: 1, start: 0, end: 1 }[surface.textAlign];
      const from = x - share * width;
      marks.push({ kind: 'text', colour: `${surface.fillStyle}`, what, from, to: from + width });
    },
  };
  return { surface, marks };
}

const noMetrics = {
  actualBoundingBoxAscent: 0,
  actualBoundingBoxDescent: 0,
  actualBoundingBoxLeft: 0,
  actualBoundingBoxRight: 0,
  alphabeticBaseline: 0,
  emHeightAscent: 0,
  emHeightDescent: 0,
  fontBoundingBoxAscent: 0,
  fontBoundingBoxDescent: 0,
  hangingBaseline: 0,
  ideographicBaseline: 0,
};
