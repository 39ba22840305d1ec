import { describe, expect, it } from 'vitest';
import { lines, outcomeFrom, withoutStages } from '../support/outcome.ts';
import { rowsXml, workbook } from '../support/zip.ts';

describe('a file without headings', () => {
  it('is known as such; its columns go by what they hold, and are asked about', async () => {
    const text = lines('2024-03-01;Anna;West;1.250,00', '2024-03-02;Ben;East;200,00', '2024-04-02;Ben;East;50,00');
    const { file, columns, questions, sums } = await outcomeFrom(text);
    expect(file).toMatchObject({ headingRow: null, rows: 3 });
    expect(columns).toMatchObject({ closed: 'Close date (A)', person: 'Salesperson (B)', amount: 'Amount (D)' });
    expect(questions.map(({ about }) => about)).toContain('headings');
    expect(sums.month).toEqual({ '2024-03': 1450, '2024-04': 50 });
  });

  it('is taken at the user’s word', async () => {
    const text = lines('Anna,100,2024-03-01', 'Ben,200,2024-03-02');
    expect((await outcomeFrom(text, { answers: { headings: false } })).sums.all).toBe(300);
    expect((await outcomeFrom(text, { answers: { headings: true } })).file?.headingRow).toBe(1);
  });
});

describe('a unit above the table', () => {
  it.each([
    ['单位：万元', '销售员,金额,日期', '张伟,12.3,2024-03-01', 123_000],
    ['（单位：千元）', '销售员,金额,日期', '张伟,12.3,2024-03-01', 12_300],
    ['USD thousands', 'Owner,Sales,Close date', 'Anna,12.3,2024-03-01', 12_300],
    ['in millions', 'Owner,Sales,Close date', 'Anna,0.29,2024-03-01', 290_000],
  ])('%s is applied and said', async (unit, heading, row, sum) => {
    const { sums, warnings } = await outcomeFrom(lines(unit, heading, row));
    expect(sums.all).toBe(sum);
    expect(withoutStages(warnings)).toEqual([expect.stringContaining(unit)]);
  });

  it('does not touch quantities, nor a heading with a unit of its own', async () => {
    const { sums } = await outcomeFrom(lines('单位：万元', '销售员,数量,金额（元）,日期', '张伟,3,1200,2024-03-01'));
    expect(sums.all).toBe(1200);
  });
});

describe('rows below a blank line', () => {
  it('are deals where they have an amount and its day, whatever else they leave blank', async () => {
    const text = lines(
      'Owner,Region,Amount,Date',
      'Anna,East,100,2026-03-05',
      'Ben,West,50,2026-03-06',
      ',,,',
      'Cy,,7,2026-03-07',
      'Di,,8,2026-03-08',
    );
    expect((await outcomeFrom(text)).sums.all).toBe(165);
    const summary = lines(
      'Owner,Region,Amount,Date',
      'Anna,East,100,2026-03-05',
      'Ben,West,50,2026-03-06',
      ',,,',
      'Anna,,100,',
      'Ben,,50,',
    );
    expect((await outcomeFrom(summary)).sums.all).toBe(150);
  });
});

describe('a table beside the table', () => {
  it('is not read, and said', async () => {
    const text = lines('Owner,Amount,Date,,Owner,Amount,Date', 'Anna,100,2026-03-05,,Cy,7,2026-03-07');
    const { sums, warnings } = await outcomeFrom(text);
    expect(sums.all).toBe(100);
    expect(warnings.join()).toContain('another one from column E on, with the same headings (Owner, Amount, Date)');
    const twice = lines('Owner,Amount,Amount,Date', 'Anna,100,90,2026-03-05');
    expect((await outcomeFrom(twice)).warnings.join()).not.toContain('Beside');
  });
});

