/** The models as their owners call them, by the cloud's word in lower case without spaces. */
const names: ReadonlyMap<string, string> = new Map([
  ['pulsar', 'Pulsar'],
  ['pulsarplus', 'Pulsar Plus'],
  ['pulsarplusus', 'Pulsar Plus'],
  ['pulsarmax', 'Pulsar Max'],
  ['pulsarpro', 'Pulsar Pro'],
  ['copper', 'Copper'],
  ['coppersb', 'Copper SB'],
  ['commander', 'Commander'],
  ['commander2', 'Commander 2'],
  ['commander2s', 'Commander 2s'],
  ['quasar', 'Quasar'],
  ['quasar2', 'Quasar 2'],
]);

/** The first letters of a part number (HA), for accounts whose list names no model. */
const byPart: readonly (readonly [string, string])[] = [
  ['PLP', 'Pulsar Plus'],
  ['PUP', 'Pulsar Plus'],
  ['QS', 'Quasar'],
];

/** The model's name. A word that we do not know is kept as it is. */
export function modelName(
  chargerType: string | undefined,
  partNumber: string | undefined,
): string | undefined {
  if (chargerType)
    return names.get(chargerType.toLowerCase().replaceAll(/[\s_-]/g, '')) ?? chargerType;
  return byPart.find(([prefix]) => partNumber?.startsWith(prefix))?.[1];
}

/** A unit that can give power back to the house: its part number begins with `QS` (HA). */
export function isBidirectional(
  model: string | undefined,
  partNumber: string | undefined,
): boolean {
  return partNumber?.startsWith('QS') === true || model?.startsWith('Quasar') === true;
}
