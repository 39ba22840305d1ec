import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import { encodedAs } from '../support/encode.ts';
import { rowsXml, workbook } from '../support/zip.ts';
import { type PaneBrowser, startPane } from './browser.ts';

let pane: PaneBrowser;
beforeAll(async () => {
  pane = await startPane();
});
afterAll(() => pane.close());

type Lang = 'en-US' | 'zh-CN';

/** Brings in a file; the tracker is of March 2026 and has Ann, Bob King and 王芳. */
async function withFile(
  lang: Lang,
  [name, bytes]: readonly [name: string, bytes: Uint8Array],
  run: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await pane.open({ used: true, lang });
  try {
    await page.locator('#open-month').click();
    await page.locator('[data-item=bringIn]').click();
    await page
      .locator('#month-file')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    await run(page);
  } finally {
    await page.context().close();
  }
}

const csv = (...rows: string[]) => ['part.csv', encodedAs(rows.join('\n'), 'utf-8')] as const;
const book = (rows: Parameters<typeof rowsXml>[0], hidden: readonly number[]) =>
  ['part.xlsx', workbook({ Deals: rowsXml(rows, hidden) })] as const;
const day = (iso: string) => ({ date: serialOfIso(iso) });

const NEXT: Readonly<Record<Lang, string>> = { 'en-US': 'Preview changes', 'zh-CN': '预览变化' };
const preview = (page: Page, lang: Lang) => page.getByRole('button', { name: NEXT[lang], exact: true });
const account = async (page: Page) => (await page.locator('#month-account').innerText()).replace(/\s+/g, ' ');
const firstRows = async (page: Page) =>
  (await page.locator('.first-rows tr').allInnerTexts()).map(row => row.split('\t').map(cell => cell.trim()));
const sees = (page: Page, text: string) => page.getByText(text).waitFor();

describe.each<[Lang, Record<'ask' | 'right' | 'encoding' | 'note' | 'unknown', string>]>([
  [
    'en-US',
    {
      ask: 'Which encoding shows the names right? GB18030 / GBK, Big5',
      right: 'The names above look right',
      encoding: 'Encoding',
      note: 'Read as GB18030 / GBK: 蔼. If these look wrong, choose another encoding.',
      unknown: 'In the file but not in the tracker: ',
    },
  ],
  [
    'zh-CN',
    {
      ask: '哪种编码显示的名称正确？GB18030 / GBK、Big5',
      right: '以上名称显示正确',
      encoding: '编码',
      note: '按 GB18030 / GBK 编码读取：蔼。如显示有误，请更换编码。',
      unknown: '文件中有但目标跟踪表中没有：',
    },
  ],
])('an encoding that one sign does not tell (%s)', (lang, words) => {
  const BIG5 = ['deals.csv', encodedAs('Owner,Stage,Amount,Close date\n高,Won,70,2026-03-05\n', 'big5')] as const;

  it('is asked about, and changed beside the first rows', () =>
    withFile(lang, BIG5, async page => {
      await sees(page, words.note);
      await page.getByLabel(words.ask).waitFor();
      expect((await firstRows(page))[1]?.[0]).toBe('蔼');
      expect(await preview(page, lang).getAttribute('aria-disabled')).toBe('true');
      await page.getByLabel(words.encoding, { exact: true }).selectOption('big5');
      await page.locator('.first-rows').getByText('高').waitFor();
      expect(await page.getByLabel(words.ask).count()).toBe(0);
      await preview(page, lang).click();
      await sees(page, `${words.unknown}高 (70)`);
    }));

  it('is taken as it was read where the user says that the names are right', () =>
    withFile(lang, BIG5, async page => {
      await page.getByLabel(words.ask).selectOption({ label: words.right });
      await preview(page, lang).click();
      await sees(page, `${words.unknown}蔼 (70)`);
    }));
});

describe.each<[Lang, Record<'between' | 'problem' | 'comma' | 'semicolon' | 'taken', string>]>([
  [
    'en-US',
    {
      between: 'Between columns',
      problem: 'choose the column of the amounts',
      comma: 'comma ,',
      semicolon: 'semicolon ;',
      taken: '75 of 75 go into the tracker.',
    },
  ],
  [
    'zh-CN',
    {
      between: '列分隔符',
      problem: '请选择金额所在的列',
      comma: '逗号 ,',
      semicolon: '分号 ;',
      taken: '共 75，其中 75 写入目标跟踪表。',
    },
  ],
])('a delimiter (%s)', (lang, words) => {
  it('is changed beside the first rows, and what the columns mean with it', () =>
    withFile(
      lang,
      csv('Owner;Stage;Amount;Close date', 'Ann;Won;70,00;2026-03-05', 'Ann;Won;5,00;2026-03-06'),
      async page => {
        await page.locator('.read-as summary').click();
        const between = page.getByLabel(words.between);
        expect(await between.inputValue()).toBe(';');
        expect((await firstRows(page))[1]).toEqual(['Ann', 'Won', '70,00', '2026-03-05']);
        await between.selectOption({ label: words.comma });
        await sees(page, words.problem);
        expect((await firstRows(page))[1]).toEqual(['Ann;Won;70', '00;2026-03-05']);
        await page.getByLabel(words.between).selectOption({ label: words.semicolon });
        await page.getByText(words.problem).waitFor({ state: 'detached' });
        await preview(page, lang).click();
        await sees(page, words.taken);
      },
    ));
});

