import { describe, expect, it } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { retention } from '../../src/templates/retention.ts';
import { insertedIn } from '../support/editContract.ts';
import { specOf } from '../support/planning.ts';

describe('an order of which the customer is not known', () => {
  it.each(Object.entries({ Excel: excelDialect, 'Google Sheets': sheetsDialect }))(
    'is no customer of its own, in %s',
    async (host, dialect) => {
      const { edited, book } = await insertedIn(host, dialect, specOf(retention, 'en'));
      const edit = { is: 'type', table: 'Orders', at: 0, key: 'customer', cell: null } as const;
      edited.do(edit);
      await book.calculated();
      edited.compare('en', edit);
      expect(edited.shown().marks).toBe(0);
      book.dispose();
    },
  );
});
