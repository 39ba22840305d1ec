import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Book } from '../../workbench/book/book.ts';
import { type OpenPage, PATIENCE, paneOf, startWorkbench, type WorkbenchBrowser } from '../support/browser.ts';

interface Reachable {
  readonly workbench: { readonly book: Book };
}

const MONTH = ((now: Date) => `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`)(new Date());

const HOSTS = [
  {
    host: 'excel',
    lang: 'en',
    headings: ['Salesperson', 'Target', 'Actual to date', 'Achievement', 'Gap', 'Status'],
    total: 'Total',
    lights: { red: 'red', amber: 'amber', green: 'green', none: 'no data' },
    history: 'Monthly history',
    company: 'company',
    csv: 'Salesperson,Amount,Close date',
    renamed: 'My month',
    review: ['Review', 'Red / amber / green'],
  },
  {
    host: 'sheets',
    lang: 'zh-CN',
    headings: ['销售员', '目标', '累计实际', '达成率', '差额', '红绿灯'],
    total: '合计',
    lights: { red: '红', amber: '黄', green: '绿', none: '无数据' },
    history: '历史台账',
    company: '公司',
    csv: '销售员,成交金额,成交日期',
    renamed: '我的月度',
    review: ['复盘报告', '红 / 黄 / 绿'],
  },
] as const;

/** What Univer's sorting adds to a range. */
type Sortable = ReturnType<ReturnType<Book['workbook']['getActiveSheet']>['getRange']> & {
  sort(by: { column: number; ascending: boolean }): unknown;
};

interface Person {
  readonly name: string;
  readonly target: number;
  readonly actual: number;
}

const people: readonly Person[] = Array.from({ length: 30 }, (_, index) => ({
  name: `P${String(index + 1).padStart(2, '0')}`,
  target: 1000 + 100 * index,
  // From 70 % to 128 %, in no order.
  actual: Math.round((1000 + 100 * index) * (0.7 + ((index * 7) % 30) * 0.02)),
}));

