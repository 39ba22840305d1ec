import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_MONTH_MEMORY, OWN_WAREHOUSE, readMonthMemory, writtenMonth } from '../../src/panel/monthMemory.ts';
import { statementOf } from '../../src/panel/views/month/warehouse/warehouse.tsx';
import { type PaneBrowser, startPane } from './browser.ts';

describe('statementOf()', () => {
  const form = { ...OWN_WAREHOUSE, table: 'sales.deals' };

  it('is split by the columns of people and places that are named, and quotes every name', () => {
    const columns = { amount: 'net "amount"', closed: 'day', person: 'owner', region: ' ' };
    const text = statementOf({ ...form, engine: 'postgres', columns });
    expect(text).toContain('FROM "sales"."deals"');
    expect(text).toContain('"net ""amount"""');
    expect(text).toContain('GROUP BY kpi_month, kpi_person\n');
  });

  it('says what is missing: a table, an amount, a share that is one', () => {
    expect(statementOf({ ...form, table: ' ' })).toHaveProperty('en', 'Enter the name of the table.');
    expect(statementOf({ ...form, columns: { closed: 'day' } })).toHaveProperty('en');
    expect(statementOf({ ...form, share: '130' })).toHaveProperty('en');
    expect(statementOf({ ...form, share: 'x' })).toHaveProperty('en');
  });

  it('is remembered with the month’s work', () => {
    const memory = { ...NO_MONTH_MEMORY, warehouse: form };
    expect(readMonthMemory(writtenMonth(memory)).warehouse).toEqual(form);
    expect(readMonthMemory('{"warehouse":{"engine":"oracle"}}').warehouse).toBeUndefined();
  });
});

describe('the warehouse in the pane', () => {
  let pane: PaneBrowser;
  beforeAll(async () => {
    pane = await startPane();
  });
  afterAll(() => pane.close());

  it('writes the statement for the engine that is chosen, by keyboard, and says how to run it', async () => {
    const page = await pane.open({ used: true });
    await page.locator('#open-month').click();
    await page.locator('[data-item=bringIn]').click();
    await page.locator('.warehouse summary').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Enter the name of the table.').waitFor();
    await page.locator('#warehouse-table').fill('crm.deals');
    const statement = page.locator('#warehouse-statement');
    expect(await statement.inputValue()).toContain('FROM `crm`.`deals`');
    await page.locator('#warehouse-engine').selectOption('snowflake');
    expect(await statement.inputValue()).toContain('FROM "CRM"."DEALS"');
    await page.getByText('Snowsight', { exact: false }).waitFor();
    await page.locator('#warehouse-amount').fill('');
    await page.getByText('the map has neither amount nor score').waitFor();
    await page.context().close();
  });
});
