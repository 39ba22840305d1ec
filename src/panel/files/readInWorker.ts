import type { Cell } from '../../kernel/cell.ts';
import type { Text } from '../../kernel/text.ts';
import { LIMITS, problems } from './limits.ts';
import { Stopped, type Watch } from './progress.ts';
import type { FileTable } from './readFile.ts';
import type { FromWorker, ToWorker } from './workerMessages.ts';

/**
 * Reads a file in a worker, so that the pane never stands still. Where the page may not start one (a strict content
 * security policy, an old webview) it is read here, in slices.
 */
export async function readInWorker(file: File, start: () => Worker, watch: Watch = {}): Promise<FileTable | Text> {
  if (file.size === 0) return problems.empty;
  if (file.size > LIMITS.bytes) return problems.tooLarge(file.size);
  let worker: Worker;
  try {
    worker = start();
  } catch {
    return readHere(file, watch);
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return await ask(worker, { name: file.name, bytes }, watch);
  } catch (reason) {
    if (reason instanceof Stopped) throw reason;
    return reason instanceof NoWorker ? readHere(file, watch) : problems.unreadable;
  } finally {
    worker.terminate();
  }
}

/** What reads files is loaded only where no worker does it. */
async function readHere(file: File, watch: Watch): Promise<FileTable | Text> {
  const { readFile } = await import('./readFile.ts');
  return readFile(file, watch);
}

class NoWorker extends Error {}

function ask(worker: Worker, message: ToWorker, { progress, signal }: Watch): Promise<FileTable | Text> {
  return new Promise((resolve, reject) => {
    const sheets: { name: string; cells: (readonly Cell[])[] }[] = [];
    worker.onerror = () => reject(new NoWorker());
    if (signal?.aborted) reject(new Stopped());
    signal?.addEventListener('abort', () => reject(new Stopped()), { once: true });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      switch (data.kind) {
        case 'progress':
          progress?.(data.share);
          break;
        case 'rows': {
          const sheet = sheets[data.sheet] ?? { name: data.title, cells: [] };
          sheets[data.sheet] = sheet;
          for (const row of data.rows) sheet.cells.push(row);
          break;
        }
        case 'done':
          resolve({ name: data.name, encoding: data.encoding, sheets });
          break;
        case 'problem':
          resolve(data.problem);
      }
    };
    worker.postMessage(message, [message.bytes.buffer]);
  });
}
