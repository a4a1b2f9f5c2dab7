import { type Payload, padded } from './payload-charger.ts';

/** How an inverter looks in the answer of `inverterinfo`. */
export type InverterSpec =
  /** None: the row that stands for that (LF). */
  | { readonly kind: 'placeholder' }
  | RealInverter
  /** An empty list. */
  | { readonly kind: 'empty' }
  /** A real one first, then another and a placeholder. */
  | { readonly kind: 'three' }
  /** The list as given. */
  | { readonly kind: 'rows'; readonly rows: readonly unknown[] }
  /** No list: a debug page with this status (default 500). */
  | { readonly kind: 'failing'; readonly status?: number };

/** A Home Integration System. */
export interface RealInverter {
  readonly kind: 'real';
  /** Default: what the power cut of the physics gives. */
  readonly state?: number | string;
  /**
   * How the physics' state is written. Old firmware uses words (LF), in one of two spellings; it
   * has none for 1, so that one stays a number in text.
   */
  readonly stateAs?: 'text' | 'number' | 'words' | 'capitals';
  /**
   * How version 1.1.36 is written: three raw bytes and more, the same as `\xNN` escapes, as Python
   * shows bytes, or readable.
   */
  readonly firmwareAs?: 'bytes' | 'escapes' | 'python' | 'readable';
  /** Blanks and NULs behind every text. */
  readonly padded?: boolean;
  /** Other, more or (`undefined`) fewer fields. */
  readonly fields?: Payload;
}

/** The row that real stations without an inverter give (LF). */
const PLACEHOLDER: Payload = {
  vendor: 'Supreme Electronics',
  model: 'Star',
  name: 'inverter 1',
  state: '0',
  firmware: 'SYS-3.0.0',
};

const VERSION_BYTES = [1, 1, 36, 0, 7, 200];

const FIRMWARES = {
  bytes: String.fromCharCode(...VERSION_BYTES),
  escapes: VERSION_BYTES.map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
  python: '\\x01\\x01$\\x00\\x07\\xc8',
  readable: '1.1.36',
} as const;

/** True when a car can feed the house. */
export function isReal(spec: InverterSpec): boolean {
  return spec.kind === 'real' || spec.kind === 'three';
}

/** The list that `inverterinfo` answers. `code` is the physics' state of the inverter. */
export function inverterRows(
  spec: Exclude<InverterSpec, { kind: 'failing' }>,
  code: number,
  serial: string,
): readonly unknown[] {
  switch (spec.kind) {
    case 'placeholder':
      return [PLACEHOLDER];
    case 'empty':
      return [];
    case 'rows':
      return spec.rows;
    case 'real':
      return [realRow(spec, code, serial)];
    case 'three': {
      const first = realRow({ kind: 'real' }, code, serial);
      return [first, { ...first, name: 'inverter 2', slno: `${serial}B` }, PLACEHOLDER];
    }
  }
}

function realRow(spec: RealInverter, code: number, serial: string): Payload {
  const row = {
    vendor: 'Delta Electronics',
    model: 'E4_BDI',
    name: 'inverter 1',
    state: spec.state ?? written(code, spec.stateAs ?? 'text'),
    firmware: FIRMWARES[spec.firmwareAs ?? 'bytes'],
    slno: serial,
    ...spec.fields,
  };
  return spec.padded === true ? padded(row) : row;
}

function written(code: number, style: NonNullable<RealInverter['stateAs']>): string | number {
  if (style === 'number') return code;
  if (style === 'text') return String(code);
  if (code === 0) return style === 'words' ? 'not ready' : 'NOT_READY';
  return code === 5 ? 'inverter active' : String(code);
}
