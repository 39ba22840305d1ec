import { contains, formulaSpots } from '../grid/grid.ts';
import { spilledAreas } from '../grid/spilled.ts';
import { say } from '../kernel/text.ts';
import type { Dialect } from '../plan/dialect.ts';
import { bySheet, type Check, DUMMY, formulasCount, type OurFormula, type Repair } from './check.ts';
import { inOwnNotation, isDummyValue, isForeign } from './notation.ts';

/** Formulas that came from the other host, or from a file as it is stored: KPI_X in Excel, KPI.X in Google Sheets. */
export const otherHost: Check = ({ formulas, dialect }) =>
  bySheet(
    formulas.filter(({ formula }) => isForeign(formula, dialect)),
    found => {
      const repairs = [...found.flatMap(cell => mended(cell, dialect)), ...leftovers(found)];
      const count = formulasCount(found.length);
      return {
        what: say(
          `${count.en}: the other app’s spelling (KPI. in Excel, KPI_ in Google Sheets)`,
          `${count.zh}：仍是另一款表格的写法（Excel 用 KPI.，Google 表格用 KPI_）`,
        ),
        repairs,
        advice:
          repairs.length < found.length
            ? say(
                'Table references (Table[Column]) don’t work here. Insert the template again and copy your data into it.',
                '此处不支持结构化引用。请重新插入模板并复制数据。',
              )
            : say('They are written as this program calls them.', '将改为本程序的写法。'),
      };
    },
  );

function mended({ sheetId, row, column, formula }: OurFormula, dialect: Dialect): Repair[] {
  const after = inOwnNotation(formula, dialect);
  // Only Excel knows tables.
  if (!dialect.tables && /\w\[|\[@/.test(after)) return [];
  return [{ sheetId, row, column, before: { formula }, after: { formula: after } }];
}

/** The cells that the formula will fill again have to be blank for it. */
function leftovers(found: readonly OurFormula[]): Repair[] {
  const [first] = found;
  if (!first) return [];
  const anchors = found.filter(({ formula }) => DUMMY.test(formula) && !isDummyValue(formula));
  const values = formulaSpots(first.sheet).filter(({ formula }) => isDummyValue(formula));
  const { formulas } = first.sheet;
  const spilled = formulas.map(line => line.map(isDummyValue));
  const taken = formulas.map(line => line.map(formula => formula !== '' && !isDummyValue(formula)));
  const areas = spilledAreas(anchors, spilled, taken);
  return values.flatMap(({ formula, ...spot }) =>
    areas.some(area => contains(area, spot)) ? [{ ...spot, before: { formula }, after: null }] : [],
  );
}
