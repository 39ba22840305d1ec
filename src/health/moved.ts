import { parseA1Ref, parseStructRef, stringifyStructRef, tokenize } from '@borgar/fx';
import type { SheetGrid } from '../grid/grid.ts';
import type { Places } from '../grid/places.ts';
import { type Cell, CellError, type Matrix } from '../kernel/cell.ts';
import { address } from '../plan/address.ts';
import type { Inserted, InsertedBlock, InsertedFormula, InsertedName } from '../plan/inserted.ts';
import type { Patient } from './check.ts';

/** A table as it was inserted, and where it stands now. */
interface Block extends InsertedBlock {
  readonly shift: number;
  /** Rows between its title and its data came or went: which of them stand where, only their names tell. */
  readonly torn: boolean;
  /** Its row of headings was deleted. */
  readonly headless: boolean;
  /** Its last row now; undefined where nothing tells. */
  readonly end: number | undefined;
}

/** Where the rows and columns of a sheet went since it was inserted, and how its formulas read there. */
export class Moved {
  private readonly sheet: SheetGrid;
  private readonly places: Places;
  private readonly inserted: Inserted;
  private readonly names: ReadonlyMap<string, string>;
  private readonly prefix: string;
  private readonly blocks: readonly Block[];
  private readonly strip: number;
  private readonly firstRow: number;
  /** Which names formulas read in place of others since the month was rolled over. */
  private readonly renamed = new Map<string, string>();
  /** The same by what names begin with, for those that no formula is left to tell of. */
  private readonly followed = new Map<string, string>();

  constructor(sheet: SheetGrid, inserted: Inserted, { grid, places }: Patient) {
    this.sheet = sheet;
    this.places = places;
    this.inserted = inserted;
    this.prefix = sheet.marks.prefix ?? '';
    this.names = new Map(grid.names.map(({ name }) => [name.toLowerCase(), name]));
    const first = Math.min(...inserted.blocks.map(({ from }) => from));
    this.firstRow = first;
    this.strip = inserted.names.reduce(
      (shift, name) => (name.row < first ? (this.nameAt(name.key)?.row ?? name.row) - name.row : shift),
      0,
    );
    this.blocks = inserted.blocks.flatMap(block => {
      const moved = this.shiftOf(block);
      const table = grid.tables.find(({ name }) => name === block.table)?.area;
      const named = inserted.names.find(({ row }) => row >= block.heading && row <= block.last);
      const cells = table ?? (named && this.nameAt(named.key));
      if (moved === undefined) return [];
      const line = this.sheet.values[block.heading + moved];
      // Names that began at the headings begin at the first of the rows that are left.
      const isGone = named?.row === block.heading && !mayBeHeadings(line, block.labels);
      const shift = isGone ? moved - 1 : moved;
      const above = this.shiftAbove(block, block.from === first);
      const torn = isGone || (above !== undefined && above !== shift);
      const headless = isGone || (named?.row !== block.heading && torn && !isHeaded(line, block.labels));
      return [{ ...block, shift, torn, headless, end: cells && cells.row + cells.rows - 1 }];
    });
  }

  /** Tables whose row of headings was deleted, by the first of the rows that are left. */
  get headless(): readonly number[] {
    return this.blocks.filter(({ headless }) => headless).map(({ heading, shift }) => heading + shift + 1);
  }

  /** Tables whose names begin at their headings, and where those stand. */
  get headed(): readonly { readonly block: InsertedBlock; readonly row: number }[] {
    return this.blocks.flatMap(block => {
      const isHeaded = !block.headless && this.inserted.names.some(({ row }) => row === block.heading);
      return isHeaded ? [{ block, row: block.heading + block.shift }] : [];
    });
  }

  /** Tables, and the row directly below the last one that is theirs, where something tells which that is. */
  get ends(): readonly { readonly block: InsertedBlock; readonly row: number }[] {
    return this.blocks.flatMap(block => (block.end === undefined ? [] : [{ block, row: block.end + 1 }]));
  }

