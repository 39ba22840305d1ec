import { del, get, set } from 'idb-keyval';
import type { Book, KeptBook } from '../book/book.ts';
import type { HostName } from './settings.ts';

/** The data of another version are not opened. */
const VERSION = 1;
/** Changes come in runs; the workbook is kept when one is over. */
const QUIET = 800;
/** A page that is being left gives its place back a little late. */
const PATIENCE = 1000;

const keyOf = (host: HostName): string => `workbook ${host} ${VERSION}`;

/** The workbook of a host in this browser. One page at a time has it: a second one would write over the first one's. */
export class Keeper {
  readonly #key: string;
  #ended = false;

  private constructor(key: string) {
    this.#key = key;
  }

  /** Undefined where another page has the workbook, or the browser keeps nothing. */
  static async of(host: HostName): Promise<Keeper | undefined> {
    const key = keyOf(host);
    const has = await new Promise<boolean>(resolve => {
      navigator.locks
        .request(key, { signal: AbortSignal.timeout(PATIENCE) }, () => {
          resolve(true);
          // Held until the page is gone.
          return new Promise(() => undefined);
        })
        .catch(() => resolve(false));
    }).catch(() => false);
    return has ? new Keeper(key) : undefined;
  }

  read(): Promise<KeptBook | undefined> {
    return get<KeptBook>(this.#key);
  }

  /** From the first change on. */
  follow(book: Book, failed: () => void): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      if (timer === undefined || this.#ended) return;
      clearTimeout(timer);
      timer = undefined;
      set(this.#key, book.keep()).catch(failed);
    };
    book.onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(keep, QUIET);
    });
    document.addEventListener('visibilitychange', keep);
    addEventListener('pagehide', keep);
  }

  async forget(): Promise<void> {
    this.#ended = true;
    await del(this.#key);
  }
}
