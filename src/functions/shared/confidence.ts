import { numberOr } from '../../kernel/parameters.ts';
import { say } from '../../kernel/text.ts';

export const confidenceLevel = () =>
  numberOr(0.95, {
    label: say('Confidence', '置信水平'),
    about: say('How sure the interval is to hold the true value.', '区间包含真实值的把握程度。'),
    minimum: 0.5,
    maximum: 0.999999,
  });

/**
 * How many standard errors lie to each side at a confidence level: 1.959964 at 0.95. The normal quantile is
 * M. J. Wichura's PPND16 (algorithm AS 241, Applied Statistics 37, 1988), exact to about 16 digits; the levels that
 * can be asked for never reach its far tail.
 */
export function standardErrors(confidence: number): number {
  const central = confidence / 2;
  if (central <= 0.425) {
    const r = 0.180625 - central * central;
    return (central * polynomial(r, CENTRE_ABOVE)) / polynomial(r, CENTRE_BELOW);
  }
  const r = Math.sqrt(-Math.log((1 - confidence) / 2)) - 1.6;
  return polynomial(r, TAIL_ABOVE) / polynomial(r, TAIL_BELOW);
}

function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

const CENTRE_ABOVE = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const CENTRE_BELOW = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852854,
];
const TAIL_ABOVE = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const TAIL_BELOW = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
