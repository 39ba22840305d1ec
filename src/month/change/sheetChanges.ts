import { say } from '../../kernel/text.ts';
import type { Op } from '../../plan/op.ts';
import type { Change, ChangeSet } from './changeSet.ts';
import type { Conflict } from './fitToWorkbook.ts';
import { INSERTION, MADE, nameAtFirst } from './sheetMarks.ts';

/** A sheet of the workbook as it is now, ours or the user's. */
export interface SheetNow {
  readonly sheetId: string;
  /** What it is called now. */
  readonly sheet: string;
  readonly marks: Readonly<Record<string, string>>;
  readonly isProtected: boolean;
}

export interface BookNow {
  readonly sheets: readonly SheetNow[];
  /** Those of tables, too: they share one space. */
  readonly names: readonly string[];
}

/** By mark: what makes the sheets of a change set, planned for this host and workbook. */
export type SheetPlans = Readonly<Record<string, readonly Op[]>>;

export type SheetChange = Exclude<Change, { kind: 'cells' | 'append' | 'remove' }>;

/** What a host does, in this order: taking out is last, since nothing can be taken back after it. */
export type SheetAction =
  | { readonly is: 'free'; readonly sheet: SheetNow }
  | { readonly is: 'make'; readonly mark: string; readonly ops: readonly Op[]; readonly half?: HalfMade }
  | { readonly is: 'repoint'; readonly from: string; readonly to: string; readonly sheets: readonly SheetNow[] }
  | { readonly is: 'mark'; readonly sheet: SheetNow; readonly key: string; readonly after: string | null }
  | { readonly is: 'protect'; readonly sheet: SheetNow }
  /** Names of this prefix go with the sheet; no sheet where only its names are left. */
  | {
      readonly is: 'remove';
      readonly sheet: SheetNow | undefined;
      readonly prefix: string;
      readonly expected: readonly Op[] | undefined;
    };

/** What a cut-off left of a sheet, or of its names: it is taken out before the sheet is made again. */
export interface HalfMade {
  readonly sheet: SheetNow | undefined;
  readonly prefix: string;
}

/** Formulas may all read already what they are to read. */
export function isLeftToDo(action: SheetAction, blocks: ReadonlyMap<string, readonly unknown[]>): boolean {
  return action.is !== 'repoint' || action.sheets.some(({ sheetId }) => (blocks.get(sheetId) ?? []).length > 0);
}

export interface SettledChanges {
  /** Without what is as it should be already. */
  readonly changes: readonly SheetChange[];
  readonly actions: readonly SheetAction[];
  readonly conflicts: readonly Conflict[];
}

const ORDER: readonly SheetAction['is'][] = ['free', 'make', 'repoint', 'mark', 'protect', 'remove'];

/** What the changes to sheets come to in the workbook as it is now. */
export function settle({ changes }: ChangeSet, book: BookNow, plans: SheetPlans): SettledChanges {
  const kept: SheetChange[] = [];
  const actions: SheetAction[] = [];
  const conflicts: Conflict[] = [];
  for (const change of changes) {
    if (change.kind === 'cells' || change.kind === 'append' || change.kind === 'remove') continue;
    const action = actionOf(change, book, plans);
    if (action === undefined) continue;
    kept.push(change);
    if ('is' in action) actions.push(action);
    else conflicts.push(action);
  }
  actions.sort((a, b) => ORDER.indexOf(a.is) - ORDER.indexOf(b.is));
  return { changes: kept, actions, conflicts };
}

/** Undefined where nothing is left to do. */
function actionOf(change: SheetChange, book: BookNow, plans: SheetPlans): SheetAction | Conflict | undefined {
  switch (change.kind) {
    case 'sheet':
      return making(change, book, plans);
    case 'removeSheet':
      return removing(change, book, plans);
    case 'repoint': {
      const apart = [change.from, change.to, ...change.leave];
      const others = book.sheets.filter(
        ({ marks: { prefix, closed } }) => prefix !== undefined && closed === undefined && !apart.includes(prefix),
      );
      return { is: 'repoint', from: change.from, to: change.to, sheets: others };
    }
    case 'mark': {
      const { prefix, key, before, after } = change;
      const sheet = sheetOf(prefix, book);
      const now = sheet?.marks[key] ?? null;
      if (sheet && now === after) return undefined;
      if (!sheet || now !== before) return sheetGone(prefix);
      return { is: 'mark', sheet, key, after };
    }
    case 'protect': {
      const sheet = sheetOf(change.prefix, book);
      if (!sheet) return sheetGone(change.prefix);
      if (sheet.isProtected === change.protect) return undefined;
      return { is: change.protect ? 'protect' : 'free', sheet };
    }
  }
}

type Making = Extract<Change, { kind: 'sheet' }>;
type Removing = Extract<Change, { kind: 'removeSheet' }>;

