import { decimal } from '../kernel/decimal.ts';
import { say } from '../kernel/text.ts';
import { type Data, type Finding, filled, nameOf } from './finding.ts';

const NEAR = 0.5;
const WEIGHT = /^(weight|weights|weighting)\b|权重|占比权/i;

/** Weights that do not add up to 100 %. */
export function weights({ columns }: Data): Finding[] {
  return columns
    .filter(({ heading }) => WEIGHT.test(heading))
    .flatMap((column): Finding[] => {
      const cells = filled(column);
      const figures = cells.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
      if (figures.length === 0) return [];
      const total = Number(figures.reduce((sum, figure) => sum.plus(figure), decimal(0)).round(9));
      const whole = figures.some(figure => figure > 1) ? 100 : 1;
      // Far from 100 % they are meant as relative ones.
      if (total === whole || Math.abs(total / whole - 1) > NEAR) return [];
      const percent = Number(
        decimal(total)
          .times(100 / whole)
          .round(6),
      );
      const name = nameOf(column);
      return [
        {
          kind: 'weights',
          what: say(`${name.en} adds up to ${percent}%, not 100%`, `${name.zh}合计 ${percent}%，不等于 100%`),
          spots: cells,
          fixes: [],
          examples: [],
        },
      ];
    });
}