  /** Names that stand for no cells of the sheet any more. */
  get lost(): readonly InsertedName[] {
    return this.inserted.names.filter(({ key }) => this.isLost(key));
  }

  /** Where a row is now; undefined where nothing tells. */
  row(row: number): number | undefined {
    const block = this.inserted.blocks.find(({ from, last }) => row >= from && row <= last);
    if (!block) return row + this.strip;
    const now = this.blocks.find(({ from }) => from === block.from);
    if (!now) return undefined;
    if (row === block.heading && now.headless) return undefined;
    if (row < block.heading && now.torn) return this.rowByName(row);
    return row === block.last && now.end !== undefined ? now.end : row + now.shift;
  }

  /**
   * Where a formula that stands in one row of a table is now, in the column that it has now. Rows of the table may have
   * come or gone: then it is looked for among the others, and where it is not found, nothing tells.
   */
  rowOfOne({ row, formula }: InsertedFormula, column: number): number | undefined {
    const now = this.row(row);
    const block = this.blocks.find(({ heading, last }) => row > heading && row <= last);
    if (now === undefined || !block || !this.isResized(block) || this.holds(now, column, formula)) return now;
    const { heading, last, shift } = block;
    const rows = Array.from(
      { length: this.sheet.values.length - heading - shift },
      (_, down) => heading + shift + down,
    );
    const below = this.blocks.filter(({ from }) => from > last).map(({ from, shift: by }) => from + by);
    const end = Math.min(this.sheet.values.length, ...below);
    return rows.find(other => other < end && this.holds(other, column, formula));
  }

  private holds(row: number, column: number, was: string): boolean {
    const formula = this.sheet.formulas[row]?.[column] ?? '';
    return formula !== '' && this.isAlike(formula, was, { row, column });
  }

  /** Rows were put into a table or taken out of it, as what stands below it tells, or its own end. */
  private isResized({ last, shift, end }: Block): boolean {
    const next = this.inserted.blocks.filter(({ from }) => from > last).sort((a, b) => a.from - b.from)[0];
    if (next) return this.blocks.find(({ from }) => from === next.from)?.shift !== shift;
    return end !== undefined && end !== last + shift;
  }

  /** Where a column is now; undefined where it was deleted, or nothing tells. */
  column(row: number, column: number): number | undefined {
    const block = this.inserted.blocks.find(({ from, last }) => row >= from && row <= last);
    const names = this.inserted.names
      .filter(name => (block ? name.row >= block.from && name.row <= block.last : name.row === row))
      .map(name => ({ column: name.column, now: this.nameAt(name.key)?.column }));
    const own = names.filter(name => name.column === column);
    if (own.length > 0) return own.find(({ now }) => now !== undefined)?.now;
    const shifts = [names.filter(name => name.column < column).reverse(), names.filter(name => name.column > column)]
      .map(side => side.sort((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column)))
      .flatMap(side => side.find(({ now }) => now !== undefined) ?? [])
      .map(({ column: was, now = was }) => now - was);
    const [left, right = left] = shifts;
    if (left === undefined) return column;
    return left === right ? column + left : undefined;
  }

  /** Whether a formula is the one that was inserted, as hosts write it, wherever its cells are now. */
  isAlike(formula: string, was: string, at: { readonly row: number; readonly column: number }): boolean {
    const [now, before] = [tokensOf(formula), tokensOf(was)];
    if (now.length !== before.length) return false;
    return now.every((token, index) => {
      const old = before[index];
      if (!old) return false;
      // Words in a formula follow those of the sheet, which may be said otherwise since.
      if (old.type === 'string') return token.type === 'string';
      if (old.type === 'range') return token.type === 'range' && this.isSameRange(token.value, old.value);
      if (old.type === 'structured') return this.isSameColumn(token.value, old.value, at);
      if (old.type === 'range_named') return this.isSameName(token.value, old.value);
      return token.value.toUpperCase() === old.value.toUpperCase();
    });
  }

