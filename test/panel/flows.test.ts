import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Op } from '../../src/plan/op.ts';
import type { PortReason } from '../../src/port/port.ts';
import { type PaneBrowser, type PaneOptions, startPane } from './browser.ts';
import type { Recorded } from './page.tsx';

let pane: PaneBrowser;
beforeAll(async () => {
  pane = await startPane();
});
afterAll(() => pane.close());

async function withPane(options: PaneOptions, run: (page: Page) => Promise<void>): Promise<void> {
  const page = await pane.open(options);
  try {
    await run(page);
  } finally {
    await page.context().close();
  }
}

/** What the pane asked its host to change, by name. */
async function changes(page: Page): Promise<string[]> {
  const calls = await page.evaluate(() =>
    (window as unknown as { recorded: Recorded }).recorded.calls.map(({ name }) => name),
  );
  return calls.filter(name => ['apply', 'undo', 'insertFormula', 'relabel'].includes(name));
}

function details(page: Page, name: string): Promise<unknown[]> {
  return page.evaluate(
    wanted =>
      (window as unknown as { recorded: Recorded }).recorded.calls
        .filter(call => call.name === wanted)
        .map(({ detail }) => detail),
    name,
  );
}

function refuse(page: Page, name: string, reason: PortReason): Promise<void> {
  return page.evaluate(
    refusal => {
      (window as unknown as { recorded: Recorded }).recorded.refuse = refusal;
    },
    { name, reason },
  );
}

function hold(page: Page, name: string): Promise<void> {
  return page.evaluate(held => {
    (window as unknown as { recorded: Recorded }).recorded.hold = held;
  }, name);
}

/** The sheet that was inserted, as if somebody had changed one of its cells since. */
function typeInto(page: Page, sheet: string): Promise<void> {
  return page.evaluate(name => {
    const { recorded } = window as unknown as { recorded: Recorded };
    const ops = recorded.calls.findLast(call => call.name === 'apply')?.detail as readonly Op[];
    const values = ops.find(op => op.op === 'values')?.values.map(line => [...line]) ?? [];
    const formulas = values.map((): string[] => []);
    const line = values[4];
    if (line) line[1] = 'typed';
    const grid = { sheetId: 'id-1', sheet: name, locked: false, marks: {}, values, formulas };
    recorded.book = { sheets: [grid], names: [], tables: [] };
  }, sheet);
}

function release(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as { recorded: Recorded }).recorded.release());
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const regions = (page: Page) => page.getByRole('group', { name: /^(Regions or product lines|区域或产品线)/ });

async function openForm(page: Page): Promise<void> {
  await button(page, 'Templates').click();
  await button(page, /^Target split/).click();
  await page.getByRole('heading', { level: 1, name: 'Target split' }).waitFor();
}

describe('a calendar that comes filled in', () => {
  it('adds the year’s holidays below what is there, and keeps what the user has typed', () =>
    withPane({}, async page => {
      await page.locator('nav button').nth(1).click();
      await page.locator('[data-item=tracker]').click();
      const calendar = page.locator('fieldset').filter({ hasText: 'Days off and make-up days' });
      const days = () => calendar.locator('input').evaluateAll(inputs => inputs.map(input => Object(input).value));
      await calendar.locator('input').nth(0).fill('2026-01-01');
      await calendar.locator('input').nth(1).fill('work');
      const fill = calendar.getByRole('button', { name: 'Fill in China’s holidays of 2026' });
      await fill.click();
      const filled = await days();
      expect(filled.slice(0, 4)).toEqual(['2026-01-01', 'work', '2026-01-02', 'off']);
      expect(filled.filter(cell => cell === '2026-01-01')).toHaveLength(1);
      expect(filled.slice(filled.indexOf('2026-02-14')).slice(0, 4)).toEqual([
        '2026-02-14',
        'work',
        '2026-02-15',
        'off',
      ]);
      // Once more adds nothing.
      await fill.click();
      expect(await days()).toEqual(filled);
    }));
});