function making({ mark, prefix }: Making, book: BookNow, plans: SheetPlans): SheetAction | Conflict | undefined {
  const made = book.sheets.find(({ marks }) => marks[MADE] === mark);
  if (made) return made.marks.prefix === prefix ? undefined : taken(prefix);
  const ops = plans[mark];
  if (!ops || prefixIn(ops) !== prefix) return taken(prefix);
  const [half] = madeBy(mark, book);
  if (half) return { is: 'make', mark, ops, half: { sheet: half, prefix } };
  const sheets = new Set(book.sheets.map(({ sheet }) => sheet.toLowerCase()));
  const { names, others } = collisions(ops, prefix, book);
  const isNameTaken = ops.some(op => op.op === 'addSheet' && sheets.has(op.sheet.toLowerCase()));
  if (isNameTaken || others || (names && sheetOf(prefix, book))) return taken(prefix);
  return { is: 'make', mark, ops, ...(names && { half: { sheet: undefined, prefix } }) };
}

/** Names of the sheet's own may be left of one that was taken out; a host looks whether their cells are gone. */
function collisions(
  ops: readonly Op[],
  prefix: string,
  book: BookNow,
): { readonly names: boolean; readonly others: boolean } {
  const there = new Set(book.names.map(name => name.toLowerCase()));
  const taken = ops.filter(op => (op.op === 'name' || op.op === 'table') && there.has(op.name.toLowerCase()));
  const own = taken.filter(op => op.op === 'name' && op.name.startsWith(`${prefix}_`));
  return { names: own.length > 0, others: taken.length > own.length };
}

/** Whether the names of a sheet that is going to be made are free once some of those that there are have gone. */
export function isFree(ops: readonly Op[], names: readonly string[], doomed: readonly string[]): boolean {
  const going = new Set(doomed.map(name => name.toLowerCase()));
  const staying = new Set(names.map(name => name.toLowerCase()).filter(name => !going.has(name)));
  return ops.every(op => op.op !== 'name' || !staying.has(op.name.toLowerCase()));
}

function removing({ mark, prefix }: Removing, book: BookNow, plans: SheetPlans): SheetAction | Conflict | undefined {
  const found = madeBy(mark, book);
  if (found.length > 1) return copied(prefix, found);
  const [sheet] = found;
  const left = book.names.some(name => name.toLowerCase().startsWith(`${prefix}_`.toLowerCase()));
  if (!sheet && !left) return undefined;
  // What was cut off while it was made holds nothing of the user's.
  return { is: 'remove', sheet, prefix, expected: sheet?.marks[MADE] === mark ? (plans[mark] ?? []) : undefined };
}

/** The names that a sheet which is going to be made will define. */
export function plannedNames(actions: readonly SheetAction[]): string[] {
  return actions.flatMap(action =>
    action.is === 'make' ? action.ops.flatMap(op => (op.op === 'name' ? [op.name] : [])) : [],
  );
}

/** Whether a sheet that was to be taken out is gone: then the change cannot be taken back any more, only finished. */
export function isPastReturn({ changes }: ChangeSet, book: BookNow): boolean {
  return changes.some(change => change.kind === 'removeSheet' && madeBy(change.mark, book).length === 0);
}

function madeBy(mark: string, { sheets }: BookNow): SheetNow[] {
  return sheets.filter(({ marks, sheet }) => marks[INSERTION] === mark || sheet === nameAtFirst(mark));
}

export function prefixIn(ops: readonly Op[]): string | undefined {
  for (const op of ops) if (op.op === 'mark' && op.key === 'prefix') return op.value;
  return undefined;
}

function sheetOf(prefix: string, { sheets }: BookNow): SheetNow | undefined {
  return sheets.find(({ marks }) => marks.prefix === prefix);
}

function sheetGone(prefix: string): Conflict {
  return {
    name: prefix,
    row: -1,
    reason: say(
      `the sheet with the names ${prefix}_… is not there any more, or was closed since`,
      `名称以 ${prefix}_ 开头的工作表已不存在，或此后已关账`,
    ),
  };
}

export function taken(prefix: string): Conflict {
  return {
    name: prefix,
    row: -1,
    reason: say(
      `names that the new sheet needs (${prefix}_…) have been taken since; try again`,
      `新工作表所需名称（${prefix}_…）已被占用，请重试`,
    ),
  };
}

function copied(prefix: string, found: readonly SheetNow[]): Conflict {
  const sheets = found.map(({ sheet }) => sheet);
  return {
    name: prefix,
    row: -1,
    reason: say(
      `the new sheet was copied (${sheets.join(', ')}); delete the copies first`,
      `新工作表已被复制（${sheets.join('、')}），请先删除副本`,
    ),
  };
}