/** A figure as a cell shows it: 1,250 or 104.9%. */
function read(shown: unknown): number {
  const text = String(shown).trim().replace(/,/g, '');
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

let workbench: WorkbenchBrowser;
beforeAll(async () => {
  workbench = await startWorkbench();
});
afterAll(() => workbench.close());

describe.each(HOSTS)('a day of work in the workbench as $host', given => {
  const { host, lang, headings, total, lights, renamed } = given;
  let opened: OpenPage;
  let page: Page;
  let pane: Frame;
  let now: readonly Person[] = people;
  let sheetName = '';

  /** What the tracker shows, row by row, and its total. */
  const shown = () =>
    page.evaluate(
      async ([name, sought, sum]) => {
        const { book } = (globalThis as unknown as Reachable).workbench;
        await book.calculated();
        const values: unknown[][] = book.workbook.getSheetByName(name)?.getDataRange().getValues() ?? [];
        const row = values.findIndex(line => sought.every(heading => line.includes(heading)));
        const at = (line: unknown[] | undefined) => sought.map(heading => line?.[values[row]?.indexOf(heading) ?? -1]);
        const totals = values.find(line => line[0] === sum);
        return {
          row,
          rows: values
            .slice(row + 1)
            .map(at)
            .filter(([person]) => person !== null && person !== '' && person !== undefined),
          totals: at(totals),
        };
      },
      [sheetName, [...headings], total] as const,
    );

  /** Every figure by plain arithmetic over those who are in the tracker. */
  const isRight = async () => {
    const { rows, totals } = await shown();
    const light = ({ actual, target }: Person) =>
      actual / target < 0.8 ? lights.red : actual / target > 1 ? lights.green : lights.amber;
    const close = (value: unknown, figure: number) => expect(Math.abs(read(value) - figure)).toBeLessThan(0.0006);
    expect(rows.map(([name]) => name)).toEqual(now.map(({ name }) => name));
    for (const [index, person] of now.entries()) {
      const [, target, actual, achievement, gap, status] = rows[index] ?? [];
      expect([read(target), read(actual), status]).toEqual([person.target, person.actual, light(person)]);
      close(achievement, person.actual / person.target);
      close(gap, person.actual - person.target);
    }
    const [target, actual] = (['target', 'actual'] as const).map(key => now.reduce((sum, row) => sum + row[key], 0));
    close(totals[1], target ?? 0);
    close(totals[2], actual ?? 0);
    close(totals[3], (actual ?? 0) / (target ?? 1));
  };

  const click = (selector: string) => pane.locator(selector).last().click();
  const home = async (part?: string) => {
    await pane.locator('nav button').first().click();
    if (!part) return;
    await click('#open-month');
    await click(`[data-item=${part}]`);
  };
  const insert = async (template: string) => {
    await pane.locator('nav button').nth(1).click();
    await click(`[data-item=${template}]`);
    await click('.bar button.primary');
    await pane.locator('.bar .notice.done').waitFor();
    await click('.bar .notice.done .square');
  };
  const onSheet = <Given>(
    work: (sheet: ReturnType<Book['workbook']['getActiveSheet']>, given: Given) => void,
    given: Given,
  ) =>
    page.evaluate(
      async ([name, text, argument]) => {
        const { book } = (globalThis as unknown as Reachable).workbench;
        const sheet = book.workbook.getSheetByName(name);
        await new Function('sheet', 'given', `return (${text})(sheet, given)`)(sheet, argument);
        await book.calculated();
      },
      [sheetName, work.toString(), given] as const,
    );
  const paste = async (cell: string, rows: readonly (readonly (string | number)[])[]) => {
    await page.evaluate(text => navigator.clipboard.writeText(text), rows.map(row => row.join('\t')).join('\n'));
    await page.mouse.click(700, 640);
    await onSheet((sheet, address) => void sheet.getRange(address).activate(), cell);
    await page.keyboard.press('Control+V');
    await expect.poll(async () => (await shown()).rows.length).toBe(now.length);
  };

  beforeAll(async () => {
    opened = await workbench.open(`?host=${host}&lang=${lang}`);
    ({ page } = opened);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    pane = await paneOf(page);
  });
  afterAll(() => page.close());

  it('inserts a history and a tracker, and pastes thirty people over its samples', async () => {
    await insert('history');
    await insert('tracker');
    sheetName = await page.evaluate(() =>
      (globalThis as unknown as Reachable).workbench.book.workbook.getActiveSheet().getSheetName(),
    );
    const { row } = await shown();
    await paste(
      `A${row + 2}`,
      people.map(({ name, target, actual }) => ['R', 'X', name, target, actual]),
    );
    await isRight();
    // Text brings no formats: the cells keep theirs, and rows that a table grows by look like the others.
    expect(String((await shown()).rows[29]?.[1]).trim()).toBe('3,900');
  });

  it('deletes the first row', async () => {
    const { row } = await shown();
    await onSheet((sheet, first) => void sheet.deleteRows(first, 1), row + 1);
    now = now.slice(1);
    await isRight();
  });

  it('sorts by achievement', async () => {
    const { row, rows } = await shown();
    await onSheet(
      (sheet, [first, count]) =>
        void (sheet.getRange(first, 0, count, 11) as Sortable).sort({ column: 5, ascending: true }),
      [row + 1, rows.length] as const,
    );
    now = [...now].sort((a, b) => a.actual / a.target - b.actual / b.target);
    await isRight();
  });

  it('puts two rows into the middle and fills them in', async () => {
    const { row } = await shown();
    const added = [
      { name: 'Q1', target: 500, actual: 400 },
      { name: 'Q2', target: 700, actual: 900 },
    ];
    await onSheet((sheet, at) => void sheet.insertRows(at, 2), row + 11);
    await onSheet(
      (sheet, [at, rows]) => void sheet.getRange(at, 2, rows.length, 3).setValues(rows.map(line => [...line])),
      [row + 11, added.map(({ name, target, actual }) => [name, target, actual])] as const,
    );
    now = [...now.slice(0, 10), ...added, ...now.slice(10)];
    await isRight();
  });

  it('puts a row directly under the headings, and the review counts it', async () => {
    await insert('review');
    const lit = () =>
      page.evaluate(
        async ([name, label]) => {
          const { book } = (globalThis as unknown as Reachable).workbench;
          await book.calculated();
          const values: unknown[][] = book.workbook.getSheetByName(name)?.getDataRange().getValues() ?? [];
          const row = values.findIndex(line => line.includes(label));
          return values[row + 1]?.[values[row]?.indexOf(label) ?? -1];
        },
        [...given.review] as const,
      );
    const counts = () => {
      const shares = now.map(({ actual, target }) => actual / target);
      const red = shares.filter(share => share < 0.8).length;
      const green = shares.filter(share => share > 1).length;
      return `${red} / ${now.length - red - green} / ${green}`;
    };
    await expect.poll(lit).toBe(counts());
    const { row } = await shown();
    const added = { name: 'Q0', target: 90_000, actual: 100 };
    await onSheet((sheet, at) => void sheet.activate().insertRows(at, 1), row + 1);
    await onSheet((sheet, [at, line]) => void sheet.getRange(at, 0, 1, 5).setValues([[...line]]), [
      row + 1,
      ['R', 'X', added.name, added.target, added.actual],
    ] as const);
    now = [added, ...now];
    await isRight();
    expect(await lit()).toBe(counts());
  });

  it('renames the sheet', async () => {
    await onSheet((sheet, name) => void sheet.setName(name), renamed);
    sheetName = renamed;
    await isRight();
  });

  it('brings in a file, and takes it back', async () => {
    const brought = now.map(person => ({ ...person, actual: person.actual + 10 }));
    const lines = brought.map(({ name, actual }) => `${name},${actual},${MONTH}-05`);
    const file = { name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from([given.csv, ...lines].join('\n')) };
    await home('bringIn');
    await pane.locator('#month-file').setInputFiles(file);
    await pane.locator('#month-column-amount').waitFor();
    await click('form button.primary');
    await pane.locator('.grid').waitFor();
    await click('main .bar button.primary');
    await pane.locator('main .notice.done').waitFor();
    const before = now;
    now = brought;
    await isRight();
    await click('.apart button');
    await expect.poll(async () => read((await shown()).rows[0]?.[2])).toBe(before[0]?.actual);
    now = before;
    await isRight();
  });

  it('closes no month of which an actual is no number, and says which', async () => {
    const { row } = await shown();
    const [{ name, actual } = { name: '', actual: 0 }] = now;
    await onSheet((sheet, at) => void sheet.getRange(at, 4).setValue('12万'), row + 1);
    await home('close');
    await pane.locator('.notice.warning li').getByText(`${name}`).waitFor();
    // Nor does it show a sum without that figure.
    expect(await pane.locator('section[aria-labelledby=close] .facts').count()).toBe(0);
    const button = pane.locator('section[aria-labelledby=close] button.primary');
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    expect(await pane.locator('section[aria-labelledby=roll-over] > button').getAttribute('aria-disabled')).toBe(
      'true',
    );
    await onSheet((sheet, [at, figure]) => void sheet.getRange(at, 4).setValue(figure), [row + 1, actual] as const);
    await isRight();
  });

  it('closes the month into the history', async () => {
    await home('close');
    await click('section[aria-labelledby=close] button.primary');
    await pane.locator('main .notice.done').waitFor();
    await isRight();
    const closed = await page.evaluate(
      async ([name, kind]) => {
        const { book } = (globalThis as unknown as Reachable).workbench;
        await book.calculated();
        const values: unknown[][] = book.workbook.getSheetByName(name)?.getDataRange().getRawValues() ?? [];
        return values.filter(line => line.includes(kind)).at(-1) ?? [];
      },
      [given.history, given.company] as const,
    );
    expect(closed).toContain(now.reduce((sum, { actual }) => sum + actual, 0));
    expect(closed).toContain(now.reduce((sum, { target }) => sum + target, 0));
  });

  it('starts the next month: the same people with their targets, nobody with an actual, the old sheet as it was', async () => {
    await click('section[aria-labelledby=roll-over] > button');
    const active = () =>
      page.evaluate(() => (globalThis as unknown as Reachable).workbench.book.workbook.getActiveSheet().getSheetName());
    await expect.poll(active, { timeout: PATIENCE }).not.toBe(renamed);
    await pane.locator('main .notice.done').waitFor();
    await isRight();
    sheetName = await active();
    const { rows } = await shown();
    expect(rows.map(([name, target, actual]) => [name, read(target), actual ?? ''])).toEqual(
      now.map(({ name, target }) => [name, target, '']),
    );
    for (const [, , , achievement, gap, status] of rows)
      expect([achievement, gap, status]).toEqual(['', '', lights.none]);
    sheetName = renamed;
  });

  it('shares the workbook in place without the add-in’s formulas, and restores them', async () => {
    const formulas = () =>
      page.evaluate(() => {
        const { book } = (globalThis as unknown as Reachable).workbench;
        const all: string[] = book.workbook.getSheets().flatMap(sheet => sheet.getDataRange().getFormulas().flat());
        return all.filter(formula => /KPI[._]/.test(formula)).length;
      });
    const before = await formulas();
    expect(before).toBeGreaterThan(0);
    await home();
    await click('[data-item=share]');
    await pane.locator('input[type=radio]').nth(1).check();
    await click('form button.primary');
    await pane.locator('.notice.warning button').waitFor();
    expect(await formulas()).toBe(0);
    await isRight();
    await click('.notice.warning button');
    await pane.locator('.said .notice.done').waitFor();
    await isRight();
    expect(await formulas()).toBe(before);
    expect(opened.complaints).toEqual([]);
  });
});