describe('language', () => {
  it('follows the host, and switches at once without losing what was typed', () =>
    withPane({ lang: 'zh-CN' }, async page => {
      await page.getByRole('heading', { name: '销售KPI' }).waitFor();
      await page.getByLabel('搜索模板和函数').fill('提成');
      await button(page, 'Switch to English').click();
      expect(await page.getByLabel('Search templates and functions').inputValue()).toBe('提成');
      expect(await page.locator('.pane').getAttribute('lang')).toBe('en');
      await button(page, /^Commission explained/).waitFor();
      await button(page, '切换到中文').click();
      await button(page, /^提成明细/).waitFor();
    }));

  it('changes the sample rows of a form that were not edited', () =>
    withPane({ lang: 'en-US' }, async page => {
      await openForm(page);
      await button(page, '切换到中文').click();
      expect(await regions(page).getByLabel('名称，第 1 行').inputValue()).toBe('华东');
    }));
});

describe('home', () => {
  it('shows the sheets of a workbook, their period and their lights, and goes to them', () =>
    withPane({ used: true }, async page => {
      const sheet = button(page, /^March.*2 red.*1 amber.*1 green.*1 without data.*March 2026.*as of 2026-03-12/);
      await sheet.click();
      expect(await details(page, 'show')).toEqual(['id-7']);
      await button(page, '切换到中文').click();
      await button(page, /^March.*红 2.*2026年3月/).waitFor();
    }));

  it('says what is next: a target split where there is nothing, red rows where there are some', async () => {
    await withPane({}, async page => {
      await button(page, 'Insert Target split').click();
      await page.getByRole('heading', { level: 1, name: 'Target split' }).waitFor();
    });
    await withPane({ used: true }, async page => {
      await page.getByText('2 rows are red.').waitFor();
      await button(page, 'Go to “March”').click();
      expect(await details(page, 'show')).toEqual(['id-7']);
    });
  });

  it('says that a sheet is gone, and reads the workbook again', () =>
    withPane({ used: true }, async page => {
      await refuse(page, 'show', 'gone');
      const before = (await details(page, 'inspect')).length;
      await button(page, /^March/).click();
      await page.getByText('no longer in the workbook').waitFor();
      expect((await details(page, 'inspect')).length).toBe(before + 1);
    }));

  it('says why the workbook could not be read, and tries again', () =>
    withPane({ used: true }, async page => {
      await refuse(page, 'inspect', 'unreachable');
      await button(page, 'Read the workbook again').click();
      await page.getByText('does not answer').waitFor();
      await button(page, 'Try again').click();
      await page.getByText('does not answer').waitFor({ state: 'detached' });
    }));

  it('looks again until what was inserted has been calculated, however slow the host is', () =>
    withPane({ used: true }, async page => {
      const lights = (...cells: string[]) =>
        page.evaluate(values => {
          (window as unknown as { recorded: Recorded }).recorded.cells = { Tracker_Light: values.map(cell => [cell]) };
        }, cells);
      const looks = async () => (await details(page, 'inspect')).length;
      await page.clock.install();
      await lights('', '?', '?');
      await openForm(page);
      await button(page, 'Insert as a new sheet').click();
      await page.getByText('Inserted in the sheet').waitFor();
      const before = await looks();
      await button(page, 'Home').click();
      await page.clock.runFor(4000);
      await expect.poll(looks).toBe(before + 1);
      await page.clock.runFor(8000);
      await expect.poll(looks).toBe(before + 2);
      await page.getByText('being calculated').waitFor();
      await lights('red', 'green', 'green');
      await page.clock.runFor(16_000);
      await page.getByText('1 row is red.').waitFor();
      await page.clock.runFor(60_000);
      expect(await looks()).toBe(before + 3);
    }));

  it('says in the end which lights cannot be read, when they stay so', () =>
    withPane({ used: true }, async page => {
      await page.clock.install();
      await page.evaluate(() => {
        (window as unknown as { recorded: Recorded }).recorded.cells = { Tracker_Light: [['?'], ['green']] };
      });
      await openForm(page);
      await button(page, 'Insert as a new sheet').click();
      await page.getByText('Inserted in the sheet').waitFor();
      await button(page, 'Home').click();
      for (const wait of [4000, 8000, 16_000, 32_000]) {
        await page.getByText('being calculated').waitFor();
        await page.clock.runFor(wait);
      }
      await page.getByText('could not be read').waitFor();
    }));

  it('leads through three first steps, once', () =>
    withPane({}, async page => {
      const region = page.getByRole('region', { name: 'Get started' });
      await region.getByRole('heading', { name: 'Insert a template' }).waitFor();
      await region.getByRole('button', { name: 'Next' }).click();
      expect(await focused(page)).toBe('Fill in the yellow cells');
      await region.getByRole('button', { name: 'Next' }).click();
      await region.getByRole('button', { name: 'Begin' }).click();
      await region.waitFor({ state: 'detached' });
      expect(await details(page, 'remember')).toEqual(['{"introduced":true,"since":"","forms":[]}']);
      await page.reload();
      await button(page, 'Insert Target split').waitFor();
      expect(await region.count()).toBe(0);
    }));

  it('changes the labels of sheets into the other language, and back', () =>
    withPane({ used: true }, async page => {
      await button(page, 'Language of the sheets').click();
      await page.getByRole('radio', { name: '中文' }).check();
      await button(page, 'Change language').click();
      await page.getByText('1 label on 1 sheet was changed.').waitFor();
      const title = { row: 0, column: 0 };
      const into = { cells: [{ ...title, text: '月度目标跟踪' }], notes: [] };
      const back = { cells: [{ ...title, text: 'Monthly target tracker' }], notes: [] };
      expect(await details(page, 'relabel')).toEqual([{ sheetId: 'id-7', labels: into }]);
      await button(page, 'Undo').click();
      await page.getByText('The labels are as they were.').waitFor();
      expect((await details(page, 'relabel'))[1]).toEqual({ sheetId: 'id-7', labels: back });
    }));
});

