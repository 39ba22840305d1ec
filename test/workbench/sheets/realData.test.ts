import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCsv } from '../../../workbench/page/csv.ts';
import { readShared, sharedFolder, withoutShared } from '../../support/shared.ts';
import { type Played, playSheets } from '../../support/sheets.ts';

describe.skipIf(sharedFolder === undefined)(`real files opened in Google Sheets${withoutShared}`, () => {
  let played: Played;
  beforeAll(async () => {
    played = await playSheets();
  });
  afterAll(() => played.book.dispose());

  const open = (name: string): Promise<string> => openCsv(played.book, name, readShared(`data/${name}`));
  const formulas = async (cells: Readonly<Record<string, string>>, read: string): Promise<unknown[][]> => {
    const sheet = played.book.workbook.insertSheet();
    for (const [a1, formula] of Object.entries(cells)) sheet.getRange(a1).setValue({ f: formula });
    await played.book.calculated();
    return sheet.getRange(read).getValues();
  };

  it('KPI_NPS over a survey of 39 answers is the one that was published', async () => {
    const sheet = await open('preppin_nps_sudzilla_survey.csv');
    const [[nps]] = (await formulas({ A1: `=KPI_NPS(${sheet}!B1:B40)` }, 'A1')) as [[number]];
    expect(nps).toBeCloseTo(-35.897, 3);
  });

  it('KPI_ACHIEVEMENT over 40 store-quarters gives the published results', async () => {
    const sales = await open('preppin_store_monthly_sales.csv');
    const targets = await open('preppin_store_quarter_targets.csv');
    const quarter = (months: string, target: string): string => {
      const sum = [...months].map(column => `${sales}!${column}2:${column}11`).join('+');
      return `=ARRAYFORMULA(KPI_ACHIEVEMENT(${sum},${targets}!${target}2:${target}11))`;
    };
    const shown = await formulas(
      {
        A1: `=ARRAYFORMULA(${sales}!A2:A11)`,
        B1: `=ARRAYFORMULA(${targets}!A2:A11)`,
        C1: quarter('BCD', 'C'),
        D1: quarter('EFG', 'D'),
        E1: quarter('HIJ', 'E'),
        F1: quarter('KLM', 'F'),
        G1: `=KPI_ACHIEVEMENT(SUM(${sales}!B2:M11),SUM(${targets}!C2:F11))`,
      },
      'A1:G10',
    );
    const published = Papa.parse<Record<string, string>>(
      readShared('data/preppin_store_targets_PUBLISHED.csv').trim(),
      {
        header: true,
      },
    ).data;
    const computed = new Map<string, number>();
    for (const [store, again, ...quarters] of shown) {
      expect(again).toBe(store);
      for (const [index, value] of quarters.slice(0, 4).entries()) computed.set(`${store} ${index + 1}`, Number(value));
    }
    expect(published).toHaveLength(40);
    for (const row of published) {
      const key = `${row.Store} ${row.Quarter}`;
      expect([key, Math.trunc((computed.get(key) ?? 0) * 100 + 1e-9)]).toEqual([
        key,
        Number(row['Variance to Target %']),
      ]);
    }
    expect([...computed.values()].filter(value => value >= 1)).toHaveLength(15);
    expect(shown[0]?.[6]).toBeCloseTo(0.90431, 5);
  });

  it('KPI_LEADERBOARD over 100 orders adds up to the file, best first', async () => {
    const sheet = await open('cn_sales_small.csv');
    const rows = await formulas(
      { A1: `=KPI_LEADERBOARD(${sheet}!D1:D101,${sheet}!J1:J101)`, F1: `=SUM(${sheet}!J2:J101)` },
      'A1:F9',
    );
    const people = rows.filter(row => typeof row[0] === 'number');
    const values = people.map(row => Number(row[2]));
    expect(people).toHaveLength(8);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(values.reduce((a, b) => a + b)).toBeCloseTo(899_904.94, 2);
    expect(rows[0]?.[5]).toBeCloseTo(899_904.94, 2);
  });
});
