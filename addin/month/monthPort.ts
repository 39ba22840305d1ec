import { inverse } from '../../src/month/changeSet.ts';
import { keptIn, keptText } from '../../src/month/keeping.ts';
import {
  type Block,
  blocksOf,
  type Kept,
  namesIn,
  type Placed,
  place,
  type Request,
  taskOf,
} from '../../src/month/placing.ts';
import type { ReadColumn } from '../../src/month/refit.ts';
import type { MonthPort, NamedColumn, Outcome } from '../../src/panel/monthPort.ts';
import { PortError } from '../../src/panel/port.ts';
import { synced } from '../ops/apply.ts';
import { portError } from '../ops/portError.ts';
import { askSetting, keepSetting, settingText } from '../ops/setting.ts';
import { plainText } from '../ops/text.ts';
import { type Asked, ask, found, plainValue } from './columns.ts';
import { grow } from './grow.ts';

/** The workbook's setting that holds the undo, and what is being written. */
const KEY = 'kpi.month';

export const monthPort: MonthPort = { columns, kept, change };

async function columns(names: readonly string[]): Promise<Readonly<Record<string, NamedColumn>>> {
  const { workbook } = new Excel.RequestContext();
  const asked = ask(workbook, names);
  await synced(workbook);
  return Object.fromEntries(found(asked));
}

async function kept(): Promise<Kept> {
  const { workbook } = new Excel.RequestContext();
  const setting = askKept(workbook);
  await synced(workbook);
  return readKept(setting);
}

/** Two round trips, three where a table has to grow: what is there now, then everything at once. */
async function change(request: Request): Promise<Outcome> {
  const before = request.is === 'apply' ? undefined : await kept();
  const known = before && taskOf(request, before);
  if (before && !known) return { conflicts: [], cells: 0 };
  const { workbook } = new Excel.RequestContext();
  const setting = askKept(workbook);
  const asked = ask(workbook, namesIn(request.is === 'apply' ? request.set : (known?.set ?? nothing)));
  await synced(workbook);
  const task = taskOf(request, readKept(setting));
  if (!task) throw new PortError('failed', 'a change that was cut off comes first');
  const placed = place(task.set, reader(asked));
  const blocks = blocksOf(placed.cells);
  if (placed.conflicts.length > 0) return { conflicts: placed.conflicts, cells: 0 };
  const cells = blocks.reduce((count, { values }) => count + values.length, 0);
  if (cells === 0 && request.is === 'apply') return { conflicts: [], cells };
  await carryOut(workbook, placed, asked, readKept(setting), task.after(placed.fitted));
  return { conflicts: [], cells };
}

const nothing = { id: '', title: { en: '', zh: '' }, changes: [] };

/** Excel stops a batch where something fails and keeps what was done before: that is taken back. */
async function carryOut(
  workbook: Excel.Workbook,
  placed: Placed,
  asked: readonly Asked[],
  before: Kept,
  after: Kept,
): Promise<void> {
  const open = placed.cells;
  try {
    keep(workbook, { ...before, open: before.open ?? open });
    await grow(workbook, placed.room, asked);
    writeBlocks(workbook, blocksOf(open));
    keep(workbook, after);
    await workbook.context.sync();
  } catch (reason) {
    // What cannot be taken back now stays noted as cut off, and is offered when the pane is opened next.
    await takeBack(open, before).catch(() => undefined);
    throw portError(reason);
  }
}

async function takeBack(open: Placed['cells'], before: Kept): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  const asked = ask(workbook, namesIn(open));
  await workbook.context.sync();
  const { cells, conflicts } = place(inverse(open), reader(asked));
  if (conflicts.length > 0) return;
  writeBlocks(workbook, blocksOf(cells));
  keep(workbook, before);
  await workbook.context.sync();
}

/** A range that was read in an earlier batch is not valid any more: names are followed again. */
function writeBlocks(workbook: Excel.Workbook, blocks: readonly Block[]): void {
  for (const { name, row, values } of blocks) {
    const range = workbook.names.getItem(name).getRange();
    const area = range.getCell(row, 0).getBoundingRect(range.getCell(row + values.length - 1, 0));
    // Excel leaves a cell alone that is given null.
    area.values = values.map(value => [value === null ? '' : typeof value === 'string' ? plainText(value) : value]);
  }
}

function reader(asked: readonly Asked[]): ReadColumn {
  const columns = found(asked);
  return name => columns.get(name)?.cells.map(plainValue);
}

function askKept(workbook: Excel.Workbook): Excel.Setting {
  return askSetting(workbook, KEY);
}

function readKept(setting: Excel.Setting): Kept {
  return keptIn(settingText(setting) ?? '{}');
}

function keep(workbook: Excel.Workbook, state: Kept): void {
  keepSetting(workbook, KEY, keptText(state));
}
