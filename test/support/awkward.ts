import type { Random } from './random.ts';

/** Amounts that arithmetic gets wrong: halves of a cent, binary noise, too many places, too large, too small. */
const AWKWARD: readonly number[] = [
  0,
  -0,
  0.005,
  -0.005,
  0.015,
  1.005,
  2.675,
  1e-7,
  0.1 + 0.2,
  1e15,
  1e15 - 0.5,
  1e21,
  1e300,
  123456789012345.69,
  Number.MAX_SAFE_INTEGER + 2,
];

export function awkwardAmount(random: Random): number {
  const upTo = (most: number): number => random.next() * most;
  switch (random.whole(0, 11)) {
    case 0:
      return upTo(1e6);
    case 1:
      return Math.round(upTo(1e6)) / 100 + Math.round(upTo(1e6)) / 100;
    case 2:
      return Math.round(upTo(1e9)) / 1e4;
    case 3:
      return -Math.round(upTo(1e7)) / 100;
    case 4:
      return Math.round(upTo(1e14)) / 100;
    case 5:
      return random.whole(0, 1e6);
    case 6:
      return random.pick(AWKWARD);
    default:
      return Math.round(upTo(10 ** random.whole(4, 11))) / 100;
  }
}
