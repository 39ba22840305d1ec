import { describe, expect, it } from 'vitest';
import { excelDialect } from '../../src/plan/dialect.ts';
import { initialValues, Problems } from '../../src/plan/template.ts';
import { targetSplit } from '../../src/templates/targetSplit.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { only, opsOf, specOf, TODAY } from '../support/planning.ts';

describe('what a cell says that refuses 12万 or n/a', () => {
  it.each([
    ['en', 'Enter a number, such as 120000.', 'Enter a number, such as 80%.', 'Enter a date, such as 2026-01-31.'],
    ['zh', '请输入数字，如 120000。', '请输入数字，如 80%。', '请输入日期，如 2026-01-31。'],
  ] as const)('names how such a figure is typed (%s)', (language, amount, share, date) => {
    const said = only(opsOf(specOf(tracker, language), language, excelDialect), 'validate').map(
      ({ message }) => message,
    );
    expect(said).toEqual(expect.arrayContaining([amount, share, date]));
  });

  it('so does the form', () => {
    const problems = targetSplit.build(
      { ...initialValues(targetSplit, { language: 'en', today: TODAY }), total: '12万' },
      'en',
    );
    expect(problems).toBeInstanceOf(Problems);
    expect(JSON.stringify(problems)).toContain('Enter a number, such as 120000.');
    expect(JSON.stringify(problems)).toContain('请输入数字，如 120000。');
  });
});
