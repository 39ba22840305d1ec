import type { Cell } from '../kernel/cell.ts';
import type { Text } from '../kernel/text.ts';
import { LIMITS, problems } from './limits.ts';
import { Stopped, type Watch } from './progress.ts';
import type { FileChoices, FileTable } from './readFile.ts';
import { type FromWorker, receivedRow, type ToWorker } from './workerMessages.ts';

/**
 * Reads a file in a worker, so that the pane never stands still. Where the page may not start one (a strict content
 * security policy, an old webview) it is read here, in slices.
 */
export async function readInWorker(
  file: File,
  start: () => Worker,
  choices: FileChoices = {},
  watch: Watch = {},
): Promise<FileTable | Text> {
  if (file.size === 0) return problems.empty;
  if (file.size > LIMITS.bytes) return problems.tooLarge(file.size);
  let worker: Worker;
  try {
    worker = start();
  } catch {
    return readHere(file, choices, watch);
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return await ask(worker, { name: file.name, bytes, choices }, watch);
  } catch (reason) {
    if (reason instanceof Stopped) throw reason;
    return reason instanceof NoWorker ? readHere(file, choices, watch) : problems.unreadable;
  } finally {
    worker.terminate();
  }
}

/** What reads files is loaded only where no worker does it. */
async function readHere(file: File, choices: FileChoices, watch: Watch): Promise<FileTable | Text> {
  const { readFile } = await import('./readFile.ts');
  return readFile(file, choices, watch);
}

/** It could not be started. */
class NoWorker extends Error {}

/** It said nothing any more: a worker that runs out of memory is ended without a word. */
const SILENCE_MILLISECONDS = 60_000;

function ask(worker: Worker, message: ToWorker, { progress, signal }: Watch): Promise<FileTable | Text> {
  let silence: ReturnType<typeof setTimeout> | undefined;
  const answer = new Promise<FileTable | Text>((resolve, reject) => {
    const rows: (readonly Cell[])[][] = [];
    let begun = false;
    const die = (): void => resolve(problems.workerDied);
    worker.onerror = () => (begun ? die() : reject(new NoWorker()));
    worker.onmessageerror = die;
    if (signal?.aborted) reject(new Stopped());
    signal?.addEventListener('abort', () => reject(new Stopped()), { once: true });
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      begun = true;
      clearTimeout(silence);
      silence = setTimeout(die, SILENCE_MILLISECONDS);
      switch (data.kind) {
        case 'begun':
          break;
        case 'progress':
          progress?.(data.share);
          break;
        case 'rows': {
          const sheet = rows[data.sheet] ?? [];
          rows[data.sheet] = sheet;
          for (const row of data.rows) sheet.push(receivedRow(row));
          break;
        }
        case 'done': {
          const sheets = data.table.sheets.map((sheet, index) => ({ ...sheet, cells: rows[index] ?? [] }));
          resolve({ ...data.table, sheets });
          break;
        }
        case 'problem':
          resolve(data.problem);
      }
    };
    worker.postMessage(message, [message.bytes.buffer]);
  });
  return answer.finally(() => clearTimeout(silence));
}
