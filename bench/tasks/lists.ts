import { COUNT, COUNTIF } from '@formulajs/formulajs';
import { csat } from '../../src/functions/csat.ts';
import { nps } from '../../src/functions/nps.ts';
import { repurchase } from '../../src/functions/repurchase.ts';
import { randomFrom } from '../random.ts';
import type { Task } from '../task.ts';

/** One answer in fifty is blank. */
const BLANKS = 0.02;

/** formulajs flattens ranges in quadratic time, so its columns are flat beforehand. */
type Column = (number | string | null)[][];

function column(rows: number, cell: (random: () => number) => number | string): Column {
  const random = randomFrom(rows);
  return Array.from({ length: rows }, () => [random() < BLANKS ? null : cell(random)]);
}

const TOKENS = new Set(['', 'NA', 'N/A', '-', '–', '—', '无']);

/** What the list functions skip, as one writes it by hand. */
function isSkipped(cell: unknown): boolean {
  return cell === null || (typeof cell === 'string' && TOKENS.has(cell.trim().toUpperCase()));
}

export function npsTask(rows: number): Task {
  const scores = column(rows, random => Math.floor(random() * 11));
  const flat = scores.flat();
  return {
    name: 'NPS',
    size: `${rows.toLocaleString('en')} cells`,
    kind: 'list',
    ours: () => nps.call([scores]),
    bare() {
      let promoters = 0;
      let detractors = 0;
      let total = 0;
      for (const row of scores) {
        for (const cell of row) {
          if (typeof cell === 'number' && cell >= 0 && cell <= 10 && cell % 1 === 0) {
            total++;
            if (cell >= 9) promoters++;
            else if (cell <= 6) detractors++;
          } else if (!isSkipped(cell)) return '#VALUE!';
        }
      }
      return (100 * (promoters - detractors)) / total;
    },
    formulajs: () => (100 * (Number(COUNTIF(flat, '>=9')) - Number(COUNTIF(flat, '<=6')))) / Number(COUNT(flat)),
    sheet: {
      cells: scores,
      formulas: [
        {
          row: 0,
          column: 2,
          formula: `=100*(COUNTIF(A1:A${rows},">=9")-COUNTIF(A1:A${rows},"<=6"))/COUNT(A1:A${rows})`,
        },
      ],
      edited: { row: 1, column: 0, other: 5 },
      result: { row: 0, column: 2 },
    },
  };
}

export function csatTask(rows: number): Task {
  const scores = column(rows, random => 1 + Math.floor(random() * 5));
  const flat = scores.flat();
  return {
    name: 'CSAT',
    size: `${rows.toLocaleString('en')} cells`,
    kind: 'list',
    ours: () => csat.call([scores]),
    bare() {
      let satisfied = 0;
      let total = 0;
      for (const row of scores) {
        for (const cell of row) {
          if (typeof cell === 'number' && cell >= 1 && cell <= 5) {
            total++;
            if (cell >= 4) satisfied++;
          } else if (!isSkipped(cell)) return '#VALUE!';
        }
      }
      return satisfied / total;
    },
    formulajs: () => Number(COUNTIF(flat, '>=4')) / Number(COUNT(flat)),
    sheet: {
      cells: scores,
      formulas: [{ row: 0, column: 2, formula: `=COUNTIF(A1:A${rows},">=4")/COUNT(A1:A${rows})` }],
      edited: { row: 1, column: 0, other: 3 },
      result: { row: 0, column: 2 },
    },
  };
}

/** Built-in formulas count every row against all rows, so they take part in a small column only. */
export function repurchaseTask(rows: number, withPeers: boolean): Task {
  const customers = column(rows, random => `Customer ${Math.floor(random() * rows * 0.4)}`);
  const task: Task = {
    name: 'REPURCHASE',
    size: `${rows.toLocaleString('en')} cells`,
    kind: 'list',
    ours: () => repurchase.call([customers]),
    bare() {
      const orders = new Map<string, number>();
      for (const row of customers) {
        for (const cell of row) {
          if (isSkipped(cell)) continue;
          const key = String(cell).normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
          orders.set(key, (orders.get(key) ?? 0) + 1);
        }
      }
      let again = 0;
      for (const count of orders.values()) if (count >= 2) again++;
      return again / orders.size;
    },
  };
  if (!withPeers) return task;
  const names = customers.map(([name]) => name ?? '');
  return {
    ...task,
    formulajs() {
      const counts = names.map(name => (name === '' ? 0 : Number(COUNTIF(names, name))));
      const people = counts.reduce((total, count) => total + (count > 0 ? 1 / count : 0), 0);
      return counts.reduce((total, count) => total + (count >= 2 ? 1 / count : 0), 0) / people;
    },
    sheet: {
      cells: customers,
      formulas: [
        ...customers.flatMap((_, row) => [
          { row, column: 1, formula: `=IF(A${row + 1}="",0,COUNTIF(A$1:A$${rows},A${row + 1}))` },
          { row, column: 2, formula: `=IF(B${row + 1}>0,1/B${row + 1},0)` },
        ]),
        { row: 0, column: 4, formula: `=SUMIF(B1:B${rows},">=2",C1:C${rows})/SUM(C1:C${rows})` },
      ],
      edited: { row: 1, column: 0, other: 'Customer 0' },
      result: { row: 0, column: 4 },
    },
  };
}
