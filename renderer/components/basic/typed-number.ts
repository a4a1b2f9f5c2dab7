/** The parts of a decimal number as it was typed; `fraction` has no point. */
export interface TypedNumber {
  readonly isNegative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** Takes a number apart, with a point or a comma; undefined for what is none. */
export function partsOfNumber(typed: string): TypedNumber | undefined {
  const plain = typed.trim().replace(/^[−–]/, '-').replace(',', '.');
  const [, sign, whole = '', , fraction = ''] = /^([+-]?)(\d*)(\.(\d*))?$/.exec(plain) ?? [];
  return whole === '' && fraction === ''
    ? undefined
    : { isNegative: sign === '-', whole, fraction };
}

/** The number that was typed, near enough for what nobody adds up. */
export function numberTyped(typed: string): number | undefined {
  const parts = partsOfNumber(typed);
  if (!parts) return undefined;
  const size = Number(`${parts.whole || '0'}.${parts.fraction || '0'}`);
  return parts.isNegative ? -size : size;
}
