import type { ExcelContext } from './context.ts';
import { HostCollection, HostObject, itemNotFound } from './hostObject.ts';

const settings = new WeakMap<object, Map<string, unknown>>();

/** What the add-in keeps in the workbook, apart from its cells. */
export class SettingCollection extends HostCollection<Setting> {
  readonly #kept: Map<string, unknown>;

  constructor({ book }: ExcelContext) {
    super();
    this.#kept = settings.get(book) ?? new Map<string, unknown>();
    settings.set(book, this.#kept);
  }

  items(): readonly Setting[] {
    return [...this.#kept].map(([key, value]) => new Setting(key, value));
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
    return this.#kept.has(key) ? new Setting(key, this.#kept.get(key)) : null;
  }

  Add(key: string, value: unknown): Setting {
    this.#kept.set(key, value);
    return new Setting(key, value);
  }
}

class Setting extends HostObject {
  readonly #key: string;
  readonly #value: unknown;

  constructor(key: string, value: unknown) {
    super();
    this.#key = key;
    this.#value = value;
  }

  override get hostId(): string {
    return this.#key;
  }
  get Key(): string {
    return this.#key;
  }
  get Value(): unknown {
    return this.#value;
  }
}
