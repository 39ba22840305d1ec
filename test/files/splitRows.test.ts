import { describe, expect, it } from 'vitest';
import { lines, outcomeFrom, outcomeOfPasted, withoutStages } from '../support/outcome.ts';

const HEAD = 'Owner,Amount,Close date';

describe('a quotation mark that encloses no field', () => {
  it.each([
    ['is followed by more', '"VIP" customer,100,2024-03-01', '"VIP" customer'],
    ['is never closed', '"Anna,100,2024-03-01', '"Anna'],
    ['stands at an end', 'Anna",100,2024-03-01', 'Anna"'],
    ['means inches', '12" pipe,100,2024-03-01', '12" pipe'],
  ])('%s: no row is swallowed', async (_, row, name) => {
    const rows = Array.from(
      { length: 999 },
      (_, index) => `Ben,1,2024-03-${String((index % 28) + 1).padStart(2, '0')}`,
    );
    const { deals, sums, bad } = await outcomeFrom(lines(HEAD, row, ...rows));
    expect({ deals, sum: sums.all, bad }).toEqual({ deals: 1000, sum: 1099, bad: [] });
    expect(sums.person).toEqual({ [name]: 100, Ben: 999 });
  });

  it('is never closed, and another ends a field three rows below: four rows, said', async () => {
    const { sums, warnings } = await outcomeFrom(
      lines(HEAD, '"Anna,1,2024-03-01', 'Ben,2,2024-03-02', 'Cleo,4,2024-03-02', 'Dan",8,2024-03-03'),
    );
    expect(sums.all).toBe(15);
    expect(withoutStages(warnings)).toEqual([expect.stringContaining('never closed')]);
  });

  it('is said with its row', async () => {
    const { warnings } = await outcomeFrom(lines(HEAD, 'Ben,1,2024-03-01', '"VIP" customer,2,2024-03-01'));
    expect(withoutStages(warnings)).toEqual([expect.stringMatching(/quotation mark.*row 3/)]);
  });
});

describe('a quoted field', () => {
  it('keeps delimiters, doubled marks and line breaks', async () => {
    const text = lines(HEAD, '"Acme, ""the"" first", "1,200.50", 2024-03-01', '"Two\nlines",5,2024-03-02');
    const { sums, warnings } = await outcomeFrom(text);
    expect(sums.person).toEqual({ 'Acme, "the" first': 1200.5, 'Two lines': 5 });
    expect(withoutStages(warnings)).toEqual([]);
  });

  it('is read as one where its two lines could be rows as well, and that is said', async () => {
    const { deals, warnings } = await outcomeFrom(lines(HEAD, '"Anna,100,2024-03-01', 'Ben",200,2024-03-02'));
    expect(deals).toBe(1);
    expect(withoutStages(warnings)).toEqual([expect.stringContaining('could be rows as well')]);
  });
});

describe('line ends', () => {
  it('may be CRLF, LF and CR in one file', async () => {
    const text = `${HEAD}\r\nA,1,2024-03-01\r\nB,2,2024-03-02\nC,4,2024-03-03\rD,8,2024-03-04`;
    expect((await outcomeFrom(text)).sums.all).toBe(15);
  });
});

describe('rows of another width', () => {
  it('are bad where they have more fields than headings', async () => {
    const { bad, sums } = await outcomeFrom(lines('Owner,Month,Amount', 'Anna,2026-03,1,250,000', 'Ben,2026-03,500'));
    expect(bad).toEqual([{ row: 2, field: 'amount', text: expect.stringContaining('5 fields, there are 3 headings') }]);
    expect(sums.all).toBe(500);
  });

  it('are read where only blanks are too many', async () => {
    const { bad, sums } = await outcomeFrom(lines('Owner,Month,Amount', 'Anna,2026-03,250,,', 'Ben,2026-03,500'));
    expect({ bad, sum: sums.all }).toEqual({ bad: [], sum: 750 });
  });

  it('are said where they have fewer', async () => {
    const { warnings } = await outcomeFrom(lines('Owner,Month,Amount,Region', 'Anna,2026-03,250', 'Ben,2026-03,500,N'));
    expect(withoutStages(warnings)).toEqual([expect.stringMatching(/Fewer fields.*row 2/)]);
  });
});

describe('pasted cells', () => {
  it('are quoted only where they hold a tab or a line break', async () => {
    const { sums } = await outcomeOfPasted(
      'Owner\tAmount\tDate\n"VIP" Anna\t1\t2024-03-01\n"Ben"\t2\t2024-03-01\n"two\nlines"\t4\t2024-03-01\n"open\t8\t2024-03-01\n',
    );
    expect(sums.person).toEqual({ '"VIP" Anna': 1, '"Ben"': 2, 'two lines': 4, '"open': 8 });
  });

  it('are cut at tabs, whatever commas they hold', async () => {
    const { file, sums } = await outcomeOfPasted(
      'Owner\tAmount\tDate\nSmith, Anna\t1,250,000\t2024-03-01\nJones, Ben, Jr\t2,000\t2024-03-01\n',
    );
    expect(file?.delimiter).toBe('\t');
    expect(sums.person).toEqual({ 'Smith, Anna': 1_250_000, 'Jones, Ben, Jr': 2000 });
  });
});

describe('the delimiter', () => {
  it.each([
    [
      ';',
      'Owner;Address;Amount;Date',
      'Anna;Lane 1, Bonn, Germany;1250,50;2024-03-01',
      'Ben;Road 2, Kiel, Germany;2,00;2024-03-01',
    ],
    ['|', 'Owner|Amount|Date', 'Anna|1,250.50|2024-03-01', 'Ben|2|2024-03-01'],
    ['\t', 'Owner\tAmount\tDate', 'Smith, Anna\t1250.5\t2024-03-01', 'Jones, Ben\t2\t2024-03-01'],
    [',', 'Owner,Amount,Date,Note', 'Anna,1250.5,2024-03-01,a;b;c;d', 'Ben,2,2024-03-01,e;f;g;h'],
  ])('is %j where it cuts the heading as the rows', async (delimiter, ...rows) => {
    const { file, sums } = await outcomeFrom(lines(...rows));
    expect(file?.delimiter).toBe(delimiter);
    expect(sums.all).toBe(1252.5);
  });

  it('is what the first line says', async () => {
    const { file, sums } = await outcomeFrom(lines('sep=;', 'Owner;Amount;Date', 'Anna;5,5;2024-03-01'));
    expect(file).toMatchObject({ delimiter: ';', headingRow: 2, rows: 1 });
    expect(sums.all).toBe(5.5);
  });

  it('is the one that the user chooses', async () => {
    const text = lines('Owner,x;Amount,y;Date', 'Anna,x;5;2024-03-01');
    expect((await outcomeFrom(text, { delimiter: ';' })).columns).toMatchObject({ closed: 'Date' });
    expect((await outcomeFrom(text, { delimiter: ',' })).file?.delimiter).toBe(',');
  });
});

describe('what a text begins with', () => {
  it.each(['PK', '%PDF', 'GIF8', 'GIF89a'])('may be %s', async head => {
    const { sums } = await outcomeFrom(lines(`${head},${HEAD}`, '1,Anna,7,2024-03-01'));
    expect(sums.all).toBe(7);
  });
});