describe('months as columns', () => {
  it('become rows; sums beside and below them are left out', async () => {
    const text = lines('Owner,Jan 2026,Feb 2026,Total', 'Anna,100,200,300', 'Ben,10,,10', 'Total,110,200,310');
    const { sums, warnings, left } = await outcomeFrom(text);
    expect(sums).toMatchObject({ all: 310, person: { Anna: 300, Ben: 10 }, month: { '2026-01': 110, '2026-02': 200 } });
    expect(left.crossTotals?.count).toBe(1);
    expect(withoutStages(warnings)).toEqual([expect.stringContaining('Months stand as columns')]);
  });

  it('are compared with the file’s own sums', async () => {
    const { warnings } = await outcomeFrom(lines('Owner,Jan 2026,Feb 2026,Total', 'Anna,100,200,301'));
    expect(withoutStages(warnings)).toEqual([expect.anything(), expect.stringMatching(/own total.*row 2/)]);
  });

  it.each([
    ['销售员,2026年1月销售额,2026年2月销售额', '张伟,100,110'],
    ['Salesperson,Jan-26 Sales,Feb-26 Sales', 'Anna,100,110'],
    ['Salesperson,Sales Jan 2026,Sales Feb 2026', 'Anna,100,110'],
    ['Salesperson,Jan 2026 Actual,Feb 2026 Actual', 'Anna,100,110'],
  ])('are known beside what they measure: %s', async (heading, row) => {
    const { sums, questions } = await outcomeFrom(lines(heading, row));
    expect([sums.month, questions]).toEqual([{ '2026-01': 100, '2026-02': 110 }, []]);
  });

  it('are read for what was sold, and those of targets are named', async () => {
    const text = lines(
      'Salesperson,Jan 2026,,Feb 2026,',
      ',Target,Actual,Target,Actual',
      'Anna,100,90,100,110',
      'Ben,50,-,50,70',
    );
    const { sums, warnings } = await outcomeFrom(text);
    expect([sums.person, sums.month]).toEqual([
      { Anna: 200, Ben: 70 },
      { '2026-01': 90, '2026-02': 180 },
    ]);
    expect(warnings).toContain('Columns of months that hold no sales are not read: Jan 2026 Target, Feb 2026 Target');
    const { questions } = await outcomeFrom(
      lines('Rep,Jan 2026 Sales,Feb 2026 Sales,Jan 2026 Revenue,Feb 2026 Revenue', 'A,1,2,3,4'),
    );
    expect(questions.map(({ about }) => about)).toContain('column');
  });

  it('under a title of targets are said to be read as sales', async () => {
    const rows = ['销售员,1月,2月', '张伟,100,110'];
    const said = (await outcomeFrom(lines('2026年销售目标分解表', ...rows))).warnings.join();
    expect(said).toContain('“2026年销售目标分解表” speaks of targets');
    expect((await outcomeFrom(lines('2026年目标与实际对比', ...rows))).warnings.join()).not.toContain('targets');
  });

  it('take their year from the title, or ask', async () => {
    const rows = ['姓名,1月,2月', '张伟,100,200'];
    expect((await outcomeFrom(lines('2026年销售', ...rows))).sums.month).toEqual({ '2026-01': 100, '2026-02': 200 });
    expect((await outcomeFrom(lines(...rows))).questions.map(({ about }) => about)).toContain('year');
    expect((await outcomeFrom(lines(...rows), { answers: { year: 2025 } })).sums.month).toEqual({
      '2025-01': 100,
      '2025-02': 200,
    });
  });

  it('have a unit that stands above them', async () => {
    const { sums } = await outcomeFrom(lines('单位：万元', '销售员,2026年1月,2026年2月', '张伟,1.5,2'));
    expect(sums.month).toEqual({ '2026-01': 15_000, '2026-02': 20_000 });
  });

  it('may be dates of a workbook', async () => {
    const file = workbook({
      S: rowsXml([
        ['Owner', { date: 46023 }, { date: 46054 }],
        ['Anna', 1, 2],
        ['Ben', 4, 8],
      ]),
    });
    expect((await outcomeFrom(file)).sums.month).toEqual({ '2026-01': 5, '2026-02': 10 });
  });
});

