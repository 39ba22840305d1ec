import { isText } from '../../src/files/limits.ts';
import { type FileChoices, readBytes, readPasted } from '../../src/files/readFile.ts';
import { type ImportOptions, type ImportOutcome, outcomeOf } from '../../src/tables/outcome.ts';

/** What comes of a file of these bytes, or of this text in UTF-8. */
export async function outcomeFrom(
  file: string | Uint8Array<ArrayBuffer>,
  options: ImportOptions & FileChoices = {},
): Promise<ImportOutcome> {
  const bytes = typeof file === 'string' ? new Uint8Array(new TextEncoder().encode(file)) : file;
  const table = await readBytes('file', bytes, options);
  if (isText(table)) throw new Error(table.en);
  return outcomeOf(table, options);
}

export async function outcomeOfPasted(text: string, options: ImportOptions = {}): Promise<ImportOutcome> {
  const table = await readPasted(text);
  if (isText(table)) throw new Error(table.en);
  return outcomeOf(table, options);
}

export const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

/** What is said besides that every deal counts, where no column says otherwise. */
export const withoutStages = (warnings: readonly string[]): string[] =>
  warnings.filter(text => !text.includes('No column says what was won'));