describe('search', () => {
  it.each([
    ['en-US', 'Search functions', 'churn', 'Churn rate'],
    ['en-US', 'Search functions', '流失率', 'Churn rate'],
    ['zh-CN', '搜索函数', '流失', '流失率'],
    ['zh-CN', '搜索函数', 'ｃｈｕｒｎ', '流失率'],
  ] as const)('%s: %s finds %s', (lang, label, query, found) =>
    withPane({ lang }, async page => {
      await page.getByRole('navigation').getByRole('button').nth(2).click();
      await page.getByLabel(label).fill(query);
      await button(page, new RegExp(`^${found}`)).waitFor();
    }),
  );

  it('says so when nothing is found, and Escape empties it', () =>
    withPane({}, async page => {
      const box = page.getByLabel('Search templates and functions');
      await box.fill('zebra');
      await page.getByText('Nothing found for “zebra”').waitFor();
      await box.press('Escape');
      expect(await box.inputValue()).toBe('');
      await page.getByRole('heading', { name: 'Start with a template' }).waitFor();
    }));

  it('keeps its query, and the focus its item, when people come back', () =>
    withPane({}, async page => {
      await button(page, 'Functions').click();
      await page.getByLabel('Search functions').fill('nps');
      await button(page, /^NPS breakdown/).click();
      await page.getByRole('heading', { level: 1, name: 'NPS breakdown' }).waitFor();
      expect(await focused(page)).toBe('NPS breakdown');
      await page.locator('.back').click();
      expect(await page.getByLabel('Search functions').inputValue()).toBe('nps');
      expect(await focused(page)).toMatch(/^NPS breakdown/);
    }));
});

