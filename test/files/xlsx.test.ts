import { describe, expect, it } from 'vitest';
import { isText, LIMITS } from '../../src/files/limits.ts';
import { readBytes } from '../../src/files/readFile.ts';
import { formatCurrency } from '../../src/files/xlsx/currencyFormat.ts';
import { outcomeFrom, withoutStages } from '../support/outcome.ts';
import { rowsXml, workbook } from '../support/zip.ts';

const HEAD = ['Owner', 'Amount', 'Close date'] as const;
const day = { date: 45356 };
const deal = (name: string, amount: number) => [name, amount, day] as const;

async function refused(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const table = await readBytes('file.xlsx', bytes);
  if (!isText(table)) throw new Error('it was read');
  return table.en;
}

describe('a workbook’s extent', () => {
  const rows = rowsXml([HEAD, deal('Anna', 5)]);

  it('is not that of a stray cell at XFD10000 or A1048576, which is said', async () => {
    const right = await outcomeFrom(workbook({ S: `${rows}<row r="100"><c r="XFD100"><v>1</v></c></row>` }));
    expect(right).toMatchObject({ sums: { all: 5 }, file: { rows: 1 } });
    expect(right.warnings.join()).toContain('first XFD100');
    const below = await outcomeFrom(workbook({ S: `${rows}<row r="1048576"><c r="A1048576"><v>1</v></c></row>` }));
    expect(below).toMatchObject({ sums: { all: 5 }, file: { rows: 1 } });
    expect(below.warnings.join()).toContain('from row 1048576');
  });

  it('of one cell far away is no table', async () => {
    expect(await refused(workbook({ S: '<row r="10000"><c r="XFD10000"><v>1</v></c></row>' }))).toContain('no rows');
  });

  it('of 600 filled columns, of more rows or bytes than can be read, is refused for what it is', async () => {
    const wide = Array.from({ length: 600 }, () => '<c><v>1</v></c>').join('');
    expect(await refused(workbook({ S: `<row>${wide}</row>` }))).toContain('600 columns');
    const many = '<row><c><v>1</v></c></row>'.repeat(LIMITS.lines + 1);
    expect(await refused(workbook({ S: many }))).toContain(`more than ${LIMITS.rows} rows`);
    expect(await refused(workbook({ S: rows }, 200_000_000))).toMatch(/unfolds to \d+ MB/);
  });
});

describe('a workbook’s cells', () => {
  it('are read in order where they have no references', async () => {
    const rows =
      '<row><c t="inlineStr"><is><t>Owner</t></is></c><c t="inlineStr"><is><t>Amount</t></is></c><c t="inlineStr"><is><t>Close date</t></is></c></row>' +
      '<row><c t="inlineStr"><is><t>Anna</t></is></c><c><v>7</v></c><c s="1"><v>45356</v></c></row>';
    expect((await outcomeFrom(workbook({ S: rows }))).sums).toMatchObject({ all: 7, month: { '2024-03': 7 } });
  });

  it('may be written with prefixes, entities, rich texts and phonetic signs', async () => {
    const rows =
      `${rowsXml([HEAD])}<x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:r><x:t>An</x:t></x:r><x:r><x:t>na &amp; Co &#228;</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c>` +
      '<x:c r="B2"><x:v>7</x:v></x:c><x:c r="C2" s="1"><x:v>45356</x:v></x:c></x:row>';
    expect((await outcomeFrom(workbook({ S: rows }))).sums.person).toEqual({ 'Anna & Co ä': 7 });
  });

  it('that failed make a bad row', async () => {
    const rows = `${rowsXml([HEAD, deal('Anna', 5)])}<row r="3"><c r="A3" t="inlineStr"><is><t>Ben</t></is></c><c r="B3" t="e"><v>#REF!</v></c><c r="C3" s="1"><v>45356</v></c></row>`;
    const { bad, sums } = await outcomeFrom(workbook({ S: rows }));
    expect(bad).toEqual([{ row: 3, field: 'amount', text: expect.stringContaining('#REF!') }]);
    expect(sums.all).toBe(5);
  });
});

