import { CellError } from '../kernel/cell.ts';
import { say } from '../kernel/text.ts';
import { knows } from '../native/toNative.ts';
import { bySheet, type Check, formulasCount, functionNames } from './check.ts';
import { isForeign } from './notation.ts';

/**
 * Formulas that were there before the add-in was: Excel keeps them at #NAME? until they are entered again.
 * https://github.com/OfficeDev/office-js/issues/6611
 */
export const names: Check = ({ formulas, dialect }) =>
  bySheet(
    formulas.filter(
      ({ formula, value }) => value instanceof CellError && value.code === '#NAME?' && !isForeign(formula, dialect),
    ),
    found => {
      const unknown = [...new Set(found.flatMap(({ formula }) => functionNames(formula).filter(name => !knows(name))))];
      const repairs = found
        .filter(({ formula }) => functionNames(formula).every(knows))
        .map(({ sheetId, row, column, formula }) => ({
          sheetId,
          row,
          column,
          before: { formula },
          after: { formula },
        }));
      const count = formulasCount(found.length);
      return {
        what: say(`${count.en}: #NAME?, the function was not known`, `${count.zh}：#NAME?，当时无法识别函数`),
        repairs,
        advice:
          unknown.length > 0
            ? say(
                `This version has no ${unknown.join(', ')}. Update the add-in, or correct the name.`,
                `当前版本没有 ${unknown.join('、')}。请更新插件或更正函数名。`,
              )
            : say(
                'They are entered again. If #NAME? stays, open Sales KPI from the menu of this file once, and check again.',
                '将重新输入公式。如仍显示 #NAME?，请在此文件的菜单中打开一次“销售KPI”，然后再次检查。',
              ),
      };
    },
  );
