import { clean } from './decimal.ts';

/**
 * Exact decimals without a library. An amount that is a whole number of 10^−places is reckoned as that number, and
 * whole numbers add and multiply exactly as long as they stay below 2^53. What does not fit is NaN, "cannot say":
 * it goes through every step that follows, and who asked takes the way by decimals or BigInt.
 */
export const MOST_WHOLE = 2 ** 51;

/** 1, 10, 100 … as far as they are exact. */
export const POWERS: readonly number[] = Array.from({ length: 23 }, (_, places) => Number(`1e${places}`));

/** How many of 10^−places a value is, as a spreadsheet shows it, or NaN where that is no whole number below 10^15. */
export function wholeAt(value: number, places: number): number {
  const shown = clean(value);
  const by = POWERS[places] ?? Number.NaN;
  const units = Math.round(shown * by);
  // Two decimals of up to 15 digits are never the same binary number, so this is no coincidence.
  return units / by === shown && Math.abs(units) < 1e15 ? units : Number.NaN;
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
  for (const [index, value] of values.entries()) {
    const whole = wholeAt(value, places);
    if (Number.isNaN(whole)) return undefined;
    units[index] = whole;
  }
  return units;
}

/** How many times `by` a whole number below 2^51 is, rounded half away from zero. */
export function roundedTo(units: number, by: number): number {
  const size = Math.abs(units);
  const times = Math.floor(size / by);
  return Math.sign(units) * ((size - times * by) * 2 >= by ? times + 1 : times);
}
