import type { ChangeSet } from '../../src/month/change/changeSet.ts';
import type { ChangeFailure, ChangingHost, Look } from '../../src/month/change/changeWorkbook.ts';
import type { ReadColumn } from '../../src/month/change/fitToWorkbook.ts';
import { type Block, blocksOf, type Kept, namesIn, type Sizes } from '../../src/month/change/locate.ts';
import { prepare } from '../../src/month/change/prepare.ts';
import type { BookNow, SheetPlans } from '../../src/month/change/sheetChanges.ts';
import { PortError } from '../../src/port/port.ts';
import { synced } from '../ops/apply.ts';
import { type Claim, released } from '../ops/claim.ts';
import { bytesOf, Outbox, rowsInPieces } from '../ops/outbox.ts';
import { isRefused, portError } from '../ops/portError.ts';
import { plainText } from '../ops/text.ts';
import { type AskedColumn, ask, found, plainValue } from './columns.ts';
import type { Growing } from './grow.ts';
import { askKept, keep, readKept } from './kept.ts';
import { askSheets, bookIn, type ExcelCloser, lookCloser, queueActions } from './sheets.ts';

interface Seen extends Look {
  readonly growing: readonly Growing[];
  readonly closer: ExcelCloser;
}

/** Excel stops a batch where something fails and keeps what was done before: that is taken back. */
export class ChangingExcel implements ChangingHost<Seen> {
  readonly kept: () => Promise<Kept>;
  /** The note of what is kept is the last of a batch. */
  readonly endIsSure = true;
  private readonly claim: Claim;
  private workbook = new Excel.RequestContext().workbook;
  private outbox = new Outbox(this.workbook);
  private isClaimed = false;
  private hasBegun = false;

  constructor(claim: Claim, kept: () => Promise<Kept>) {
    this.claim = claim;
    this.kept = kept;
  }

  async look(set: ChangeSet, plans: SheetPlans): Promise<Seen> {
    try {
      const seen = await this.lookAt(set, plans);
      this.isClaimed = true;
      return seen;
    } catch (reason) {
      if (!this.isClaimed) await this.release();
      throw reason;
    }
  }

  begin(noted: Kept): void {
    this.outbox = new Outbox(this.workbook);
    this.claim.hold(this.workbook);
    keep(this.workbook, noted);
  }

  async write({ growing, prepared: { actions, cells }, closer }: Seen): Promise<void> {
    const { workbook, outbox } = this;
    await (await import('./grow.ts')).grow(workbook, growing, outbox);
    const isFirst = ({ is }: (typeof actions)[number]): boolean => is === 'free' || is === 'make';
    await queueActions(workbook, actions.filter(isFirst), closer, outbox);
    await writeBlocks(workbook, blocksOf(cells), outbox);
    await queueActions(
      workbook,
      actions.filter(action => !isFirst(action)),
      closer,
      outbox,
    );
  }

  /** What is queued is sent first: a row that holds a figure is somebody's. */
  async takeOutRows(sizes: Sizes): Promise<void> {
    const names = Object.keys(sizes);
    if (names.length === 0) return;
    this.hasBegun = true;
    const { asked } = await ask(this.workbook, names, () => undefined);
    const { shrink } = await import('./grow.ts');
    await shrink(this.workbook, sizes, asked);
  }

  async end(after: Kept): Promise<void> {
    this.claim.release(this.workbook);
    keep(this.workbook, after);
    await this.workbook.context.sync();
  }

  release(): Promise<void> {
    return released(this.claim);
  }

  isRefused(reason: unknown): boolean {
    return isRefused(reason) && !this.hasBegun && !this.outbox.hasSent;
  }

  /** What failed may have left its context as it cannot be used. */
  async now(): Promise<{ kept: Kept; book: BookNow }> {
    this.workbook = new Excel.RequestContext().workbook;
    this.outbox = new Outbox(this.workbook);
    const setting = askKept(this.workbook);
    const sheets = askSheets(this.workbook);
    await this.workbook.context.sync();
    return { kept: readKept(setting), book: bookIn(sheets) };
  }

  error(failure: ChangeFailure, problem: unknown): PortError {
    const { reason, code } = portError(problem);
    return new PortError(failure === 'failed' ? reason : failure, code);
  }

  private async lookAt(set: ChangeSet, plans: SheetPlans, hasFollowed = false): Promise<Seen> {
    const { workbook, isClaimed } = this;
    const question = () => {
      if (!isClaimed) this.claim.ask(workbook);
      return { setting: askKept(workbook), sheets: askSheets(workbook) };
    };
    const { asked, also } = await ask(workbook, namesIn(set), question);
    if (!isClaimed) this.claim.check();
    const read = reader(asked);
    const prepared = prepare(set, read, bookIn(also.sheets), plans);
    const closer = await lookCloser(workbook, also.sheets, prepared.actions);
    // Loaded when figures are written: the pane's first picture does not wait for what reads formulas.
    const { cannotGrow, follow, lookAtTables, shortOf, withoutTable } = await import('./grow.ts');
    const short = shortOf(asked, prepared.room);
    const growing = await lookAtTables(workbook, short);
    const ahead = growing.filter(({ isAhead }) => isAhead);
    if (ahead.length > 0 && !hasFollowed) {
      for (const each of ahead) follow(workbook, each);
      await synced(workbook);
      return this.lookAt(set, plans, true);
    }
    const full = [...withoutTable(short), ...ahead.map(({ table }) => cannotGrow(table))];
    const { blocks, conflicts } = closer;
    return {
      kept: readKept(also.setting),
      read,
      prepared,
      growing,
      closer,
      blocks,
      conflicts: [...full, ...conflicts],
    };
  }
}

/**
 * A range that was read in an earlier batch is not valid any more: names are followed again. What reaches beyond a
 * range, since it has not grown, fails instead of being written below it.
 */
async function writeBlocks(workbook: Excel.Workbook, blocks: readonly Block[], outbox: Outbox): Promise<void> {
  for (const { name, row, values } of blocks) {
    for (const { from, rows } of rowsInPieces(values)) {
      await outbox.makeRoom(2 * bytesOf(rows));
      const range = workbook.names.getItem(name).getRange();
      const wanted = range.getCell(row + from, 0).getBoundingRect(range.getCell(row + from + rows.length - 1, 0));
      const area = range.getIntersection(wanted);
      // Excel leaves a cell alone that is given null.
      area.values = rows.map(value => [value === null ? '' : typeof value === 'string' ? plainText(value) : value]);
    }
  }
}

function reader(asked: readonly AskedColumn[]): ReadColumn {
  const columns = found(asked);
  return name => columns.get(name)?.cells.map(plainValue);
}
