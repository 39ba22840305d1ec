import type { Cell } from '../kernel/cell.ts';
import { say } from '../kernel/text.ts';
import { insertedOn } from '../plan/inserted.ts';
import { bySheet, type Check } from './check.ts';
import { Moved } from './moved.ts';

/**
 * Headings at which a column's name begins, and that are no text: formulas of ours leave them out, but people's own sums
 * over the name count a year or a date among the column's figures.
 */
export const headings: Check = patient => {
  const found = patient.grid.sheets.flatMap(sheet => {
    const inserted = insertedOn(sheet);
    if (!inserted) return [];
    const moved = new Moved(sheet, inserted, patient);
    return moved.headed.flatMap(({ block, row }) =>
      block.labels.flatMap((after, was) => {
        const column = moved.column(block.heading, was);
        // What a formula shows is looked at with the formula.
        const isComputed = inserted.formulas.some(
          each => each.row === block.heading && was >= each.column && was < each.column + each.columns,
        );
        if (column === undefined || isComputed) return [];
        const before = sheet.values[row]?.[column] ?? '';
        return isFigure(before) || before === '' ? [{ sheet, sheetId: sheet.sheetId, row, column, before, after }] : [];
      }),
    );
  });
  return bySheet(found, cells => {
    const all = cells.map(({ after }) => after);
    return {
      what: say(
        `no text stands in place of the heading: ${all.join(', ')}. Formulas of your own count a number or a date there`,
        `标题处不是文本：${all.join('、')}。您自己的公式会计入该处的数字或日期`,
      ),
      repairs: cells.map(({ sheet: _, ...repair }) => repair),
      advice: say(
        'The heading is put back. For one of your own, begin it with a word: “Sales 2026”.',
        '将恢复原标题。如需自定标题，请包含文字，如“2026年销售额”。',
      ),
    };
  });
};

function isFigure(cell: Cell): cell is number | boolean {
  return typeof cell === 'number' || typeof cell === 'boolean';
}
