import { CellError } from '../kernel/cell.ts';
import { say } from '../kernel/errors.ts';
import { bySheet, type Check, formulasCount, type OurFormula } from './check.ts';

/** Formulas that show #REF!: cells that they read are gone, or cells that they fill are taken. */
export const references: Check = ({ formulas }) => {
  const broken = formulas.filter(
    ({ value }) => value instanceof CellError && ['#REF!', '#SPILL!'].includes(value.code),
  );
  const isLost = ({ formula }: OurFormula): boolean => formula.includes('#REF!');
  return [
    ...bySheet(broken.filter(isLost), found => ({
      what: say(
        `${formulasCount(found.length).en}: #REF!, cells that they read have been deleted`,
        `${formulasCount(found.length).zh}：#REF!，所引用的单元格已被删除`,
      ),
      repairs: [],
      advice: say(
        'Undo the deletion, or put the right cells in place of #REF! in the formula.',
        '请撤销删除，或在公式中将 #REF! 改为正确的单元格。',
      ),
    })),
    ...bySheet(
      broken.filter(cell => !isLost(cell)),
      found => ({
        what: say(
          `${formulasCount(found.length).en}: no room for the result to spill, or another add-in has a function of the same name`,
          `${formulasCount(found.length).zh}：没有空间显示结果，或另一插件有同名函数`,
        ),
        repairs: [],
        advice: say(
          'Clear the cells below and to the right of the formula. If there are none, turn the other add-in off.',
          '请清空公式下方和右侧的单元格；如均为空，请停用另一插件。',
        ),
      }),
    ),
  ];
};
