import { contains, type SheetGrid, type Spot, valueAt } from '../grid/grid.ts';
import { filledTo } from '../grid/relative.ts';
import { CellError } from '../kernel/cell.ts';
import { say, type Text } from '../kernel/text.ts';
import { address } from '../plan/address.ts';
import { type InsertedFormula, insertedOn } from '../plan/inserted.ts';
import { bySheet, type Check, type Patient, type Repair } from './check.ts';
import { Moved } from './moved.ts';
import { isForeign } from './notation.ts';

type Fault = 'gone' | 'overwritten' | 'changed';
type Found = Repair & { readonly sheet: SheetGrid; readonly fault: Fault };

/** Formulas that a template wrote and that are not there any more as they were: they can be put back. */
export const formulas: Check = patient => {
  const found = patient.grid.sheets.flatMap(sheet => faultsOf(sheet, patient));
  return (['gone', 'overwritten', 'changed'] as const).flatMap(fault =>
    bySheet(
      found.filter(cell => cell.fault === fault),
      cells => ({
        what: WHAT[fault](cells.length),
        repairs: cells.map(({ sheet: _, fault: __, ...repair }) => repair),
        advice: ADVICE[fault],
      }),
    ),
  );
};

const count = (cells: number): string => (cells === 1 ? '1 KPI formula' : `${cells} KPI formulas`);
const were = (cells: number): string => (cells === 1 ? 'is' : 'are');

const WHAT: Readonly<Record<Fault, (cells: number) => Text>> = {
  gone: cells => say(`${count(cells)} ${were(cells)} gone`, `${cells} 个 KPI 公式已被删除`),
  overwritten: cells => say(`a value has taken the place of ${count(cells)}`, `${cells} 个 KPI 公式已被数值覆盖`),
  changed: cells =>
    say(
      `${count(cells)} ${were(cells)} not as inserted: shortened or edited`,
      `${cells} 个 KPI 公式与插入时不同：范围变短或被改动`,
    ),
};

const ADVICE: Readonly<Record<Fault, Text>> = {
  gone: say('They are put back as they were inserted.', '将按插入时的内容恢复。'),
  overwritten: say(
    'The formulas are put back, and the values go; the repair can be undone.',
    '将恢复公式并替换这些数值；可以撤销此修复。',
  ),
  changed: say(
    'They are written as they were inserted; where you changed one on purpose, undo the repair.',
    '将恢复为插入时的公式；如为有意修改，可撤销此修复。',
  ),
};

function faultsOf(sheet: SheetGrid, patient: Patient): Found[] {
  const inserted = insertedOn(sheet);
  if (!inserted) return [];
  const moved = new Moved(sheet, inserted, patient);
  const cells = inserted.formulas.flatMap(formula => cellsOf(formula, moved, sheet, patient));
  const found = cells.flatMap(cell => {
    const fault = patient.aside(cell.spot) ? undefined : faultOf(cell, moved, sheet, patient);
    return fault ? [{ ...cell, fault }] : [];
  });
  return found.flatMap(({ spot, was, fault }) => {
    const formula = moved.rewritten(was);
    if (formula === undefined) return [];
    const now = sheet.formulas[spot.row]?.[spot.column] ?? '';
    const value = valueAt(sheet, spot.row, spot.column);
    const before = now !== '' ? { formula: now } : value instanceof CellError ? value.code : value;
    return [{ ...spot, sheet, fault, before, after: { formula } }];
  });
}

/** A cell that should hold a formula, and the formula as it was inserted in that row. */
interface Expected {
  readonly spot: Spot;
  readonly was: string;
  /** One of many rows: where nothing stands in it, it waits for data. */
  readonly oneOfMany: boolean;
}

/** A formula's cells as they are now; in a table of the host all of its rows. */
function cellsOf(entry: InsertedFormula, moved: Moved, { sheetId }: SheetGrid, { grid }: Patient): Expected[] {
  const { row, rows, column, formula, spills } = entry;
  const [first, across] = [moved.row(row), moved.column(row, column)];
  if (first === undefined || across === undefined) return [];
  const spot = { sheetId, row: first, column: across };
  if (spills) return [{ spot, was: formula, oneOfMany: false }];
  if (rows === 1) {
    const own = moved.rowOfOne(entry, across);
    return own === undefined ? [] : [{ spot: { ...spot, row: own }, was: formula, oneOfMany: false }];
  }
  const table = grid.tables.find(({ sheetId: on, area }) => on === sheetId && contains(area, spot))?.area;
  const last = table ? table.row + table.rows - 1 : moved.row(row + rows - 1);
  if (last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, down) => ({
    spot: { ...spot, row: first + down },
    was: filledTo(formula, row, column, row + Math.min(down, rows - 1)),
    oneOfMany: true,
  }));
}

function faultOf(
  { spot, was, oneOfMany }: Expected,
  moved: Moved,
  sheet: SheetGrid,
  { dialect }: Patient,
): Fault | undefined {
  const { row, column } = spot;
  const formula = sheet.formulas[row]?.[column] ?? '';
  if (formula === '') {
    if ((valueAt(sheet, row, column) ?? '') !== '') return 'overwritten';
    const isUsed = (sheet.values[row] ?? []).some(cell => (cell ?? '') !== '');
    return oneOfMany && !isUsed ? undefined : 'gone';
  }
  return isForeign(formula, dialect) || moved.isAlike(formula, was, spot) ? undefined : 'changed';
}

/** What stands in the way of a formula of ours that cannot spill, in the cells that are its own. */
export function inTheWay(sheet: SheetGrid, spot: Spot, patient: Patient): string[] | undefined {
  const inserted = insertedOn(sheet);
  if (!inserted) return undefined;
  const moved = new Moved(sheet, inserted, patient);
  const entry = inserted.formulas.find(
    ({ row, column, spills }) => spills && moved.row(row) === spot.row && moved.column(row, column) === spot.column,
  );
  const last = entry && moved.row(entry.row + entry.rows - 1);
  if (!entry || last === undefined) return undefined;
  const blocking: string[] = [];
  for (let row = spot.row; row <= last; row++) {
    for (let column = spot.column; column < spot.column + entry.columns; column++) {
      const isOwn = row === spot.row && column === spot.column;
      if (!isOwn && (valueAt(sheet, row, column) ?? '') !== '') {
        blocking.push(address({ row, column, rows: 1, columns: 1 }));
      }
    }
  }
  return blocking;
}
