import { clean } from './decimal.ts';

/**
 * Exact decimals without a library. An amount that is a whole number of 10^−places is reckoned as that number, and
 * whole numbers add and multiply exactly as long as they stay below 2^53. What does not fit is NaN, "cannot say":
 * it goes through every step that follows, and who asked takes the way by decimals or BigInt.
 */
export const MOST_WHOLE = 2 ** 51;

// Looked up once: see decimal.ts.
const { abs, floor, round } = Math;
const UNSAID = Number.NaN;

/** 1, 10, 100 … as far as they are exact. */
export const POWERS: readonly number[] = Array.from({ length: 23 }, (_, places) => Number(`1e${places}`));

/** How many of 10^−places a value is, as a spreadsheet shows it, or NaN where that is no whole number below 10^15. */
export function wholeAt(value: number, places: number): number {
  const shown = clean(value);
  const by = POWERS[places] ?? UNSAID;
  const units = round(shown * by);
  // Two decimals of up to 15 digits are never the same binary number, so this is no coincidence.
  return units / by === shown && units < 1e15 && units > -1e15 ? units : UNSAID;
}

/** The fewest places at which all values are whole numbers, with these. */
export function wholesOf(
  values: readonly number[],
  mostPlaces: number,
): { readonly places: number; readonly units: Float64Array } | undefined {
  for (let places = 0; places <= mostPlaces; places++) {
    const units = wholesAt(values, places);
    if (units) return { places, units };
  }
  return undefined;
}

export function wholesAt(values: readonly number[], places: number): Float64Array | undefined {
  const units = new Float64Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const whole = wholeAt(values[index] ?? Number.NaN, places);
    if (Number.isNaN(whole)) return undefined;
    units[index] = whole;
  }
  return units;
}

/** How many times `by` a whole number below 2^51 is, rounded half away from zero. */
export function roundedTo(units: number, by: number): number {
  const size = abs(units);
  const times = floor(size / by);
  const rounded = (size - times * by) * 2 >= by ? times + 1 : times;
  return units < 0 ? -rounded : rounded;
}

/**
 * a × b − c × d, where the difference is below 2^53 and the factors are whole numbers below 2^52: exact, also where
 * the products are not, by what rounding has left of each of them (Dekker, 1971).
 */
export function remainderOf(a: number, b: number, c: number, d: number): number {
  const [product, other] = [a * b, c * d];
  if (Math.max(product, other) <= Number.MAX_SAFE_INTEGER) return product - other;
  return product - other + (lostOf(a, b, product) - lostOf(c, d, other));
}

/** What is lost of a product by rounding: the factors are cut in halves whose products are exact. */
function lostOf(a: number, b: number, product: number): number {
  const [a1, b1] = [upperHalf(a), upperHalf(b)];
  const [a2, b2] = [a - a1, b - b1];
  return a2 * b2 - (product - a1 * b1 - a2 * b1 - a1 * b2);
}

function upperHalf(value: number): number {
  const shifted = value * (2 ** 27 + 1);
  return shifted - (shifted - value);
}
