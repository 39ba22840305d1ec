import { HostCollection, HostObject, itemNotFound } from './hostObject.ts';
import type { Range } from './range.ts';

/** What the columns of a table need of it. */
interface Whole {
  GetRange(): Range;
  GetHeaderRowRange(): Range;
  GetDataBodyRange(): Range;
}

/** The columns of a table, by their headings or from the left. */
export class TableColumnCollection extends HostCollection<TableColumn> {
  readonly #table: Whole;

  constructor(table: Whole) {
    super();
    this.#table = table;
  }

  get Count(): number {
    return this.#table.GetRange().ColumnCount;
  }

  items(): readonly TableColumn[] {
    return Array.from({ length: this.Count }, (_, index) => new TableColumn(this.#table, index));
  }

  indexer(key: string | number): TableColumn {
    return this.GetItem(key);
  }

  /** By its heading, or by its id: a number from 1. */
  GetItem(key: string | number): TableColumn {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound();
    return found;
  }

  GetItemOrNullObject(key: string | number): TableColumn | null {
    const isKey = ({ Id, Name }: TableColumn): boolean =>
      typeof key === 'number' ? Id === key : Name.toLowerCase() === key.toLowerCase();
    return this.items().find(isKey) ?? null;
  }

  GetItemAt(index: number): TableColumn {
    const found = this.items()[index];
    if (!found) throw itemNotFound();
    return found;
  }
}

class TableColumn extends HostObject {
  readonly #table: Whole;
  readonly #index: number;

  constructor(table: Whole, index: number) {
    super();
    this.#table = table;
    this.#index = index;
  }

  get Id(): number {
    return this.#index + 1;
  }
  get Index(): number {
    return this.#index;
  }
  get Name(): string {
    return String(this.GetHeaderRowRange().Values[0]?.[0] ?? '');
  }
  set Name(name: string) {
    this.GetHeaderRowRange().Values = [[name]];
  }
  get Values(): unknown {
    return this.GetRange().Values;
  }

  GetRange(): Range {
    return this.#table.GetRange().GetColumn(this.#index);
  }
  GetHeaderRowRange(): Range {
    return this.#table.GetHeaderRowRange().GetColumn(this.#index);
  }
  GetDataBodyRange(): Range {
    return this.#table.GetDataBodyRange().GetColumn(this.#index);
  }
}