  /** The formula as it has to be written now; undefined where a cell that it reads cannot be found. */
  rewritten(was: string): string | undefined {
    const parts = tokenize(was, { mergeRefs: true }).map(({ type, value }) => {
      if (type === 'range') return this.rangeNow(value);
      if (type === 'structured') return this.structuredNow(value);
      return type === 'range_named' ? this.nameNow(value) : value;
    });
    return parts.includes(undefined) ? undefined : parts.join('');
  }

  private nameNow(was: string): string {
    const now = this.renamed.get(was);
    const prefix = this.followed.get(prefixOf(was));
    const followed = `${prefix}${was.slice(prefixOf(was).length)}`;
    return now ?? (prefix !== undefined && this.names.has(followed.toLowerCase()) ? followed : was);
  }

  private placeOf(key: string) {
    const name = this.names.get(`${this.prefix}_${key}`.toLowerCase());
    return name && this.places.find(name, { sheetId: this.sheet.sheetId, row: 0, column: 0 });
  }

  /** A copy of a sheet has the names of its original: they are not lost. */
  private isLost(key: string): boolean {
    return !this.placeOf(key);
  }

  private nameAt(key: string) {
    const place = this.placeOf(key);
    return place && place.sheet.sheetId === this.sheet.sheetId ? place.area : undefined;
  }

  /** By a name in it, else by its headings, else by its title, else by most of its headings. */
  private shiftOf({ from, heading, last, labels, title }: InsertedBlock): number | undefined {
    const own = this.inserted.names.filter(({ row }) => row >= from && row <= last);
    const data = own.filter(({ row }) => row >= heading);
    if (data.length > 0 && data.every(({ key }) => this.isLost(key))) return undefined;
    // Those of the data first: rows may have gone between it and what stands above it.
    for (const name of own.sort((a, b) => b.row - a.row)) {
      const now = this.nameAt(name.key);
      if (now) return now.row - name.row;
    }
    const { values } = this.sheet;
    const headed = values.findIndex(line => labels.every((label, column) => line[column] === label));
    if (labels.length > 0 && headed >= 0) return headed - heading;
    const titled = title ? values.findIndex(([first]) => first === title.text) : -1;
    if (title && titled >= 0 && this.mayBeHeaded(heading + titled - title.row, labels)) return titled - title.row;
    const mostly = headedRow(values, labels);
    return mostly === undefined ? undefined : mostly - heading;
  }

  /** Data where headings should be means that they were deleted. */
  private mayBeHeaded(row: number, labels: readonly string[]): boolean {
    const line = labels.map((_, column) => this.sheet.values[row]?.[column] ?? '');
    return (
      labels.length === 0 || line.every(cell => cell === '') || line.some((cell, column) => cell === labels[column])
    );
  }

  /** How far what stands above its headings went: its title, or the strip above the first table. */
  private shiftAbove({ title }: InsertedBlock, isFirst: boolean): number | undefined {
    if (!title) return isFirst && this.inserted.names.some(({ row }) => row < this.firstRow) ? this.strip : undefined;
    const row = this.sheet.values.findIndex(([text]) => text === title.text);
    return row < 0 ? undefined : row - title.row;
  }

  private rowByName(row: number): number | undefined {
    const found = this.inserted.names.flatMap(name => (name.row === row ? (this.nameAt(name.key) ?? []) : []));
    return found[0]?.row;
  }

  private rangeNow(range: string): string | undefined {
    const parsed = parseA1Ref(range, { allowNamed: false });
    if (!parsed || !('range' in parsed) || !parsed.range || (parsed.context ?? []).length > 0) return range;
    const { top, left, bottom, right, $left, $top } = parsed.range;
    if (top == null || left == null || bottom == null || right == null) return range;
    const [from, to] = [this.row(top), this.row(bottom)];
    if (from === undefined || to === undefined) return undefined;
    const [first, last] = [this.column(top, left), this.column(top, right)];
    if (first === undefined || last === undefined) return undefined;
    const area = { row: from, column: first, rows: to - from + 1, columns: last - first + 1 };
    return address(area, $left ? 'all' : $top ? 'rows' : 'none');
  }

