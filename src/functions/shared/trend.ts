import { sumOf } from '../../kernel/sum.ts';

/** A straight line through values at 0, 1, 2, …, by least squares. */
export interface Trend {
  at(time: number): number;
  /** Standard deviation of the error when the line is carried on to a time: Student’s prediction error. */
  errorAt(time: number): number;
}

export function trendOf(values: readonly number[]): Trend {
  const count = values.length;
  const middle = (count - 1) / 2;
  const mean = sumOf(values) / count;
  const spread = (count * (count * count - 1)) / 12;
  const slope = spread === 0 ? 0 : sumOf(values.map((value, time) => (time - middle) * (value - mean))) / spread;
  const at = (time: number): number => mean + slope * (time - middle);
  return {
    at,
    errorAt(time) {
      const squares = sumOf(values.map((value, index) => (value - at(index)) ** 2));
      const residual = Math.sqrt(squares / (count - 2));
      return residual * Math.sqrt(1 + 1 / count + (time - middle) ** 2 / spread);
    },
  };
}
