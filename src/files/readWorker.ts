import { problems } from './limits.ts';
import { readBytes } from './readFile.ts';
import type { FromWorker, ToWorker } from './workerMessages.ts';

/** The worker's own script: a host bundles it by itself and hands its address to `readInWorker`. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}

const ROWS_A_MESSAGE = 5000;

export function serve(scope: WorkerScope): void {
  scope.onmessage = ({ data: { name, bytes, choices } }) => {
    scope.postMessage({ kind: 'begun' });
    const progress = (share: number): void => scope.postMessage({ kind: 'progress', share });
    readBytes(name, bytes, choices, { progress }).then(
      table => {
        if (!('sheets' in table)) {
          scope.postMessage({ kind: 'problem', problem: table });
          return;
        }
        // In slices: one message of 100,000 rows would freeze the pane while it is unpacked.
        for (const [sheet, { cells }] of table.sheets.entries()) {
          for (let from = 0; from < cells.length; from += ROWS_A_MESSAGE) {
            scope.postMessage({ kind: 'rows', sheet, rows: cells.slice(from, from + ROWS_A_MESSAGE) });
          }
        }
        const sheets = table.sheets.map(sheet => ({ ...sheet, cells: [] }));
        scope.postMessage({ kind: 'done', table: { ...table, sheets } });
      },
      () => scope.postMessage({ kind: 'problem', problem: problems.workerDied }),
    );
  };
}