describe('what a workbook shows and what it hides', () => {
  const rows = [HEAD, deal('Anna', 100), deal('Ben', 900), deal('Cleo', 300)];

  it('reads hidden rows and says so; they can be left out, with their amount', async () => {
    const file = workbook({ S: rowsXml(rows, [3]) });
    const read = await outcomeFrom(file);
    expect(read.sums.all).toBe(1300);
    expect(withoutStages(read.warnings)).toEqual([expect.stringMatching(/1 hidden row is read: row 3/)]);
    const left = await outcomeFrom(file, { answers: { hidden: 'leave' } });
    expect(left).toMatchObject({ sums: { all: 400 }, left: { hidden: { count: 1, amount: 900 } }, file: { rows: 3 } });
  });

  it('says where a filter hides them', async () => {
    const file = workbook({ S: rowsXml(rows, [3]) }, undefined, { S: { after: '<autoFilter ref="A1:C4"/>' } });
    expect((await outcomeFrom(file)).warnings.join()).toContain('by a filter');
  });

  it('proposes no hidden sheet', async () => {
    const sheets = {
      Old: rowsXml([
        [...HEAD, 'Region'],
        ['Zoe', 9, day, 'N'],
      ]),
      Now: rowsXml(rows),
    };
    const { file, sums } = await outcomeFrom(workbook(sheets, undefined, { Old: { state: 'hidden' } }));
    expect(file?.sheet).toBe('Now');
    expect(sums.all).toBe(1300);
  });
});

describe('merged cells', () => {
  it('hold for each of their rows; a merged amount was sold once', async () => {
    const rows = rowsXml([HEAD, deal('Anna', 100), [null, 200, day], ['Ben', 300, day], [null, null, day]]);
    const after = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A4:A5"/><mergeCell ref="B4:B5"/></mergeCells>';
    const { sums, bad, warnings } = await outcomeFrom(workbook({ S: rows }, undefined, { S: { after } }));
    expect(sums.person).toEqual({ Anna: 300, Ben: 300 });
    expect(bad.map(({ row }) => row)).toEqual([5]);
    expect(withoutStages(warnings)).toEqual([expect.stringMatching(/Merged cells.*Owner/)]);
  });
});

describe('sheets that are alike', () => {
  const sheets = {
    East: rowsXml([HEAD, deal('Anna', 100)]),
    West: rowsXml([
      ['Amount', 'Owner', 'Close date'],
      [200, 'Ben', day],
    ]),
    Notes: rowsXml([['Read me', 'first']]),
  };

  it('are asked about, and brought in together by their headings', async () => {
    const one = await outcomeFrom(workbook(sheets));
    expect(one.questions).toEqual([{ about: 'sheets', text: expect.any(String), values: ['East', 'West'] }]);
    const both = await outcomeFrom(workbook(sheets), { answers: { sheets: ['East', 'West'] } });
    expect(both).toMatchObject({ questions: [], sums: { all: 300, person: { Anna: 100, Ben: 200 } } });
    expect(both.file).toMatchObject({ sheet: 'East, West', rows: 2 });
  });

  it('are months where their names are', async () => {
    const months = {
      'Jan 2026': rowsXml([
        ['Owner', 'Amount'],
        ['Anna', 1],
      ]),
      'Feb 2026': rowsXml([
        ['Owner', 'Amount'],
        ['Anna', 2],
      ]),
    };
    const { sums } = await outcomeFrom(workbook(months), { answers: { sheets: ['Jan 2026', 'Feb 2026'] } });
    expect(sums.month).toEqual({ '2026-01': 1, '2026-02': 2 });
  });

  it('are read one by one where one is named', async () => {
    const { questions, sums } = await outcomeFrom(workbook(sheets), { sheet: 'West' });
    expect(questions).toEqual([]);
    expect(sums.all).toBe(200);
  });
});

describe('an amount that was turned into a day', () => {
  it('is no amount, however far down it stands', async () => {
    const deals = Array.from({ length: 60 }, (_, index) => deal('Anna', index + 1));
    const { bad, sums } = await outcomeFrom(workbook({ S: rowsXml([HEAD, ...deals, ['Ben', { date: 45_293 }, day]]) }));
    expect(bad).toEqual([{ row: 62, field: 'amount', text: expect.stringContaining('2024-01-02') }]);
    expect(sums.all).toBe(1830);
  });
});