describe('function list', () => {
  it('opens at the family that was chosen, and is open still when people come back', () =>
    withPane({}, async page => {
      await button(page, /^Incentives/).click();
      expect(await focused(page)).toMatch(/^Incentives/);
      expect(await page.locator('[data-item="NPS"]').isVisible()).toBe(false);
      await button(page, /^Commission explained/).click();
      await page.getByRole('heading', { level: 1, name: 'Commission explained' }).waitFor();
      await page.locator('.back').click();
      expect(await focused(page)).toMatch(/^Commission explained/);
      await page.getByText(/^Customers \d+$/).click();
      await page.locator('[data-item="NPS"]').waitFor();
    }));
});

describe('template form', () => {
  it('says beside the field what is wrong, and inserts nothing', () =>
    withPane({}, async page => {
      await openForm(page);
      const total = page.getByLabel('Company target');
      await total.fill('many');
      await page.getByText('Enter a number, such as 120000.').waitFor();
      await total.fill('-1');
      await page.getByText('Enter 0 or more.').waitFor();
      await page.getByLabel('Title').fill('');
      await button(page, 'Insert as a new sheet').click();
      await page.getByText('2 fields need your attention.').waitFor({ state: 'attached' });
      await expect.poll(() => page.getByLabel('Title').evaluate(input => input === document.activeElement)).toBe(true);
      expect(await changes(page)).toEqual([]);
    }));

  it('takes in rows pasted from a spreadsheet, and shows them in the preview', () =>
    withPane({}, async page => {
      await openForm(page);
      await regions(page)
        .getByLabel('Name, row 2')
        .evaluate(input => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', 'Coast\t1,250\nIsles\t750\nHills\t10\nLakes\t20\n');
          input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        });
      expect(await regions(page).getByLabel('Weight, row 2').inputValue()).toBe('1,250');
      expect(await regions(page).getByLabel('Name, row 5').inputValue()).toBe('Lakes');
      await page.locator('.sheet').getByRole('cell', { name: 'Isles' }).first().waitFor();
    }));

  it('replaces samples that nobody has touched, and leaves out the headings that were copied along', () =>
    withPane({}, async page => {
      await openForm(page);
      const paste = (text: string) =>
        regions(page)
          .getByLabel('Name, row 1')
          .evaluate((input, pasted) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', pasted);
            input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
          }, text);
      const names = async () => {
        const inputs = regions(page).getByLabel(/^Name, row/);
        return Promise.all((await inputs.all()).map(input => input.inputValue()));
      };
      await paste('Name\tWeight\nCoast\t1,250\nIsles\t750\n');
      expect(await names()).toEqual(['Coast', 'Isles']);
      // Rows of one's own are written over, and no others are lost, also when the form is opened again.
      await paste('Hills\t10\n');
      expect(await names()).toEqual(['Hills', 'Isles']);
      await button(page, 'Home').click();
      await openForm(page);
      await paste('Lakes\t20\n');
      expect(await names()).toEqual(['Lakes', 'Isles']);
      await button(page, 'Reset').click();
      await paste('Dunes\t30\n');
      expect(await names()).toEqual(['Dunes']);
    }));

  it('adds and removes rows by keyboard', () =>
    withPane({}, async page => {
      await openForm(page);
      await regions(page).getByLabel('Weight, row 4').press('Enter');
      await page.keyboard.type('Centre');
      expect(await regions(page).getByLabel('Name, row 5').inputValue()).toBe('Centre');
      await regions(page).getByRole('button', { name: 'Remove row 1' }).press('Enter');
      expect(await regions(page).getByLabel('Name, row 1').inputValue()).toBe('North');
      await expect
        .poll(() =>
          regions(page)
            .getByLabel('Name, row 1')
            .evaluate(input => input === document.activeElement),
        )
        .toBe(true);
    }));

  it('inserts with what was typed, and takes it out again', () =>
    withPane({}, async page => {
      await openForm(page);
      await page.getByLabel('Company target').fill('6,000');
      await button(page, 'Insert as a new sheet').click();
      await page.getByText('Inserted in the sheet “Target split 2”.').waitFor();
      expect(await changes(page)).toEqual(['apply']);
      expect(JSON.stringify(await details(page, 'apply'))).toContain('6000');
      await button(page, 'Undo').click();
      await page.getByText('The sheet “Target split 2” was removed.').waitFor();
      expect(await details(page, 'undo')).toMatchObject([{ sheetId: 'id-1' }]);
      await button(page, 'Close this message').click();
      await button(page, 'Insert as a new sheet').waitFor();
    }));

  it.each([
    [
      'en-US',
      'Undo',
      'Target split 2 was filled in since (B5): that would be lost',
      'Keep the sheet',
      'Delete the sheet',
    ],
    ['zh-CN', '撤销', '工作表“Target split 2”此后已填写内容（B5），撤销将丢失这些内容', '保留工作表', '删除工作表'],
  ] as const)('asks before it takes out what was typed since (%s)', (lang, undo, loss, keep, remove) =>
    withPane({ lang }, async page => {
      await button(page, lang === 'zh-CN' ? '模板' : 'Templates').click();
      await page.locator('[data-item="template target-split"], [data-item="target-split"]').first().click();
      await button(page, lang === 'zh-CN' ? '插入为新工作表' : 'Insert as a new sheet').click();
      await button(page, undo).waitFor();
      await typeInto(page, 'Target split 2');
      await button(page, undo).click();
      await page.getByText(loss).waitFor();
      await button(page, keep).click();
      await button(page, undo).waitFor();
      expect(await changes(page)).toEqual(['apply']);
      await button(page, undo).click();
      await button(page, remove).click();
      await page.getByText(loss).waitFor({ state: 'detached' });
      expect(await changes(page)).toEqual(['apply', 'undo']);
    }),
  );

  it('does not offer to take it out any more when other work was begun', () =>
    withPane({}, async page => {
      await openForm(page);
      await button(page, 'Insert as a new sheet').click();
      await button(page, 'Undo').waitFor();
      await page.getByRole('navigation').getByRole('button', { name: 'Home' }).click();
      await button(page, 'Undo').waitFor();
      await page.locator('[data-item="health"]').click();
      await page.getByRole('navigation').getByRole('button', { name: 'Home' }).click();
      await page.locator('[data-item="health"]').waitFor();
      expect(await button(page, 'Undo').count()).toBe(0);
    }));

  it('cancelled before the write, writes nothing', () =>
    withPane({}, async page => {
      await openForm(page);
      await hold(page, 'inspect');
      await button(page, 'Insert as a new sheet').click();
      await page.getByText('Reading which names are in use').waitFor();
      await button(page, 'Cancel').click();
      await page.getByText('Cancelled. Your workbook is as it was.').waitFor();
      await release(page);
      await page.waitForTimeout(100);
      expect(await changes(page)).toEqual([]);
    }));

  it('cancelled during the write, takes out what was written', () =>
    withPane({}, async page => {
      await openForm(page);
      await hold(page, 'apply');
      await button(page, 'Insert as a new sheet').click();
      await page.getByText('Writing the sheet').waitFor();
      await button(page, 'Cancel').click();
      await page.getByText('Cancelling and removing what was written').waitFor();
      await release(page);
      await page.getByText('Cancelled. Your workbook is as it was.').waitFor();
      expect(await changes(page)).toEqual(['apply', 'undo']);
    }));

  it('says why the host would not, and tries again', () =>
    withPane({}, async page => {
      await openForm(page);
      await refuse(page, 'apply', 'protected');
      await button(page, 'Insert as a new sheet').click();
      await page.getByText('The workbook or the sheet is protected.').waitFor();
      await page.getByText('For support: Code-17').waitFor();
      await button(page, 'Try again').click();
      await page.getByText('Inserted in the sheet').waitFor();
    }));

  it('gives the focus back where people go on', () =>
    withPane({}, async page => {
      await openForm(page);
      await button(page, 'Insert as a new sheet').press('Enter');
      await page.getByText('Inserted in the sheet').waitFor();
      expect(await focused(page)).toMatch(/^Inserted in the sheet/);
      await button(page, 'Close this message').press('Enter');
      await button(page, 'Insert as a new sheet').waitFor();
      expect(await focused(page)).toBe('Insert as a new sheet');
    }));

  it('takes the focus from nobody who goes on typing', () =>
    withPane({}, async page => {
      await openForm(page);
      await hold(page, 'apply');
      await button(page, 'Insert as a new sheet').click();
      await page.getByText('Writing the sheet').waitFor();
      await page.getByLabel('Title').fill('Next');
      await release(page);
      await page.getByText('Inserted in the sheet').waitFor();
      await page.keyboard.type(' year');
      expect(await page.getByLabel('Title').inputValue()).toBe('Next year');
    }));

  it('keeps an insertion in sight in the other views', () =>
    withPane({}, async page => {
      await openForm(page);
      await hold(page, 'apply');
      await button(page, 'Insert as a new sheet').click();
      await page.getByText('Writing the sheet').waitFor();
      await button(page, 'Functions').click();
      await release(page);
      await page.getByText('Inserted in the sheet').waitFor();
      await button(page, 'Undo').waitFor();
    }));
});

