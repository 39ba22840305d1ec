import { describe, expect, it } from 'vitest';
import { findDelimiter } from '../../src/files/delimiter.ts';
import { isText, LIMITS } from '../../src/files/limits.ts';
import { runSliced, Stopped } from '../../src/files/progress.ts';
import { type FileTable, readBytes, readFile, readPasted } from '../../src/files/readFile.ts';
import { inspecting } from '../../src/month/import/inspect.ts';
import { matchColumns } from '../../src/month/import/matchColumns.ts';
import { readingRows } from '../../src/month/import/readRows.ts';
import { workbook } from '../support/zip.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const wide = (text: string, littleEndian: boolean, mark: boolean): Uint8Array<ArrayBuffer> => {
  const all = mark ? `\uFEFF${text}` : text;
  const view = new DataView(new ArrayBuffer(all.length * 2));
  for (let index = 0; index < all.length; index++) view.setUint16(index * 2, all.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
};
/** 日期,金额 in GBK. */
const GBK = new Uint8Array([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0x31, 0x2c, 0x32, 0x0a]);

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<FileTable> {
  const table = await readBytes('file', bytes);
  if (isText(table)) throw new Error(table.en);
  return table;
}
async function refused(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const table = await readBytes('file', bytes);
  if (!isText(table)) throw new Error('it was read');
  expect(table.zh).not.toBe('');
  return table.en;
}

describe('readBytes() of text', () => {
  const table = '日期,金额\n2024-03-21,5\n';
  it.each([
    ['utf-8', bytesOf(table)],
    ['utf-8', bytesOf(`\uFEFF${table}`)],
    ['utf-16le', wide(table, true, true)],
    ['utf-16be', wide(table, false, true)],
    ['utf-16le', wide('Date,Amount\n2024-03-21,5\n', true, false)],
    ['utf-16be', wide('Date,Amount\n2024-03-21,5\n', false, false)],
    ['gb18030', GBK],
  ] as const)('finds out %s', async (encoding, bytes) => {
    const file = await read(bytes);
    expect(file.encoding).toBe(encoding);
    expect(file.sheets[0]?.cells[0]?.every(cell => ['日期', '金额', 'Date', 'Amount'].includes(String(cell)))).toBe(
      true,
    );
  });

  it('understands quotes, line breaks and doubled quotes in fields', async () => {
    const file = await read(bytesOf('a,b\r\n"one, ""two""\nthree",4\r\n\r\n'));
    expect(file.sheets[0]?.cells).toEqual([
      ['a', 'b'],
      ['one, "two"\nthree', '4'],
    ]);
  });

  it('keeps a text that looks like a formula a text', async () => {
    const file = await read(bytesOf('a,b\n=1+1,@SUM(A1)\n'));
    expect(file.sheets[0]?.cells[1]).toEqual(['=1+1', '@SUM(A1)']);
  });

  it('keeps every row of a file of many chunks, in order', async () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `${index},"Person, ${index % 7}",${index / 100}`);
    const file = await read(bytesOf(`id,name,amount\n${lines.join('\n')}`));
    const cells = file.sheets[0]?.cells ?? [];
    expect(cells).toHaveLength(40_001);
    expect(cells.slice(1).every((line, index) => line[0] === String(index) && line.length === 3)).toBe(true);
  });
});

describe('findDelimiter()', () => {
  it.each([
    [',', 'a,b\n1,2'],
    [';', 'a;b\n1,5;2,5\n3,5;4,5'],
    ['\t', 'a\tb\n1,000\t2'],
    ['|', 'a|b\n1|2'],
    [',', 'a\n1'],
  ])('finds %j', (delimiter, text) => expect(findDelimiter(text).delimiter).toBe(delimiter));
});

describe('readPasted()', () => {
  it('reads cells copied from a sheet', async () => {
    expect(await readPasted('a\tb\n1\t2\n')).toMatchObject({
      sheets: [
        {
          cells: [
            ['a', 'b'],
            ['1', '2'],
          ],
        },
      ],
    });
    expect(await readPasted('  ')).toMatchObject({ en: 'The file is empty.' });
  });
});

describe('readBytes() of a workbook', () => {
  const rows =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>日期</t></is></c><c r="B1" t="inlineStr"><is><t>金额</t></is></c></row>' +
    '<row r="2"><c r="A2" s="1"><v>45372</v></c><c r="B2"><v>12.5</v></c><c r="C2" t="b"><v>1</v></c></row>' +
    '<row r="3"><c r="A3" s="1"><v>45372.75</v></c><c r="B3" t="str"><f>1/0</f><v>=x</v></c></row>';

  it('reads typed cells; a date is its serial number', async () => {
    const file = await read(workbook({ Data: rows, Empty: '' }));
    expect(file.encoding).toBe('xlsx');
    expect(file.sheets.map(({ name }) => name)).toEqual(['Data']);
    const [head, first, second] = file.sheets[0]?.cells ?? [];
    expect(head?.slice(0, 2)).toEqual(['日期', '金额']);
    expect(first).toEqual([45372, 12.5, true]);
    expect(second?.[0]).toBe(45372.75);
    expect(second?.[1]).toBe('=x');
  });

  it('hands an error cell over as an error', async () => {
    const file = await read(
      workbook({ Data: `${rows}<row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4"><v>1</v></c></row>` }),
    );
    expect(file.sheets[0]?.cells[3]?.[0]).toMatchObject({ code: '#N/A' });
  });

  it('says when it is damaged, unfolds to gigabytes, or has nothing in it', async () => {
    const whole = workbook({ Data: rows });
    expect(await refused(whole.slice(0, 200))).toContain('damaged');
    expect(await refused(workbook({ Data: rows }, 2 ** 31))).toContain('MB can be read');
    expect(await refused(workbook({ Data: '' }))).toContain('no rows');
  });
});

