import { fitting } from '../../src/plan/fitting.ts';
import { headingsIn, reheaded } from '../../src/plan/headings.ts';
import type { Label, Labels, SheetTexts } from '../../src/plan/relabel.ts';
import { literal } from '../ops/literal.ts';
import { Refusal } from './answer.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function texts(sheet: Sheet): SheetTexts {
  const range = sheet.getDataRange();
  const formulas = range.getFormulas();
  return {
    cells: textsOf(range.getValues(), (row, column) => {
      const formula = formulas[row]?.[column] ?? '';
      // A computed column's heading stands in its formula.
      return formula === '' || headingsIn(formula).length > 0;
    }),
    notes: textsOf(range.getNotes(), () => true),
  };
}

function textsOf(grid: readonly (readonly unknown[])[], wanted: (row: number, column: number) => boolean): Label[] {
  return grid.flatMap((cells, row) =>
    cells.flatMap((text, column) =>
      typeof text === 'string' && text !== '' && wanted(row, column) ? [{ row, column, text }] : [],
    ),
  );
}

/** All or nothing; gives the number of places that hold something else by now. */
export function relabel(sheet: Sheet, wanted: Labels, were: Labels): number {
  const { labels, before, left } = fitting(wanted, were, texts(sheet));
  try {
    write(sheet, labels);
    SpreadsheetApp.flush();
    return left;
  } catch (problem) {
    try {
      write(sheet, before);
      SpreadsheetApp.flush();
    } catch {
      throw new Refusal('cutOff', String(problem));
    }
    throw problem;
  }
}

/** Neighbours in a row are written in one call. */
function write(sheet: Sheet, { cells, notes }: Labels): void {
  const rangeOf = ({ row, column, texts }: Run) => sheet.getRange(row + 1, column + 1, 1, texts.length);
  const formulas = cells.length > 0 ? sheet.getDataRange().getFormulas() : [];
  const { anew, written } = reheaded(cells, (row, column) => formulas[row]?.[column] ?? '');
  for (const { row, column, formula } of anew) sheet.getRange(row + 1, column + 1).setFormula(formula);
  for (const run of runsOf(written)) rangeOf(run).setValues([run.texts.map(literal)]);
  for (const run of runsOf(notes)) rangeOf(run).setNotes([run.texts]);
}

interface Run {
  readonly row: number;
  readonly column: number;
  readonly texts: string[];
}

function runsOf(labels: readonly Label[]): Run[] {
  const runs: Run[] = [];
  for (const { row, column, text } of [...labels].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = runs.at(-1);
    if (last?.row === row && last.column + last.texts.length === column) last.texts.push(text);
    else runs.push({ row, column, texts: [text] });
  }
  return runs;
}