describe('function page', () => {
  async function openFunction(page: Page, name: string): Promise<void> {
    await button(page, 'Functions').click();
    await page.locator('.search input').fill(name);
    await page.locator(`[data-item="${name}"]`).click();
  }

  it('shows the example with its result', () =>
    withPane({}, async page => {
      await openFunction(page, 'ACHIEVEMENT');
      await page.getByText('Definition and example').click();
      await page.locator('.example .figure').first().waitFor();
      expect(await page.locator('.example').first().textContent()).toMatch(/^=KPI\.ACHIEVEMENT\(.+\)Result[\d.]+$/);
    }));

  it.each([
    ['excel', '=KPI.COMMISSION(D5:D24, , D5:D24, "marginal")'],
    ['sheets', '=KPI_COMMISSION(D5:D24, , D5:D24, "marginal")'],
  ] as const)('takes ranges from the selection and writes the formula: %s', (dialect, formula) =>
    withPane({ dialect }, async page => {
      await openFunction(page, 'COMMISSION');
      await button(page, 'Use selection for Sales').click();
      await button(page, 'Use selection for Tiers').click();
      await page.getByLabel('Mode').selectOption('marginal');
      expect(await page.locator('.written .formula').textContent()).toBe(formula);
      await button(page, 'Insert formula').click();
      await page.getByText('Inserted in F2.').waitFor();
      expect(await details(page, 'insertFormula')).toEqual([formula]);
    }),
  );

  it('asks for what is missing before it inserts', () =>
    withPane({}, async page => {
      await openFunction(page, 'NPS');
      await button(page, 'Insert formula').click();
      await page.getByText('This one is needed.').waitFor();
      expect(await changes(page)).toEqual([]);
      await page.getByRole('textbox', { name: 'Scores' }).fill('10, 9, 8, 3');
      await page.getByText('Ready to insert.').waitFor();
      expect(await page.locator('.written .figure').textContent()).toBe('25');
    }));

  it('says what to do when the cell is not blank', () =>
    withPane({ lang: 'zh-CN' }, async page => {
      await page.getByRole('navigation').getByRole('button').nth(2).click();
      await page.locator('.search input').fill('净推荐值');
      await page.locator('[data-item="NPS"]').click();
      await button(page, /^用所选区域填写/).click();
      await refuse(page, 'insertFormula', 'occupied');
      await button(page, '插入公式').click();
      await page.getByText('当前单元格不是空白。').waitFor();
      await button(page, '重试').click();
      await page.getByText('已插入 F2。').waitFor();
    }));

  it('says why the selection cannot be taken', () =>
    withPane({}, async page => {
      await openFunction(page, 'NPS');
      await refuse(page, 'selection', 'editing');
      await button(page, /^Use selection/).click();
      await page.getByText('A cell is still being edited.').waitFor();
    }));
});

