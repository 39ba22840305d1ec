import { say } from '../kernel/text.ts';
import { insertedOn } from '../plan/inserted.ts';
import { bySheet, type Check } from './check.ts';
import { Moved } from './moved.ts';

/** A row that begins directly below a table's last one: it looks like one of them, and nothing computes or counts it. */
export const beyond: Check = patient =>
  bySheet(
    patient.grid.sheets.flatMap(sheet => {
      const inserted = insertedOn(sheet);
      if (!inserted) return [];
      return new Moved(sheet, inserted, patient).ends.flatMap(({ block, row }) => {
        const line = (sheet.values[row] ?? []).slice(0, block.labels.length);
        const isRow = (line[0] ?? '') !== '' && line.some(cell => typeof cell === 'number');
        return isRow ? [{ sheet, sheetId: sheet.sheetId, row, column: 0 }] : [];
      });
    }),
    found => {
      const rows = found.map(({ row }) => row + 1);
      return {
        what: say(
          `rows from ${rows.join(', ')} on stand below the end of the table: they are neither computed nor counted`,
          `第 ${rows.join('、')} 行起位于表格末尾之下，未参与计算和合计`,
        ),
        repairs: [],
        advice: say(
          'Insert as many rows between those of the table, and move these there.',
          '请在表格中间插入相应的行，再将这些数据移入。',
        ),
      };
    },
  );
