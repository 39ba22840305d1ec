import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCsv } from '../../../workbench/page/csv.ts';
import { type OfficeInNode, officeInNode } from '../../support/officeInNode.ts';
import { readShared, sharedFolder, withoutShared } from '../../support/shared.ts';

/** A function's result over a CSV file that was opened in the workbench, as it stands in the cells. */
describe.skipIf(sharedFolder === undefined).each(['web', 'desktop'] as const)(
  `real files in the workbench as Excel (%s)${withoutShared}`,
  platform => {
    let office: OfficeInNode;
    beforeAll(async () => {
      office = await officeInNode({ platform });
    });
    afterAll(() => office.book.dispose());

    const compute = async (file: string, at: string, formula: string, result: string) => {
      const name = await openCsv(office.book, `${file}.csv`, readShared(`data/${file}.csv`));
      const sheet = office.book.workbook.getSheetByName(name);
      sheet?.getRange(at).setValue({ f: formula });
      await office.book.calculated();
      return sheet?.getRange(result).getValues() ?? [];
    };

    it('a survey gives the published net promoter score', async () => {
      const [[score] = []] = await compute('preppin_nps_sudzilla_survey', 'N2', '=KPI.NPS(B2:B40)', 'N2');
      expect(score).toBeCloseTo(-35.897, 3);
    });

    it('40 store-quarters give their published achievements', async () => {
      const file = 'preppin_store_targets_PUBLISHED';
      const achieved = (await compute(file, 'K2', '=KPI.ACHIEVEMENT(D2:D41, C2:C41)', 'K2:K41')).flat().map(Number);
      const published = readShared(`data/${file}.csv`)
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map(line => Number(line.split(',')[1]));
      // The published percentages are cut off, not rounded.
      expect(achieved.map(value => Math.trunc(value * 100 + 1e-9))).toEqual(published);
      expect(achieved.filter(value => value >= 1)).toHaveLength(15);
      const [[total] = []] = await compute(file, 'K2', '=KPI.ACHIEVEMENT(SUM(D2:D41), SUM(C2:C41))', 'K2');
      expect(total).toBeCloseTo(0.90431, 5);
    });

    it('100 orders give their leaderboard by salesperson', async () => {
      const shown = await compute('cn_sales_small', 'Q1', '=KPI.LEADERBOARD(D2:D101, J2:J101)', 'Q1:S9');
      const totals = new Map<string, number>();
      for (const line of readShared('data/cn_sales_small.csv').trim().split(/\r?\n/).slice(1)) {
        const cells = line.split(',');
        totals.set(cells[3] ?? '', (totals.get(cells[3] ?? '') ?? 0) + Math.round(Number(cells[9]) * 100));
      }
      const expected = [...totals].sort(([, a], [, b]) => b - a).map(([name, cents]) => [name, cents / 100]);
      const rows = shown.map(row => row.slice(0, 3)).filter(row => expected.some(([name]) => row.includes(name ?? '')));
      expect(
        rows.map(row => [
          row.find(cell => typeof cell === 'string'),
          row.filter(cell => typeof cell === 'number').at(-1),
        ]),
      ).toEqual(expected);
      expect(rows).toHaveLength(8);
    });
  },
);
