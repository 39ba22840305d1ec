import { ConditionalFormattingService } from '@univerjs/sheets-conditional-formatting';
import { describe, expect, it, vi } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { HEAT } from '../../src/plan/theme.ts';
import { retention } from '../../src/templates/retention.ts';
import { officeInNode } from '../support/officeInNode.ts';
import { opsOf, specOf } from '../support/planning.ts';
import { sheetsInNode } from '../support/sheetsPort.ts';

const HOSTS = {
  Excel: async () => ({ ...(await officeInNode()), dialect: excelDialect }),
  'Google Sheets': async () => {
    const { port, played } = await sheetsInNode({});
    return { port, book: played.book, dialect: sheetsDialect };
  },
};

describe('the heat of the cohorts', () => {
  it.each(Object.entries(HOSTS))('is as deep as the share, in steps, in %s', async (_name, start) => {
    const { port, book, dialect } = await start();
    const { sheet } = await port.apply(opsOf(specOf(retention, 'en'), 'en', dialect, await port.inspect()));
    await book.calculated();
    const found = book.workbook.getSheetByName(sheet);
    if (!found) throw new Error('no sheet');
    const shown = book.univer.__getInjector().get(ConditionalFormattingService);
    const values = found.getDataRange().getValues();
    const heading = values.findIndex(line => line[0] === 'Cohort');
    const fillAt = (row: number, column: number): string | undefined =>
      hex(shown.composeStyle(book.workbook.getId(), found.getSheetId(), row, column)?.style?.bg?.rgb ?? undefined);
    // A rule that is a formula is worked out when it is first asked for.
    await vi.waitFor(() => expect(fillAt(heading + 1, 2)).toBeDefined(), { timeout: 20_000 });
    const seen = new Set<string | undefined>();
    for (let row = heading; row < heading + 13; row++) {
      for (let column = 2; column < 14; column++) {
        const value = values[row]?.[column];
        const isShare = typeof value === 'number' && row > heading;
        const step = HEAT.find(({ condition }) => condition.when === 'between' && isShare && value >= condition.from);
        expect(fillAt(row, column), `${row} ${column} ${value}`).toBe(step?.fill);
        seen.add(step?.fill);
      }
    }
    expect(seen.size).toBeGreaterThan(2);
    book.dispose();
  });
});

function hex(rgb: string | undefined): string | undefined {
  const parts = rgb?.match(/\d+/g)?.map(part => Number(part).toString(16).padStart(2, '0'));
  return parts && `#${parts.join('').toUpperCase()}`;
}