describe('motion', () => {
  it.each([
    ['reduce', '0s'],
    ['no-preference', '0.12s'],
  ] as const)('is as people asked for it: %s', (reducedMotion, duration) =>
    withPane({ reducedMotion }, async page => {
      const durations = await page.evaluate(() =>
        [...document.querySelectorAll('*')].map(element => getComputedStyle(element).transitionDuration),
      );
      expect(new Set(durations)).toContain(duration);
      expect(durations.filter(found => found !== '0s' && found !== duration)).toEqual([]);
    }),
  );
});

describe('choices', () => {
  it('are remembered in the workbook without their dates, and filled in the next time', async () => {
    let remembered = '';
    await withPane({}, async page => {
      await openForm(page);
      await page.getByLabel('Title', { exact: true }).fill('Our targets');
      await button(page, 'Insert as a new sheet').click();
      await page.getByText('Inserted in the sheet').waitFor();
      remembered = String((await details(page, 'remember')).at(-1));
      expect(JSON.parse(remembered)).toEqual({
        introduced: false,
        since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        forms: [['target-split', { title: 'Our targets' }]],
      });
    });
    await withPane({ remembered }, async page => {
      await openForm(page);
      expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Our targets');
      await page.getByText('Filled in as last time').waitFor();
      await button(page, 'Reset').click();
      expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Target split');
    });
  });
});

