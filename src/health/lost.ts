import { say } from '../kernel/text.ts';
import { insertedOn } from '../plan/inserted.ts';
import { bySheet, type Check, type HealthFinding } from './check.ts';
import { Moved } from './moved.ts';

/** Parts of our sheets that were deleted with their cells: nothing can be put back where it stood. */
export const lost: Check = patient =>
  patient.grid.sheets.flatMap(sheet => {
    const inserted = insertedOn(sheet);
    if (!inserted) return [];
    const moved = new Moved(sheet, inserted, patient);
    const { sheetId } = sheet;
    const names = moved.lost.map(({ key, row, column }) => ({ sheet, sheetId, row, column, key }));
    const headings = moved.headless.map(row => ({ sheet, sheetId, row, column: 0 }));
    return [
      ...bySheet(names, found => {
        const all = found.map(({ key }) => `${sheet.marks.prefix ?? ''}_${key}`);
        const keys = (comma: string) => `${all.slice(0, MOST_NAMED).join(comma)}${all.length > MOST_NAMED ? ' …' : ''}`;
        return {
          what: say(
            `cells that formulas and the pane read have been deleted: ${keys(', ')}`,
            `公式和面板所读取的单元格已被删除：${keys('、')}`,
          ),
          repairs: [],
          advice: ADVICE,
        };
      }),
      ...bySheet(headings, found => ({
        what: say(
          `the row of headings above row ${found.map(({ row }) => row + 1).join(', ')} has been deleted, and its formulas with it`,
          `第 ${found.map(({ row }) => row + 1).join('、')} 行上方的标题行及其公式已被删除`,
        ),
        repairs: [],
        advice: ADVICE,
      })),
    ] satisfies HealthFinding[];
  });

const ADVICE = say(
  'Undo the deletion. If that is too late, insert the template anew and copy your figures into it.',
  '请撤销删除；如已无法撤销，请重新插入模板并将数据复制过去。',
);

const MOST_NAMED = 5;
