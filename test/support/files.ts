import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isText } from '../../src/files/limits.ts';
import { type FileTable, readBytes } from '../../src/files/readFile.ts';
import type { Matrix } from '../../src/kernel/cell.ts';
import { type Answers, inspect } from '../../src/month/import/inspect.ts';
import { matchColumns } from '../../src/month/import/matchColumns.ts';
import { readRows } from '../../src/month/import/readRows.ts';
import { sharedFolder } from './shared.ts';

/** A file of the test material, read as the pane reads it. */
export async function sharedTable(path: string): Promise<FileTable> {
  if (sharedFolder === undefined) throw new Error('there is no folder "shared" beside the checkout');
  const table = await readBytes(path, new Uint8Array(readFileSync(join(sharedFolder, path))));
  if (isText(table)) throw new Error(table.en);
  return table;
}

export function cellsOf(table: FileTable): Matrix {
  return table.sheets[0]?.cells ?? [];
}

/** The whole import as the user sees it, every proposal confirmed. */
export function imported(cells: Matrix, answers: Answers = {}, minimumShare?: number) {
  const matching = matchColumns(cells);
  const { columns, headingRow } = matching;
  const inspection = inspect(cells, matching, columns, answers);
  const reading = readRows({
    cells,
    headingRow,
    columns,
    styles: inspection.styles,
    stages: answers.stages,
    minimumShare,
  });
  return { matching, inspection, reading };
}