describe('a template that reads another', () => {
  it('says what to insert first, offers to, and comes back', () =>
    withPane({}, async page => {
      await button(page, 'Templates').click();
      await button(page, /^Achievement analysis/).click();
      await page.getByText('This sheet reads data from: Monthly target tracker').waitFor();
      expect(await button(page, 'Insert as a new sheet').count()).toBe(0);
      await button(page, 'Insert Monthly target tracker first').click();
      await page.getByRole('heading', { level: 1, name: 'Monthly target tracker' }).waitFor();
      await button(page, 'Insert as a new sheet').click();
      await page.getByRole('heading', { level: 1, name: 'Achievement analysis' }).waitFor();
      expect(await changes(page)).toEqual(['apply']);
    }));

  it('leaves the button of another form free while the notice of the last insertion is open', () =>
    withPane({}, async page => {
      await openForm(page);
      await button(page, 'Insert as a new sheet').click();
      await page.getByText('Inserted in the sheet').waitFor();
      await page.getByRole('navigation').getByRole('button', { name: 'Templates' }).click();
      await button(page, 'Undo').waitFor();
      await button(page, /^Monthly target tracker/).click();
      await button(page, 'Insert as a new sheet').click();
      await page.getByText('Inserted in the sheet').waitFor();
      expect(await changes(page)).toEqual(['apply', 'apply']);
    }));
});

describe('keyboard', () => {
  it('alone inserts a template from a cold start', () =>
    withPane({}, async page => {
      const tabTo = async (name: RegExp) => {
        for (let step = 0; step < 60; step += 1) {
          await page.keyboard.press('Tab');
          const label = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
          if (name.test(label)) return;
        }
        throw new Error(`Tab does not reach ${name}`);
      };
      await tabTo(/^Target split/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Target split' }).waitFor();
      await tabTo(/^Insert as a new sheet$/);
      await page.keyboard.press('Enter');
      await page.getByText('Inserted in the sheet').waitFor();
      await tabTo(/^Undo$/);
      await page.keyboard.press('Enter');
      await page.getByText('was removed').waitFor();
      expect(await changes(page)).toEqual(['apply', 'undo']);
    }));

  it('shows where the focus is', () =>
    withPane({}, async page => {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
      expect(outline).toBe('solid');
    }));
});
