import { del, get, set } from 'idb-keyval';
import type { Book, KeptBook } from '../book/book.ts';
import type { HostName } from './settings.ts';

/** The data of another version are not opened. */
const VERSION = 1;
/** Changes come in runs; the workbook is kept when one is over. */
const QUIET = 800;

const keyOf = (host: HostName): string => `workbook ${host} ${VERSION}`;

/** The workbook of a host in this browser. One page at a time has it: a second one would write over the first one's. */
export class WorkbookKeeper {
  readonly #key: string;
  #ended = false;

  private constructor(key: string) {
    this.#key = key;
  }

  /** Undefined where another page has the workbook, or the browser has no locks. */
  static async of(host: HostName): Promise<WorkbookKeeper | undefined> {
    const key = keyOf(host);
    return (await isOurs(key).catch(() => false)) ? new WorkbookKeeper(key) : undefined;
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

/**
 * A page that is being left gives its lock back a little late, and is waited for. One that lives says that it has it,
 * to whoever asks and to whoever waits already.
 */
function isOurs(key: string): Promise<boolean> {
  const pages = new BroadcastChannel(key);
  const waiting = new AbortController();
  pages.onmessage = ({ data }) => {
    if (data === 'ours') waiting.abort();
  };
  pages.postMessage('whose?');
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(key, { signal: waiting.signal }, () => {
        pages.onmessage = ({ data }) => {
          if (data === 'whose?') pages.postMessage('ours');
        };
        pages.postMessage('ours');
        resolve(true);
        // Held until the page is gone.
        return new Promise(() => undefined);
      })
      .catch(reject);
  });
}
