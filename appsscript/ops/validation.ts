import type { Area, Rule } from '../../src/plan/op.ts';
import { a1 } from './a1.ts';
import { localFormula } from './localFormula.ts';

type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

export function validationOf(
  rule: Rule,
  message: string,
  area: Area,
  locale: string,
): GoogleAppsScript.Spreadsheet.DataValidation {
  return require(rule, area, locale, SpreadsheetApp.newDataValidation())
    .setHelpText(message)
    .setAllowInvalid(false)
    .build();
}

function require(rule: Rule, area: Area, locale: string, builder: Builder): Builder {
  if (rule.kind === 'date') return builder.requireDate();
  if (rule.kind === 'list') return builder.requireValueInList([...rule.values], true);
  const { minimum, maximum, whole = false } = rule;
  if (whole || (minimum === undefined && maximum === undefined)) {
    return builder.requireFormulaSatisfied(localFormula(numberTest(rule, area), locale));
  }
  if (maximum === undefined) return builder.requireNumberGreaterThanOrEqualTo(minimum ?? 0);
  if (minimum === undefined) return builder.requireNumberLessThanOrEqualTo(maximum);
  return builder.requireNumberBetween(minimum, maximum);
}

/** Sheets has no rule for whole numbers; a formula is read relative to the range's first cell. */
function numberTest({ minimum, maximum, whole }: Extract<Rule, { kind: 'number' }>, area: Area): string {
  const cell = a1({ ...area, rows: 1, columns: 1 });
  const tests = [`ISNUMBER(${cell})`];
  if (whole) tests.push(`IFERROR(INT(${cell})=${cell},FALSE)`);
  if (minimum !== undefined) tests.push(`${cell}>=${minimum}`);
  if (maximum !== undefined) tests.push(`${cell}<=${maximum}`);
  return `=AND(${tests.join(',')})`;
}
