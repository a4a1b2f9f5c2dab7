import Big from 'big.js';

/** Cost in the currency of the price, as an exact decimal string: Wh times price per kWh. */
export function costOf(energyWh: number, perKwh: number): string {
  return new Big(energyWh).div(1000).times(perKwh).toFixed(4);
}
