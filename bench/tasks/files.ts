import { writeXlsx } from 'hucre';
import Papa from 'papaparse';
import { isText } from '../../src/files/limits.ts';
import { type FileTable, readBytes } from '../../src/files/readFile.ts';
import { outcomeOf } from '../../src/tables/outcome.ts';
import type { Task } from '../task.ts';
import { csvOf, HEADINGS, type Sold, sold } from './deals.ts';

const PEOPLE = 200;
const MILLISECONDS_A_DAY = 86_400_000;
const UNIX_EPOCH = 25_569;

async function tableOf(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<FileTable> {
  const table = await readBytes(name, bytes);
  if (isText(table)) throw new RangeError(table.en);
  return table;
}

/** From the bytes to sums by month and person, as the pane brings a file in. */
export function csvTask(rows: number): Task {
  const bytes = csvOf(sold(rows, PEOPLE));
  return {
    name: 'Import CSV',
    size: `${rows.toLocaleString('en')} rows`,
    kind: 'work',
    against: 'Papa Parse and a loop that sums what was won by person, without a check',
    budget: { bare: 18 },
    ours: async () => outcomeOf(await tableOf('deals.csv', bytes)).sums.all,
    bare() {
      const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes));
      const cents = new Map<string, number>();
      for (const [, person = '', , , , amount, stage] of data) {
        if (stage === 'Won') cents.set(person, (cents.get(person) ?? 0) + Math.round(Number(amount) * 100));
      }
      return [...cents.values()].reduce((sum, own) => sum + own, 0) / 100;
    },
  };
}

/** From the bytes to cells. */
export async function xlsxTask(rows: number): Promise<Task> {
  const deals = sold(rows, PEOPLE);
  const csv = csvOf(deals);
  const xlsx = new Uint8Array(await writeXlsx({ sheets: [{ name: 'Deals', rows: [HEADINGS, ...deals.map(line)] }] }));
  const filled = (table: FileTable): number => table.sheets[0]?.cells.flat().filter(cell => cell !== null).length ?? 0;
  return {
    name: 'Import XLSX',
    size: `${rows.toLocaleString('en')} rows`,
    kind: 'work',
    against: 'our own reading of the same rows from CSV',
    budget: { bare: 4 },
    ours: async () => filled(await tableOf('deals.xlsx', xlsx)),
    bare: async () => filled(await tableOf('deals.csv', csv)),
  };
}

function line({ closed, created, ...deal }: Sold): (string | number | Date)[] {
  return [...Object.values(deal), dayOf(closed), dayOf(created)];
}

function dayOf(serial: number): Date {
  return new Date((serial - UNIX_EPOCH) * MILLISECONDS_A_DAY);
}
