import { describe, expect, it } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { retention } from '../../src/templates/retention.ts';
import { excelOnDesktop } from '../support/allTemplates.ts';
import { insertedIn } from '../support/editContract.ts';
import { specOf } from '../support/planning.ts';

describe('an order of which the customer is not known', () => {
  it.each([
    ['Excel on the desktop', excelOnDesktop, excelDialect],
    ['Google Sheets', 'Google Sheets', sheetsDialect],
  ] as const)('is no customer of its own, in %s', async (_, host, dialect) => {
    const spec = specOf(retention, 'en');
    const orders = spec.tables.find(({ key }) => key === 'Orders')?.rows.length ?? 0;
    expect(orders).toBeGreaterThan(20);
    const { edited, book } = await insertedIn(host, dialect, spec);
    for (let at = 0; at < orders; at += 5) edited.do({ is: 'type', table: 'Orders', at, key: 'customer', cell: null });
    await book.calculated();
    edited.compare('en', 'every fifth customer taken out');
    expect(edited.shown().marks).toBe(0);
    book.dispose();
  });
});