  private isSameRange(now: string, was: string): boolean {
    const expected = this.rangeNow(was);
    // Where nothing tells, nothing is said to be broken.
    return expected === undefined || now.replace(/\$/g, '').toUpperCase() === expected.replace(/\$/g, '');
  }

  private isSameColumn(now: string, was: string, at: { readonly row: number; readonly column: number }): boolean {
    const expected = this.structuredNow(was);
    if (expected === undefined || expected.replace(/\s/g, '') === now.replace(/\s/g, '')) return true;
    const spot = { ...at, sheetId: this.sheet.sheetId };
    const [place, meant] = [this.places.find(now, spot), this.places.find(expected, spot)];
    return place !== undefined && meant !== undefined && address(place.area) === address(meant.area);
  }

  private isSameName(now: string, was: string): boolean {
    if (now.toLowerCase() === was.toLowerCase()) return true;
    const fact = (name: string): string => name.slice(name.lastIndexOf('_') + 1).toLowerCase();
    const isRolled = fact(now) === fact(was) && this.names.has(now.toLowerCase());
    if (isRolled) {
      this.renamed.set(was, now);
      this.followed.set(prefixOf(was), prefixOf(now));
    }
    return isRolled;
  }

  /** Headings may be called otherwise since. */
  private structuredNow(reference: string): string | undefined {
    const parsed = parseStructRef(reference);
    if (!parsed) return reference;
    const block = this.blocks.find(({ table, labels }) =>
      parsed.table ? table === parsed.table : (parsed.columns ?? []).every(name => labels.includes(name)),
    );
    if (!block) return reference;
    const columns = (parsed.columns ?? []).map(name => this.headingNow(block, name));
    return columns.includes(undefined)
      ? undefined
      : stringifyStructRef({ ...parsed, columns: columns.filter(name => name !== undefined) });
  }

  private headingNow(block: Block, label: string): string | undefined {
    const index = block.labels.indexOf(label);
    if (index < 0) return label;
    const column = this.column(block.heading, index);
    if (column === undefined || block.headless) return undefined;
    const heading = this.sheet.values[block.heading + block.shift]?.[column];
    return heading === null || heading === undefined || heading instanceof CellError ? undefined : String(heading);
  }
}

function prefixOf(name: string): string {
  return name.slice(0, name.lastIndexOf('_') + 1);
}

interface Token {
  readonly type: string;
  readonly value: string;
}

/** Without what hosts put in of their own: blanks, and @ where one value is meant. */
function tokensOf(formula: string): Token[] {
  return tokenize(formula, { mergeRefs: true })
    .map(({ type, value }) => ({ type: String(type), value }))
    .filter(({ type, value }) => type !== 'whitespace' && type !== 'fx_prefix' && value !== '@');
}

/** Whether a row holds most of the headings. */
function isHeaded(line: readonly Cell[] | undefined, labels: readonly string[]): boolean {
  return 2 * labels.filter((label, column) => line?.[column] === label).length >= labels.length;
}

/** Headings may be called otherwise since, but figures are none. */
function mayBeHeadings(line: readonly Cell[] = [], labels: readonly string[]): boolean {
  const cells = labels.map((_, column) => line[column] ?? '');
  if (cells.some((cell, column) => cell === labels[column])) return true;
  return cells.some(cell => typeof cell === 'string' && cell !== '') && !cells.some(cell => typeof cell === 'number');
}

/** The row in which most of the headings stand; some may be gone with the formulas that showed them. */
function headedRow(values: Matrix, labels: readonly string[]): number | undefined {
  let best: { readonly row: number; readonly count: number } | undefined;
  for (const [row, line] of values.entries()) {
    const count = labels.filter((label, column) => line[column] === label).length;
    if (2 * count >= labels.length && count > (best?.count ?? 0)) best = { row, count };
  }
  return best?.row;
}
