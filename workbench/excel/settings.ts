import type { ExcelContext } from './context.ts';
import { HostCollection, HostObject, invalidArgument, itemNotFound } from './hostObject.ts';

/** Excel on the web keeps 2 MB; which error tells of more is not documented. */
const MOST_BYTES = 2 * 1024 * 1024;

/** What the add-in keeps in the workbook, apart from its cells. */
export class SettingCollection extends HostCollection<Setting> {
  readonly #kept: Map<string, unknown>;

  constructor({ book }: ExcelContext) {
    super();
    this.#kept = book.facts('settings', () => new Map<string, unknown>());
  }

  items(): readonly Setting[] {
    return [...this.#kept.keys()].map(key => new Setting(key, this.#kept));
  }

  indexer(key: string | number): Setting {
    return this.GetItem(String(key));
  }

  GetItem(key: string): Setting {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound();
    return found;
  }

  GetItemOrNullObject(key: string): Setting | null {
    return this.#kept.has(key) ? new Setting(key, this.#kept) : null;
  }

  Add(key: string, value: unknown): Setting {
    const others = [...this.#kept].filter(([other]) => other !== key);
    const bytes = new TextEncoder().encode(JSON.stringify([...others, [key, value]])).length;
    if (bytes > MOST_BYTES) throw invalidArgument();
    this.#kept.set(key, value);
    return new Setting(key, this.#kept);
  }
}

class Setting extends HostObject {
  readonly #key: string;
  readonly #kept: Map<string, unknown>;

  constructor(key: string, kept: Map<string, unknown>) {
    super();
    this.#key = key;
    this.#kept = kept;
  }

  override get hostId(): string {
    return this.#key;
  }
  get Key(): string {
    return this.#key;
  }
  get Value(): unknown {
    return this.#kept.get(this.#key);
  }

  Delete(): void {
    this.#kept.delete(this.#key);
  }
}