describe('readFile() says in one sentence why it does not read', () => {
  it('50 MB, 0 bytes', async () => {
    expect(await readFile(new File([new Uint8Array(50 * 2 ** 20)], 'a.csv'))).toMatchObject({
      en: 'The file has 50 MB; up to 40 MB can be read. Export fewer months or columns.',
    });
    expect(await readFile(new File([], 'a.csv'))).toMatchObject({ en: 'The file is empty.', zh: '文件为空。' });
    expect(await refused(bytesOf(' \n\n'))).toBe('The file is empty.');
  });

  it('binary rubbish, pictures, old workbooks', async () => {
    let state = 7;
    const rubbish = Uint8Array.from({ length: 5000 }, () => {
      state = (state * 48271) % 2147483647;
      return state % 256;
    });
    expect(await refused(rubbish)).toContain('not a table');
    expect(await refused(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]))).toContain('not a table');
    expect(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toContain('Save it as XLSX');
    expect(await refused(new Uint8Array([0x80, 0x81, 0xff, 0xff]))).toContain('Save it as “CSV UTF-8”');
  });

  it('1,000 columns, one endless line, too many rows', async () => {
    expect(await refused(bytesOf(`${'a,'.repeat(999)}a\n`))).toContain('1000 columns');
    expect(await refused(bytesOf('x'.repeat(LIMITS.line + 2)))).toContain('no line breaks');
    expect(await refused(bytesOf('1,2\n'.repeat(LIMITS.lines + 1)))).toContain('300000 rows');
  });
});

describe('reading 100,000 rows', () => {
  const stages = ['Won', 'Lost', 'Negotiation'];
  const lines = Array.from(
    { length: 100_000 },
    (_, index) =>
      `D${index},Person ${index % 500},${stages[index % 3]},"${(index % 900) + 1},000.50",2025/${(index % 12) + 1}/${(index % 28) + 1}`,
  );
  const bytes = bytesOf(`Order number,Owner,Stage,Amount,Close date\n${lines.join('\n')}`);

  it('lets the page breathe all the time, tells its progress, and comes to the end', async () => {
    let ticks = 0;
    const watch = setInterval(() => ticks++, 0);
    const shares: number[] = [];
    const table = await readBytes('large.csv', bytes, {}, { progress: share => shares.push(share) });
    if (isText(table)) throw new Error(table.en);
    const cells = table.sheets[0]?.cells ?? [];
    const matching = matchColumns(cells);
    const { columns, headingRow } = matching;
    const inspection = await runSliced(inspecting(cells, matching, columns), cells.length);
    const reading = await runSliced(
      readingRows({ cells, headingRow, columns, styles: inspection.styles }),
      cells.length,
    );
    clearInterval(watch);
    expect(reading.deals).toHaveLength(100_000);
    expect(reading.bad).toEqual([]);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares[shares.length - 1]).toBe(1);
    // The page's own timers came in between, over and over.
    expect(ticks).toBeGreaterThan(20);
  });

  it('stops when the user says so', async () => {
    const controller = new AbortController();
    const watch = { signal: controller.signal, progress: () => controller.abort() };
    await expect(readBytes('large.csv', bytes, {}, watch)).rejects.toBeInstanceOf(Stopped);
  });
});

describe('texts that are no table of lines', () => {
  it.each([
    ['<html><table><tr><td>Owner</td></tr></table></html>', 'web page or XML'],
    ['\ufeff\n<table border=1><tr><th>Owner</th></tr></table>', 'web page or XML'],
    ['<?xml version="1.0"?>\n<Workbook><Row/></Workbook>', 'web page or XML'],
    ['From: a\nMIME-Version: 1.0\n\n<table></table>', 'web page or XML'],
    ['[{"owner":"Anna","amount":1},\n{"owner":"Ben","amount":2}]', 'JSON'],
    ['{"deals": [\n{"owner":"Anna"}]}', 'JSON'],
    ['{\\rtf1\\ansi Owner\tAmount}', 'formatted document'],
  ])('%j is refused with the cure', async (text, reason) => {
    const problem = await refused(bytesOf(text));
    expect(problem).toContain(reason);
    expect(problem).toContain('XLSX');
  });

  it.each(['<Owner>,Amount\nAnna,1\n', '[Owner],Amount\nAnna,1\n', '{Owner},Amount\nAnna,1\n'])(
    '%j is a table',
    async text => {
      expect((await read(bytesOf(text))).sheets[0]?.cells).toHaveLength(2);
    },
  );
});