describe.each<[Lang, Record<'read' | 'leave' | 'left' | 'whole' | 'part', string>]>([
  [
    'en-US',
    {
      read: '1 hidden row is read: row 3. They can be left out.',
      leave: 'Leave hidden rows out',
      left: '1 hidden row is left out: row 3.',
      whole: 'Rows in the file 2 Count 2 (75)',
      part: 'Rows in the file 2 Count 1 (5) Hidden 1 (70)',
    },
  ],
  [
    'zh-CN',
    {
      read: '已读取 1 个隐藏行：第 3 行。可选择不读取。',
      leave: '不读取隐藏行',
      left: '未读取 1 个隐藏行：第 3 行。',
      whole: '文件行数 2 计入 2 (75)',
      part: '文件行数 2 计入 1 (5) 隐藏 1 (70)',
    },
  ],
])('hidden rows (%s)', (lang, words) => {
  const HEADS = ['Owner', 'Stage', 'Amount', 'Close date'];
  const ROWS = [
    ['Ann', 'Won', 5, day('2026-03-05')],
    ['Ann', 'Won', 70, day('2026-03-06')],
  ];

  it('are read and said; left out they are told with their sum', () =>
    withFile(lang, book([HEADS, ...ROWS], [3]), async page => {
      await sees(page, words.read);
      await preview(page, lang).click();
      expect(await account(page)).toBe(words.whole);
      await page.getByLabel(words.leave).check();
      await sees(page, words.left);
      await preview(page, lang).click();
      expect(await account(page)).toBe(words.part);
    }));
});

describe.each<[Lang, Record<'note' | 'ask' | 'taken' | 'account', string>]>([
  [
    'en-US',
    {
      note: 'Months stand as columns (Feb to Mar): each of the 2 becomes rows of its own',
      ask: 'Which year are the months of? Feb, Mar',
      taken: '75 of 75 go into the tracker.',
      account: 'Rows in the file 5 Count 2 (75) Of other months 2 (30) Sums of columns 1',
    },
  ],
  [
    'zh-CN',
    {
      note: '月份为列（2月 至 3月），共 2 列，已逐列转为行',
      ask: '这些月份属于哪一年？2月、3月',
      taken: '共 75，其中 75 写入目标跟踪表。',
      account: '文件行数 5 计入 2 (75) 其他月份 2 (30) 各列合计 1',
    },
  ],
])('months as columns (%s)', (lang, words) => {
  const rows = ['Ann,10,70', '王芳,20,5'];
  const FILE =
    lang === 'en-US' ? csv('Owner,Feb,Mar', ...rows, 'Total,30,75') : csv('销售员,2月,3月', ...rows, '合计,30,75');

  it('become rows once their year is known', () =>
    withFile(lang, FILE, async page => {
      await sees(page, words.note);
      expect(await preview(page, lang).getAttribute('aria-disabled')).toBe('true');
      await page.getByLabel(words.ask).fill('2026');
      await page.getByLabel(words.ask).press('Tab');
      await preview(page, lang).click();
      await sees(page, words.taken);
      expect(await account(page)).toBe(words.account);
    }));
});

describe.each<[Lang, Record<'ask' | 'none' | 'whose' | 'above' | 'taken', string>]>([
  [
    'en-US',
    {
      ask: 'The first row looks like data: has the file no line of headings? Check what each column means.',
      none: 'There are no headings: every row is data',
      whose: 'Owner: does a blank cell mean the one above it?',
      above: 'Yes, take the one above',
      taken: '75 of 75 go into the tracker.',
    },
  ],
  [
    'zh-CN',
    {
      ask: '首行看起来是数据：文件是否没有标题行？请核对各列的含义。',
      none: '没有标题行，每一行都是数据',
      whose: 'Owner：空白单元格是否与上方相同？',
      above: '是，沿用上方的值',
      taken: '共 75，其中 75 写入目标跟踪表。',
    },
  ],
])('other questions on how a file is laid out (%s)', (lang, words) => {
  it('asks for headings, and reads every row where there are none', () =>
    withFile(lang, csv('Ann,Won,70,2026-03-05', '王芳,Won,5,2026-03-06'), async page => {
      await page.getByLabel(words.ask).selectOption({ label: words.none });
      await preview(page, lang).click();
      await sees(page, words.taken);
    }));

  it('asks whether a blank name is the one above', () =>
    withFile(
      lang,
      csv(
        'Owner,Stage,Amount,Close date',
        'Ann,Won,60,2026-03-05',
        ',Won,10,2026-03-06',
        '王芳,Won,4,2026-03-06',
        ',Won,1,2026-03-07',
      ),
      async page => {
        await page.getByLabel(words.whose).selectOption({ label: words.above });
        await preview(page, lang).click();
        await sees(page, words.taken);
      },
    ));
});
