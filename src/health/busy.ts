import { CellError } from '../kernel/cell.ts';
import { say } from '../kernel/text.ts';
import { bySheet, type Check, formulasCount } from './check.ts';
import { isForeign } from './notation.ts';

/** Formulas that wait for an answer that does not come. https://github.com/OfficeDev/office-js/issues/6662 */
export const busy: Check = ({ formulas, dialect }) =>
  bySheet(
    formulas.filter(
      ({ formula, value }) => value instanceof CellError && value.code === '#BUSY!' && !isForeign(formula, dialect),
    ),
    found => {
      const count = formulasCount(found.length);
      return {
        what: say(`${count.en}: #BUSY!, still waiting for a result`, `${count.zh}：#BUSY!，仍在等待结果`),
        repairs: found.map(({ sheetId, row, column, formula }) => ({
          sheetId,
          row,
          column,
          before: { formula },
          after: { formula },
        })),
        advice: say(
          'They are entered again. If #BUSY! stays, save the workbook and open it again.',
          '将重新输入公式。如仍显示 #BUSY!，请保存后重新打开工作簿。',
        ),
      };
    },
  );