describe('currencies that only the formats of figures show', () => {
  const book = (formats: readonly string[], styles: readonly number[]) => {
    const rows = styles.map(
      (style, index) =>
        `<row r="${index + 2}"><c r="A${index + 2}" t="inlineStr"><is><t>Anna</t></is></c>` +
        `<c r="B${index + 2}" s="${style}"><v>${(index + 1) * 100.5}</v></c><c r="C${index + 2}" s="1"><v>45356</v></c></row>`,
    );
    return outcomeFrom(workbook({ S: rowsXml([HEAD]) + rows.join('') }, undefined, {}, formats));
  };
  const EURO = '[$€-407] #,##0.00';
  const DOLLAR = '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)';

  it('are asked about where there are several', async () => {
    const { questions, sums } = await book([EURO, DOLLAR], [2, 3, 3]);
    expect(questions.map(({ about, values }) => [about, values])).toEqual([['currencies', ['EUR', 'USD']]]);
    expect(sums.all).toBe(603);
  });

  it('are nothing to ask about where all figures have the same, or only some have one', async () => {
    expect((await book([EURO, DOLLAR], [2, 2, 2])).questions).toEqual([]);
    expect((await book([EURO, '#,##0.00 "pcs"'], [2, 3, 0])).questions).toEqual([]);
  });

  it.each([
    ['[$¥-804]#,##0', 'CNY'],
    ['[$¥-411]#,##0', 'JPY'],
    ['[$$-1009]#,##0.00', 'CAD'],
    ['[$CHF] #,##0', 'CHF'],
    ['_ "¥"* #,##0.00_ ', 'CNY'],
    ['#,##0.00\\ "€"', 'EUR'],
    ['"US$"#,##0', 'USD'],
    ['£#,##0;-£#,##0', 'GBP'],
    ['[$-409]mmm yy', undefined],
    ['#,##0 "pcs"', undefined],
    ['0.00%', undefined],
  ])('%s is %s', (format, code) => expect(formatCurrency(format)).toBe(code));
});

describe('the same cells, however they are written', () => {
  const sheetsOf = async (rows: string) => {
    const table = await readBytes('file.xlsx', workbook({ S: rows }));
    if (isText(table)) throw new Error(table.en);
    return table.sheets[0];
  };

  it.each([
    ['plainly', '<c r="B1" t="inlineStr"><is><t>Zoë 客户</t></is></c><c r="C1" s="1"><v>45356</v></c>'],
    ['in other quotes', "<c r='B1' t='inlineStr'><is><t>Zoë 客户</t></is></c><c r='C1' s='1'><v>45356</v></c>"],
    ['in another order', '<c t="inlineStr" r="B1"><is><t>Zoë 客户</t></is></c><c s="1" r="C1"><v>45356</v></c>'],
    [
      'on several lines',
      '<c\nr="B1"\tt = "inlineStr">\n<is><t>Zoë 客户</t></is>\n</c><c r="C1" s="1" ><v>45356</v ></c>',
    ],
    [
      'with prefixes',
      '<x:c r="B1" t="inlineStr"><x:is><x:t>Zoë 客户</x:t></x:is></x:c><x:c r="C1" s="1"><x:v>45356</x:v></x:c>',
    ],
    [
      'as numbers of letters',
      '<c r="B1" t="inlineStr"><is><t>Zo&#xEB; &#23458;户</t></is></c><c r="C1" s="1"><v>45356</v></c>',
    ],
    [
      'in parts',
      '<c r="B1" t="inlineStr"><is><r><t>Zoë </t></r><r><t><![CDATA[客]]>户</t></r></is></c><c r="C1" s="1"><v>45<!-- > -->356</v></c>',
    ],
    [
      'beside what says nothing',
      '<c r="A1" s="1"/><c t="inlineStr"><is><t>Zoë 客户</t></is></c><c s="1" cm="1"><f>B1&gt;2</f><v>45356</v></c>',
    ],
  ])('%s', async (_, cells) => {
    expect(await sheetsOf(`<row r="1">${cells}</row>`)).toMatchObject({
      cells: [[null, 'Zoë 客户', '2024-03-05']],
      dateColumns: [2],
    });
  });

  it('over pieces that cut letters apart, and beside bytes that are none', async () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `客户 ${index} & Søn 😀`);
    const rows = names.map(name => `<row><c t="inlineStr"><is><t>${name.replace('&', '&amp;')}</t></is></c></row>`);
    expect((await sheetsOf(rows.join('')))?.cells.flat()).toEqual(names);
    const bytes = workbook({ S: rowsXml([['客~户', 'Zoë', '~']]) }).map(byte => (byte === 126 ? 0xff : byte));
    const table = await readBytes('file.xlsx', bytes);
    expect(table).toMatchObject({ sheets: [{ cells: [['客\ufffd户', 'Zoë', '\ufffd']] }] });
  });
});
