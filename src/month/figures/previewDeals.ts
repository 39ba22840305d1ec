import { monthNumber } from '../../kernel/calendar.ts';
import type { Value } from '../../kernel/json.ts';
import { labelKey } from '../../kernel/label.ts';
import { addTo } from '../../kernel/lists.ts';
import { endsSlice } from '../../kernel/slices.ts';
import { DEAL_COLUMNS, type DealColumn, type DealLine, type DealsSheet, lineOf } from '../../sheets/deals.ts';
import { same } from '../change/fitToWorkbook.ts';
import type { Deal } from '../import/deal.ts';
import { finish } from '../import/inspect.ts';
import { exactSum } from './exactSum.ts';
import { type ChangedLine, differing, labelOf } from './sheetLines.ts';

type Cells = Readonly<Record<DealColumn, Value>>;

/** What a file would do to a sheet of commission by deal. */
export interface DealsPreview {
  readonly sheet: DealsSheet;
  readonly added: readonly Cells[];
  readonly changed: readonly ChangedLine<DealColumn>[];
  /** Deals that stand there as the file has them. */
  readonly same: number;
  /** Rows with a number that the file does not have among the won deals of the period. */
  readonly gone: readonly DealLine[];
  /** Invented rows, which real ones take the place of. */
  readonly samples: readonly DealLine[];
  /** Won deals of the file that are of another period. */
  readonly outside: number;
  /** Who sold and is not among the people of the sheet, and what was sold and is not among its products. */
  readonly strangers: readonly string[];
  readonly unknown: readonly string[];
  /** What the won deals of the period come to. */
  readonly total: number;
}

export interface DealsTask {
  readonly sheet: DealsSheet;
  readonly deals: readonly Deal[];
  readonly isSample: (line: DealLine) => boolean;
}

/** A deal is known by its number, one without a number by all that it says but what was paid and what it cost. */
export function previewDeals(task: DealsTask): DealsPreview {
  return finish(previewingDeals(task));
}

/** The same, slice by slice: it yields how many of the deals are done. */
export function* previewingDeals({ sheet, deals, isSample }: DealsTask): Generator<number, DealsPreview> {
  const names = new Names(sheet);
  const within: Deal[] = [];
  let outside = 0;
  for (const [index, deal] of deals.entries()) {
    if (endsSlice(index + 1)) yield index / 3;
    // A row that sums up many deals is none of them.
    if (deal.outcome !== 'won' || deal.summed) continue;
    if (isWithin(deal, sheet)) within.push(deal);
    else outside++;
  }
  const entries: Cells[] = [];
  for (const deal of [...within].sort(byDay)) {
    entries.push(names.spelled(cellsOf(deal)));
    if (endsSlice(entries.length)) yield (deals.length + entries.length) / 3;
  }
  const known = knownColumns(entries);
  const samples = new Set(entries.length === 0 ? [] : sheet.deals.filter(isSample));
  const standing = new Map<string, DealLine[]>();
  for (const line of sheet.deals) if (!samples.has(line)) addTo(standing, keyOf(line.cells), line);
  const added: Cells[] = [];
  const changed: ChangedLine<DealColumn>[] = [];
  let [done, unchanged] = [0, 0];
  const own = new Map<Cells, DealLine>();
  for (const [entry, line] of paired(entries, standing, known)) {
    if (line) own.set(entry, line);
    if (endsSlice(++done)) yield (2 * deals.length + done) / 3;
    const columns = line ? differing(line, entry, known, isName) : [];
    if (!line) added.push(entry);
    else if (columns.length > 0) changed.push({ line, after: entry, columns });
    else unchanged++;
  }
  const left: DealLine[] = [];
  const sharing = sharedBy(own);
  for (const line of [...standing.values()].flat().sort((a, b) => a.row - b.row)) {
    const entry = sharing(line);
    if (!entry) left.push(line);
    else {
      const columns = differing(
        line,
        entry,
        known.filter(column => column !== 'Person'),
        isName,
      );
      if (columns.length > 0) changed.push({ line, after: entry, columns });
    }
  }
  return {
    sheet,
    added,
    changed,
    same: unchanged,
    gone: entries.length === 0 ? [] : left.filter(({ cells }) => cells.Number !== null && isOf(cells.Date, sheet)),
    samples: [...samples],
    outside,
    strangers: names.strangers,
    unknown: names.unknown,
    total: exactSum(within.map(({ amount }) => amount)),
  };
}

/** A deal without a day is of the month that the file is said to be of. */
export function isWithin({ closed, month }: Deal, { start, end }: Pick<DealsSheet, 'start' | 'end'>): boolean {
  if (closed !== undefined) return start <= closed && closed < end + 1;
  return month !== undefined && monthNumber(start) <= month && month <= monthNumber(end);
}

/**
 * A deal that people share has a row for each of them, with the same amount: the file names one of them, and the rest
 * says of all rows. A row of another amount is another order line.
 */
