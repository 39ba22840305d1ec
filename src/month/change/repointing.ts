import { say } from '../../kernel/text.ts';
import type { Conflict } from './fitToWorkbook.ts';
import type { SheetNow } from './sheetChanges.ts';

/** The formulas of a sheet from a cell on; an empty text where there is none. */
export interface Formulas {
  readonly row: number;
  readonly column: number;
  readonly formulas: readonly (readonly string[])[];
}

/** Formulas that a host writes in one go. */
export interface FormulaBlock {
  readonly row: number;
  readonly column: number;
  readonly formulas: readonly (readonly string[])[];
}

interface Renaming {
  readonly from: string;
  readonly to: string;
  /** Names that there are, or will be; in any case of letters. */
  readonly names: readonly string[];
}

/** Texts and quoted sheet names are passed over. */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_\\][\p{L}\p{N}_.\\]*(?=([!([])?)/gu;

/**
 * Reads the names of one prefix where it read those of another. A formula that reads one which the other does not
 * have stays as it is: half of it would tell of another month.
 */
export function repointed(formula: string, { from, to, names }: Renaming): string {
  const there = new Set(names.map(name => name.toLowerCase()));
  const start = `${from}_`.toLowerCase();
  let isWhole = true;
  const result = formula.replace(TOKEN, (token: string, follows: string | undefined) => {
    if (follows !== undefined || !token.toLowerCase().startsWith(start)) return token;
    const renamed = `${to}_${token.slice(start.length)}`;
    isWhole &&= there.has(renamed.toLowerCase());
    return renamed;
  });
  return isWhole ? result : formula;
}

/** What changes on a sheet, neighbours together. */
export function repointedBlocks({ row: top, column: left, formulas }: Formulas, renaming: Renaming): FormulaBlock[] {
  const blocks: { row: number; column: number; formulas: string[][] }[] = [];
  const open = new Map<string, (typeof blocks)[number]>();
  for (const [down, line] of formulas.entries()) {
    const row = top + down;
    for (const { column, texts } of runsOf(line, renaming)) {
      const key = `${column} ${texts.length}`;
      const above = open.get(key);
      if (above && above.row + above.formulas.length === row) above.formulas.push(texts);
      else {
        const block = { row, column: left + column, formulas: [texts] };
        blocks.push(block);
        open.set(key, block);
      }
    }
  }
  return blocks;
}

function runsOf(line: readonly string[], renaming: Renaming): { column: number; texts: string[] }[] {
  const runs: { column: number; texts: string[] }[] = [];
  for (const [column, formula] of line.entries()) {
    if (formula === '') continue;
    const text = repointed(formula, renaming);
    if (text === formula) continue;
    const last = runs[runs.length - 1];
    if (last && last.column + last.texts.length === column) last.texts.push(text);
    else runs.push({ column, texts: [text] });
  }
  return runs;
}

/** A protected sheet cannot follow. */
export function cannotFollow({ sheet }: SheetNow): Conflict {
  return {
    name: sheet,
    row: -1,
    reason: say(
      `the sheet ${sheet} is protected, so that its formulas cannot read another month; unprotect it or leave it out`,
      `工作表“${sheet}”受保护，其公式无法改读另一个月，请取消保护或将其排除`,
    ),
  };
}
