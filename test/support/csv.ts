import Papa from 'papaparse';
import { readShared } from './shared.ts';

export type CsvRow = Readonly<Record<string, string>>;

const read = new Map<string, CsvRow[]>();

/** The rows of a file of test material, by their headings. */
export function csvRows(path: string, encoding?: string): CsvRow[] {
  const rows =
    read.get(path) ?? Papa.parse<CsvRow>(readShared(path, encoding), { header: true, skipEmptyLines: true }).data;
  read.set(path, rows);
  return rows;
}

/** A column as a spreadsheet would hold it after the file was opened: figures as numbers, nothing as a blank. */
export function columnOf(rows: readonly CsvRow[], heading: string): (number | string | null)[] {
  return rows.map(row => {
    const text = row[heading] ?? '';
    if (text === '') return null;
    return Number.isFinite(Number(text)) ? Number(text) : text;
  });
}