function sharedBy(own: ReadonlyMap<Cells, DealLine>): (line: DealLine) => Cells | undefined {
  const deals = new Map<string, (readonly [Cells, DealLine])[]>();
  for (const pair of own) if (pair[0].Number !== null) addTo(deals, keyOf(pair[0]), pair);
  return line => {
    const pairs = deals.get(keyOf(line.cells)) ?? [];
    const isNamed = pairs.some(([{ Person }]) => labelOf(Person) === labelOf(line.cells.Person));
    if (isNamed || line.cells.Person === null) return undefined;
    return pairs.find(([, other]) => areOfOneDeal(other, line))?.[0];
  };
}

function areOfOneDeal({ cells: a }: DealLine, { cells: b }: DealLine): boolean {
  return labelOf(a.Product) === labelOf(b.Product) && same(a.Amount, b.Amount);
}

/** A row of another period is none that the file should have. */
function isOf(day: Value, { start, end }: DealsSheet): boolean {
  return typeof day !== 'number' || (start <= day && day < end + 1);
}

/** Each of the file beside its row on the sheet, which is taken out of those that stand there. */
function* paired(
  entries: readonly Cells[],
  standing: Map<string, DealLine[]>,
  known: readonly DealColumn[],
): Generator<readonly [Cells, DealLine | undefined]> {
  // Order lines may share a number: those that are the same belong together before those that differ.
  const waiting: (readonly [Cells, readonly DealLine[]])[] = [];
  const found = new Map<Cells, DealLine>();
  const own = new Map<string, DealLine[]>();
  const take = (key: string, line: DealLine): DealLine => {
    standing.set(
      key,
      (standing.get(key) ?? []).filter(other => other !== line),
    );
    addTo(own, key, line);
    return line;
  };
  for (const entry of entries) {
    const lines = standing.get(keyOf(entry)) ?? [];
    const twin = lines.find(line => differing(line, entry, known, isName).length === 0);
    if (twin) found.set(entry, take(keyOf(entry), twin));
    else waiting.push([entry, lines]);
  }
  for (const [entry] of waiting) {
    const lines = standing.get(keyOf(entry)) ?? [];
    const ofProduct = lines.filter(({ cells }) => labelOf(cells.Product) === labelOf(entry.Product));
    const ofPerson = ofProduct.find(({ cells }) => labelOf(cells.Person) === labelOf(entry.Person));
    // Who has a row of the deal takes over nobody else's row of it: a refund leaves the shares as they are.
    const isShare = (line: DealLine): boolean =>
      !same(line.cells.Amount, entry.Amount) &&
      (own.get(keyOf(entry)) ?? []).some(
        other => labelOf(other.cells.Person) === labelOf(entry.Person) && areOfOneDeal(other, line),
      );
    const alike = ofPerson ?? [...ofProduct, ...lines].find(line => !isShare(line));
    // A row that was typed before the deal had its number is that deal.
    const unnumbered = keyOf({ ...entry, Number: null });
    const typed = alike ? undefined : standing.get(unnumbered)?.[0];
    if (alike) found.set(entry, take(keyOf(entry), alike));
    else if (typed) found.set(entry, take(unnumbered, typed));
  }
  for (const entry of entries) yield [entry, found.get(entry)];
}

function keyOf({ Number: number, Date: day, Customer, Product, Person, Amount }: Cells): string {
  if (number !== null) return `#${labelOf(number)}`;
  return [day, Customer, Product, Person, Amount].map(labelOf).join('|');
}

/** The columns of which the file says something; the others stay as they are. */
function knownColumns(entries: readonly Cells[]): readonly DealColumn[] {
  return DEAL_COLUMNS.filter(column => entries.some(entry => entry[column] !== null));
}

function isName(column: DealColumn): boolean {
  return column === 'Number' || column === 'Customer' || column === 'Product' || column === 'Person';
}

function cellsOf({ closed, id, customer, product, person, amount, collected, cost }: Deal): Cells {
  const day = closed === undefined ? null : Math.floor(closed);
  const texts = [id, customer, product, person].map(text => (text === '' ? null : text));
  return lineOf([day, ...texts, amount, collected ?? null, cost ?? null]);
}

function byDay({ closed: a = 0 }: Deal, { closed: b = 0 }: Deal): number {
  return a - b;
}

/** Sums by name want the spelling of the sheet's own lists. */
class Names {
  readonly strangers: string[] = [];
  readonly unknown: string[] = [];
  private readonly people: Map<string, string>;
  private readonly products: Map<string, string>;

  constructor({ people, products }: DealsSheet) {
    this.people = new Map(people.map(({ person }) => [labelKey(person), person]));
    this.products = new Map(products.map(product => [labelKey(product), product]));
  }

  spelled(cells: Cells): Cells {
    return {
      ...cells,
      Person: spelling(cells.Person, this.people, this.strangers),
      Product: spelling(cells.Product, this.products, this.unknown),
    };
  }
}

function spelling(name: Value, list: Map<string, string>, missing: string[]): Value {
  if (typeof name !== 'string') return name;
  const key = labelKey(name);
  const found = list.get(key);
  if (found !== undefined) return found;
  // From then on it is spelled as it was first.
  list.set(key, name);
  missing.push(name);
  return name;
}
