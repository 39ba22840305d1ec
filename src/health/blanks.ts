import type { SheetGrid, Spot } from '../grid/grid.ts';
import { cellsOf, type Place } from '../grid/places.ts';
import { say } from '../kernel/text.ts';
import { callsIn } from '../native/toNative.ts';
import type { Repair } from './check.ts';
import { bySheet, type Check, type OurFormula, type Patient } from './check.ts';

/**
 * Blanks that reach our functions as 0, where 0 may be a legal figure: a formula such as =B2 gives 0 where B2 is
 * blank, and so does arithmetic over a range. Ranges that are handed over as they are, Excel is asked about.
 */
export const blanks: Check = patient => {
  if (!patient.dialect.blanksAreZero) return [];
  const links = unique(patient.formulas.flatMap(formula => linksIn(formula, patient)));
  const sums = patient.formulas.flatMap(formula => worked(formula, patient));
  return [
    ...bySheet(links, found => ({
      what: say(
        `${found.length === 1 ? '1 cell refers' : `${found.length} cells refer`} to a blank cell, which KPI functions read as 0`,
        `${found.length} 个单元格引用了空单元格，KPI 函数会按 0 计算`,
      ),
      repairs: found.map(({ sheet, ...repair }) => repair),
      advice: say('They become blank where the other cell is blank.', '所引用单元格为空时，将显示为空。'),
    })),
    ...bySheet(sums, found => ({
      what: say(
        `${found.length === 1 ? '1 formula calculates' : `${found.length} formulas calculate`} with blank cells, which KPI functions read as 0`,
        `${found.length} 个公式对空单元格做了运算，KPI 函数会按 0 计算`,
      ),
      repairs: found.map(({ sheet, ...repair }) => repair),
      advice: say('After the repair, blank cells no longer count as 0.', '修复后，空单元格不再按 0 参与运算。'),
    })),
  ];
};

type Found = Repair & { readonly sheet: SheetGrid };

const RANGE = /^(?:(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/iu;
const WORKED =
  /^(?:--)?((?:(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!)?\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+)(?:[*/+-][\d.]+)?$/iu;

/** Cells in the ranges of a formula that only refer to one blank cell each. */
function linksIn(formula: OurFormula, { places }: Patient): Found[] {
  return callsIn(formula.formula).flatMap(({ args }) =>
    args.flatMap(arg => {
      const place = places.find(arg.replace(/^IF\((.+)="","",\1\)$/i, '$1'), formula);
      return place ? linkCells(place, places) : [];
    }),
  );
}

function linkCells({ sheet, area }: Place, places: Patient['places']): Found[] {
  const found: Found[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const formula = sheet.formulas[row]?.[column] ?? '';
      const reference = formula.replace(/^=\s*/, '');
      const spot: Spot = { sheetId: sheet.sheetId, row, column };
      if (formula === '' || sheet.values[row]?.[column] !== 0 || !RANGE.test(reference)) continue;
      const target = places.read(reference, spot);
      if (target?.length !== 1 || (target[0]?.[0] ?? '') !== '') continue;
      const after = { formula: `=IF(${reference}="","",${reference})` };
      found.push({ ...spot, sheet, before: { formula }, after });
    }
  }
  return found;
}

/** KPI.NPS(A1:A9*1) → KPI.NPS(IF(A1:A9="","",A1:A9*1)) */
function worked({ sheet, formula, value: _, ...spot }: OurFormula, { places }: Patient): Found[] {
  let after = formula;
  for (const { args } of callsIn(formula)) {
    for (const arg of args) {
      const [, range] = WORKED.exec(arg) ?? [];
      if (range === undefined || range === arg) continue;
      const place = places.find(range, spot);
      const hasBlank = place && cellsOf(place).some(line => line.some(cell => (cell ?? '') === ''));
      if (hasBlank) after = after.split(arg).join(`IF(${range}="","",${arg})`);
    }
  }
  return after === formula ? [] : [{ ...spot, sheet, before: { formula }, after: { formula: after } }];
}

function unique(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ sheetId, row, column }) => {
    const key = `${sheetId} ${row} ${column}`;
    return !seen.has(key) && seen.add(key);
  });
}