describe('a name that stands once over its group', () => {
  const text = lines(
    'Owner,Amount,Close date',
    'Anna,1,2024-03-01',
    ',2,2024-03-02',
    'Ben,4,2024-03-04',
    ',8,2024-03-05',
  );

  it('is asked about, and fills down once that is said', async () => {
    expect((await outcomeFrom(text)).questions).toEqual([
      { about: 'fillDown', text: expect.any(String), values: ['Owner'] },
    ]);
    const filled = await outcomeFrom(text, { answers: { fillDown: true } });
    expect(filled).toMatchObject({ questions: [], sums: { person: { Anna: 3, Ben: 12 } } });
    expect((await outcomeFrom(text, { answers: { fillDown: false } })).sums.person).toEqual({ Anna: 1, Ben: 4 });
  });
});

describe('what stands below and above a table', () => {
  const table = ['Owner,Amount,Close date', 'Anna,100,2024-03-01', 'Ben,200,2024-03-02'];

  it.each([
    ['with headings', ['By owner,Sum', 'Anna,100', 'Ben,200'], 3],
    ['without', ['Anna,100', 'Ben,200'], 2],
    ['with a title', ['Summary', 'By owner,Sum', 'Anna,100', 'Ben,200'], 4],
  ])('a second table %s is not read, and said', async (_, second, count) => {
    const { sums, left, warnings, bad } = await outcomeFrom(lines(...table, '', ...second));
    expect({ sum: sums.all, bad }).toEqual({ sum: 300, bad: [] });
    expect(left.table?.count).toBe(count);
    expect(withoutStages(warnings)).toEqual([expect.stringMatching(/another table, row 5/)]);
  });

  it('rows go on below a blank line, also under the same headings once more', async () => {
    const { sums, left } = await outcomeFrom(
      lines(...table, '', 'Cleo,400,2024-03-03', '', 'Owner,Amount,Close date', 'Dan,800,2024-04-01'),
    );
    expect(sums.all).toBe(1500);
    expect(left).toMatchObject({ heading: { count: 1 }, table: { count: 0 }, blank: { count: 2 } });
  });

  it('an open deal below a blank line is no heading', async () => {
    const { sums, left } = await outcomeFrom(
      lines(
        'Owner,Stage,Amount,Close date',
        'Anna,Won,100,2024-03-01',
        'Ben,Lost,7,2024-03-02',
        '',
        'Ben,Lost,,',
        'Anna,Won,200,2024-03-03',
      ),
    );
    expect(sums.all).toBe(300);
    expect(left).toMatchObject({ lost: { count: 2, amount: 7 }, table: { count: 0 } });
  });

  it('figures above the headings are said', async () => {
    const { warnings, sums } = await outcomeFrom(lines('Deals,2,Sum,300', '', ...table));
    expect(sums.all).toBe(300);
    expect(withoutStages(warnings)).toEqual([expect.stringContaining('above the headings, row 1')]);
  });
});

describe('the sum of rows', () => {
  it('is whole, whatever becomes of them', async () => {
    const { file, deals, bad, totals, left } = await outcomeFrom(
      lines(
        'Report of March',
        'Owner,Stage,Amount,Close date',
        'Anna,Won,100,2024-03-01',
        'Ben,Lost,7,2024-03-02',
        'Cleo,Open,8,',
        'Dan,Won,x,2024-03-02',
        '',
        'Total,,100,',
        '',
        'Confidential',
      ),
    );
    const gone = Object.values(left).reduce((sum, { count }) => sum + count, 0);
    expect(file?.rows).toBe(8);
    expect(deals + bad.length + totals.length + gone).toBe(8);
    expect(left).toMatchObject({
      lost: { count: 1, amount: 7 },
      open: { count: 1, amount: 8 },
      footer: { count: 1 },
      blank: { count: 2 },
    });
  });

  it('tells deals of other months with their amount', async () => {
    const text = lines('Owner,Amount,Close date', 'Anna,100,2024-03-01', 'Ben,200,2024-04-02');
    const { deals, sums, left } = await outcomeFrom(text, { month: 2024 * 12 + 2 });
    expect({ deals, sum: sums.all, other: left.otherMonth }).toEqual({
      deals: 1,
      sum: 100,
      other: { count: 1, amount: 200 },
    });
  });
});
