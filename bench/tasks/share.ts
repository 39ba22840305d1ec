import {
  formulaSpots,
  type Grid,
  type NameGrid,
  type SheetGrid,
  type TableGrid,
  valueAt,
} from '../../src/grid/grid.ts';
import { packKept, unpackKept } from '../../src/grid/kept.ts';
import { inverse, type Patch, pending } from '../../src/grid/patch.ts';
import type { Cell } from '../../src/kernel/cell.ts';
import { address } from '../../src/plan/address.ts';
import { assemble } from '../../src/plan/assemble.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import type { Area, Op } from '../../src/plan/op.ts';
import { initialValues, Problems } from '../../src/plan/template.ts';
import { sharedFormulas, sharing } from '../../src/share/share.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import type { Task } from '../task.ts';

/** All templates in one workbook: formulas of ours become built-in ones, are kept, and come back. */
export function shareTask(): Task {
  const grid = workbook();
  return {
    name: 'Share and restore',
    size: `${gallery.length} templates`,
    kind: 'work',
    against: 'the whole workbook written as JSON and read again',
    budget: { bare: 55 },
    ours() {
      const { patches } = sharing(sharedFormulas(grid), () => undefined, 'spilled');
      const kept = unpackKept(packKept({ share: inverse(patches) })).share ?? [];
      const { left } = pending(kept, reader(written(grid, patches)));
      return formulasOf(written(written(grid, patches), left));
    },
    bare: () => formulasOf(JSON.parse(JSON.stringify(grid))),
  };
}

function formulasOf({ sheets }: Grid): number {
  return sheets.reduce((count, sheet) => count + formulaSpots(sheet).length, 0);
}

function reader({ sheets }: Grid): Parameters<typeof pending>[1] {
  const byId = new Map(sheets.map(sheet => [sheet.sheetId, sheet]));
  return ({ sheetId, row, column }) => {
    const sheet = byId.get(sheetId);
    return {
      formula: sheet?.formulas[row]?.[column] ?? '',
      value: sheet ? valueAt(sheet, row, column) : null,
    };
  };
}

/** As a host writes patches. */
function written(grid: Grid, patches: readonly Patch[]): Grid {
  const sheets = grid.sheets.map(sheet => ({
    ...sheet,
    values: sheet.values.map(line => [...line]),
    formulas: sheet.formulas.map(line => [...line]),
  }));
  const byId = new Map(sheets.map(sheet => [sheet.sheetId, sheet]));
  for (const { sheetId, row, column, after } of patches) {
    const { values = [], formulas = [] } = byId.get(sheetId) ?? {};
    for (const [down, line] of after.entries()) {
      for (const [right, content] of line.entries()) {
        const isFormula = typeof content === 'object' && content !== null && 'formula' in content;
        const [texts, shown] = [formulas[row + down], values[row + down]];
        if (texts) texts[column + right] = isFormula ? content.formula : '';
        if (shown) shown[column + right] = isFormula ? 0 : typeof content === 'object' ? null : content;
      }
    }
  }
  return { ...grid, sheets };
}

function workbook(): Grid {
  const sheets: SheetGrid[] = [];
  const names: NameGrid[] = [];
  const tables: TableGrid[] = [];
  for (const template of gallery) {
    const spec = template.build(initialValues(template, { language: 'en', today: '2026-03-10' }), 'en');
    if (spec instanceof Problems) throw new RangeError(JSON.stringify(spec.fields));
    const taken = {
      sheets: sheets.map(({ sheet }) => sheet),
      names: names.map(({ name }) => name),
      tables: tables.map(({ name }) => name),
    };
    insert(assemble(spec, { language: 'en', dialect: excelDialect, taken }), { sheets, names, tables });
  }
  return { sheets, names, tables };
}

interface Growing {
  readonly sheets: SheetGrid[];
  readonly names: NameGrid[];
  readonly tables: TableGrid[];
}

/** What of the ops makes cells, names and tables. Formulas show 0: nothing here calculates. */
function insert(ops: readonly Op[], { sheets, names, tables }: Growing): void {
  const [first] = ops;
  if (first?.op !== 'addSheet') throw new RangeError('a template begins with its sheet');
  const { sheet, rows, columns } = first;
  const values = Array.from({ length: rows }, () => new Array<Cell>(columns).fill(null));
  const formulas = Array.from({ length: rows }, () => new Array<string>(columns).fill(''));
  const put = ({ row, column }: Area, down: number, right: number, formula: string, value: Cell): void => {
    const [texts, shown] = [formulas[row + down], values[row + down]];
    if (texts) texts[column + right] = formula;
    if (shown) shown[column + right] = value;
  };
  const sheetId = sheet;
  for (const op of ops) {
    if (op.op === 'values') {
      for (const [down, line] of op.values.entries())
        for (const [right, cell] of line.entries()) put(op.area, down, right, '', cell);
    } else if (op.op === 'formulas') {
      for (const [down, line] of op.formulas.entries())
        for (const [right, text] of line.entries()) put(op.area, down, right, text, 0);
    } else if (op.op === 'spill') put(op.area, 0, 0, op.formula, 0);
    else if (op.op === 'table') tables.push({ name: op.name, sheetId, area: op.area });
    else if (op.op === 'name') {
      const formula = op.structured ?? `='${sheet.replaceAll("'", "''")}'!${address(op.area, 'all')}`;
      names.push({ name: op.name, formula });
    }
  }
  sheets.push({ sheetId, sheet, locked: false, marks: {}, values, formulas });
}
