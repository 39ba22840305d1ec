import { expect } from 'vitest';
import { sheetsDialect } from '../../src/plan/dialect.ts';
import { sheetsInNode } from '../support/sheetsPort.ts';
import { templateContract } from '../support/templateContract.ts';

/** Rules are put together before anything is sent; all other calls concern the spreadsheet. */
const isBuilder = (call: string): boolean => /Builder\.|\.newDataValidation$|\.newConditionalFormatRule$/.test(call);

/** Longer names make wider columns, and rows are put in where there are more. */
const settled = (calls: readonly string[]): readonly string[] =>
  calls.filter(call => !call.startsWith('Sheet.insert') && call !== 'Sheet.setColumnWidths');

templateContract({
  name: 'Google Sheets',
  dialect: sheetsDialect,
  async start(language) {
    // The language is the account's, the notation of formulas the spreadsheet's: one of them with a decimal comma.
    const locale = language === 'zh' ? 'de_DE' : 'en_US';
    const { port, played } = await sheetsInNode({ accountLocale: language, locale });
    const { calls } = played.host.state.ledger;
    let before = calls.length;
    const traffic = (): readonly string[] => {
      const seen = calls.slice(before);
      before = calls.length;
      return seen;
    };
    return { port, book: played.book, traffic };
  },
  shownError: () => '#ERROR!',
  judge(few, many) {
    expect(settled(many)).toEqual(settled(few));
    // Names are set one by one: there is no call for several.
    const counted = many.filter(call => !isBuilder(call) && !call.endsWith('.setNamedRange'));
    expect(counted.length).toBeLessThanOrEqual(60);
  },
});
