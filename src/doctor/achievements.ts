import { DOUBTFUL_ACHIEVEMENT } from '../functions/shared/achieved.ts';
import { decimal } from '../kernel/decimal.ts';
import { say } from '../kernel/text.ts';
import { cellsText, type Data, examplesOf, type Finding, filled, fixOf, nameOf } from './finding.ts';

const ACHIEVEMENT =
  /^(?:achievements?|attainment|quota attainment|% (?:of|to) (?:target|quota|plan))\b|达成率|完成率|達成率/i;

/** Achievements typed as 95 where 0.95 or 95 % is meant: everything that reads them would count 9,500 %. */
export function wholePercents({ columns }: Data): Finding[] {
  return columns
    .filter(({ heading }) => ACHIEVEMENT.test(heading))
    .flatMap((column): Finding[] => {
      const typed = filled(column).filter(({ value, computed }) => !computed && typeof value === 'number');
      const large = typed.filter(({ value }) => typeof value === 'number' && value > DOUBTFUL_ACHIEVEMENT);
      if (large.length === 0) return [];
      const fixes = large.flatMap(cell =>
        typeof cell.value === 'number' ? [fixOf(cell, Number(decimal(cell.value).div(100)))] : [],
      );
      const [name, count] = [nameOf(column), cellsText(large.length)];
      return [
        {
          kind: 'percents',
          what: say(
            `${name.en}: ${count.en} above 1,000%; is 95 meant as 95%?`,
            `${name.zh}：${count.zh}超过 1000%；95 是否指 95%？`,
          ),
          spots: large,
          fixes,
          examples: examplesOf(fixes.map(({ before, after }) => ({ before: String(before), after: String(after) }))),
        },
      ];
    });
}
