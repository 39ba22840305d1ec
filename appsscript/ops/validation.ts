import { localFormula } from '../../src/plan/localFormula.ts';
import type { Area, Rule } from '../../src/plan/op.ts';
import { a1 } from './a1.ts';
import type { SheetLayers } from './layers.ts';

type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type WholeNumber = Extract<Rule, { kind: 'number' }>;

/** All rules in one call, but for those whose formula is read relative to the first cell of their own range. */
export function writeValidations(
  { sheet: size, validations }: SheetLayers,
  sheet: Sheet,
  all: Range,
  locale: string,
): void {
  const grid = Array.from({ length: size.rows }, () => new Array<DataValidation | null>(size.columns).fill(null));
  const known = new Map<string, DataValidation>();
  const relative: (() => void)[] = [];
  for (const { areas, rule, message } of validations) {
    if (isWhole(rule)) {
      for (const area of areas) {
        relative.push(() =>
          sheet.getRange(a1(area)).setDataValidation(finish(wholeNumber(rule, area, locale), message)),
        );
      }
      continue;
    }
    const key = JSON.stringify([rule, message]);
    const built = known.get(key) ?? finish(required(rule), message);
    known.set(key, built);
    for (const area of areas) fill(grid, area, built);
  }
  if (known.size > 0) all.setDataValidations(grid);
  for (const set of relative) set();
}

function fill<Value>(grid: Value[][], { row, column, rows, columns }: Area, value: Value): void {
  for (const cells of grid.slice(row, row + rows)) cells.fill(value, column, column + columns);
}

function finish(builder: Builder, message: string): DataValidation {
  return builder.setHelpText(message).setAllowInvalid(false).build();
}

/** Larger than any figure; Sheets has no rule for "any number". */
const FAR = 1e300;

function required(rule: Rule): Builder {
  const builder = SpreadsheetApp.newDataValidation();
  if (rule.kind === 'date') return builder.requireDate();
  if (rule.kind === 'list') return builder.requireValueInList([...rule.values], true);
  const { minimum, maximum } = rule;
  if (minimum !== undefined && maximum === undefined) return builder.requireNumberGreaterThanOrEqualTo(minimum);
  if (minimum === undefined && maximum !== undefined) return builder.requireNumberLessThanOrEqualTo(maximum);
  return builder.requireNumberBetween(minimum ?? -FAR, maximum ?? FAR);
}

function isWhole(rule: Rule): rule is WholeNumber {
  return rule.kind === 'number' && rule.whole === true;
}

/** Sheets has no rule for whole numbers either. */
function wholeNumber({ minimum, maximum }: WholeNumber, area: Area, locale: string): Builder {
  const cell = a1({ ...area, rows: 1, columns: 1 });
  const tests = [`ISNUMBER(${cell})`, `IFERROR(INT(${cell})=${cell},FALSE)`];
  if (minimum !== undefined) tests.push(`${cell}>=${minimum}`);
  if (maximum !== undefined) tests.push(`${cell}<=${maximum}`);
  const formula = `=AND(${tests.join(',')})`;
  return SpreadsheetApp.newDataValidation().requireFormulaSatisfied(localFormula(formula, locale));
}
