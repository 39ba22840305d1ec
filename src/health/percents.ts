import { DOUBTFUL_ACHIEVEMENT } from '../functions/shared/achieved.ts';
import type { Spot } from '../grid/grid.ts';
import { cellsOf, type Place } from '../grid/places.ts';
import { say } from '../kernel/text.ts';
import { callsIn, functionOf } from '../native/toNative.ts';
import { bySheet, type Check, formulasCount, type OurFormula, type Patient } from './check.ts';

/** Formulas that read typed achievements above 1,000 %: 95 is meant as 95 %, and counts as 9,500 %. */
export const percents: Check = patient =>
  bySheet(
    patient.formulas.filter(formula => readsWholePercents(formula, patient)),
    found => {
      const count = formulasCount(found.length);
      return {
        what: say(
          `${count.en}: typed achievements above 1,000%; is 95 meant as 95%?`,
          `${count.zh}：读取了超过 1000% 的手填达成率；95 是否指 95%？`,
        ),
        repairs: [],
        advice: say(
          'Select the column of achievements and let the data doctor divide them by 100, or type 95%.',
          '请选中达成率列，用数据医生除以 100，或改填 95%。',
        ),
      };
    },
  );

function readsWholePercents(formula: OurFormula, { places }: Patient): boolean {
  return callsIn(formula.formula).some(({ name, args }) =>
    functionOf(name)?.parameters.some(({ isAchievement }, index) => {
      const range = args[index]?.replace(/^IF\((.+)="","",\1\)$/i, '$1');
      const place = isAchievement && range ? places.find(range, formula) : undefined;
      return place !== undefined && holdsWholePercents(place);
    }),
  );
}

function holdsWholePercents(place: Place): boolean {
  const { sheet, area } = place;
  const isTyped = ({ row, column }: Pick<Spot, 'row' | 'column'>): boolean =>
    (sheet.formulas[row]?.[column] ?? '') === '';
  return cellsOf(place).some((line, row) =>
    line.some(
      (cell, column) =>
        typeof cell === 'number' &&
        cell > DOUBTFUL_ACHIEVEMENT &&
        isTyped({ row: area.row + row, column: area.column + column }),
    ),
  );
}
