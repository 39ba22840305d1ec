import Big from 'big.js';

/**
 * Exact decimal arithmetic for money. A spreadsheet keeps 15 significant digits, so the noise that binary
 * arithmetic leaves behind them (0.1 + 0.2 = 0.30000000000000004) is dropped on the way in.
 */
export type Decimal = Big;

const SIGNIFICANT_DIGITS = 15;

/** Sheets starts the script cold for every call, and cold code looks a global up each time. */
const { round } = Math;

export function decimal(value: number): Decimal {
  return new Big(clean(value));
}

/** The value as a spreadsheet shows it at full precision. */
export function clean(value: number): number {
  // An amount in cents has no noise behind its digits, and most amounts are.
  if (value < 1e12 && value > -1e12 && round(value * 100) / 100 === value) return value;
  if (value < 1e15 && value > -1e15 && value % 1 === 0) return value;
  const cut = Number(value.toPrecision(SIGNIFICANT_DIGITS));
  // The very largest numbers would be rounded up beyond what a number can hold.
  return Number.isFinite(cut) ? cut : value;
}

/** Further apart than this share of them, two values stay in their order when they are cut to the digits of a cell. */
const NEAR = 1e-9;

/** The value as it is compared with an edge: as a spreadsheet shows it, where that can make a difference. */
export function cleanNear(value: number, edge: number): number {
  return Math.abs(value - edge) <= NEAR * Math.abs(edge) ? clean(value) : value;
}

/** Rounds half away from zero: 0.285 × 100 is 28.50, −10.5 to 0 places is −11. */
export function roundHalfAwayFromZero(value: Decimal, places: number): Decimal {
  return value.round(places, Big.roundHalfUp);
}

/** The value cut to the digits that a cell keeps. */
export function cleanDecimal(value: Decimal): Decimal {
  return value.prec(SIGNIFICANT_DIGITS, Big.roundHalfUp);
}

/** A whole number of 10^−places, for arithmetic that must not lose a unit. */
export function toUnits(value: Decimal, places: number): bigint {
  const shifted = new Big(value);
  shifted.e += places;
  return BigInt(shifted.toFixed(0));
}

export function fromUnits(units: bigint, places: number): number {
  const digits = units.toString();
  return Number(places === 0 ? digits : `${digits}e-${places}`);
}

/** How many decimal places a value has. */
export function placesOf(value: Decimal): number {
  return Math.max(0, value.c.length - 1 - value.e);
}
