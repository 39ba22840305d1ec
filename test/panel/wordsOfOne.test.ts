import { describe, expect, it } from 'vitest';
import { strings } from '../../src/panel/strings.ts';
import { words as care } from '../../src/panel/views/care/words.ts';
import { reconcileWords } from '../../src/panel/views/month/reconcile/reconcileWords.ts';
import { words } from '../../src/panel/views/month/words.ts';
import { words as share } from '../../src/panel/views/share/words.ts';
import { words as told } from '../../src/tables/questionWords.ts';

describe('what is said about one, and about several', () => {
  it('is a sentence on the month’s pages', () => {
    expect(told.repeated(1, 'D5')).toMatchObject({
      en: '1 row repeats a number that came before (D5); it is counted',
      zh: '1 行编号重复（D5），已计入',
    });
    expect(told.repeated(2, 'D5').en).toBe('2 rows repeat a number that came before (for one, D5); they are counted');
    expect(told.otherMonths(1).en).toContain('1 row has a date in another month than its month column');
    expect(words.closing(1, 1).en).toBe('1 row will be added to the history; 1 of them restates an older one.');
    expect(words.applied(1).en).toContain('1 cell was written.');
    expect(reconcileWords.withoutKey(1).en).toBe('1 row names nothing to match by');
    expect(words.moreOnSheet(1).en).toBe('1 more is on the sheet.');
  });

  it('is a sentence where sheets are shared, mended and relabelled', () => {
    expect(share.done(1).en).toBe('1 formula became a built-in one.');
    expect(share.found(1, 0).en).toBe('1 formula can become a built-in one.');
    expect(share.restored(1).en).toBe('1 formula was restored as it was.');
    expect(share.left(1, { en: 'why', zh: '原因' }).en).toBe('1 cell stays as it is: why');
    expect(care.repaired(1).en).toBe('1 cell was repaired.');
    expect(care.fixed(1).en).toBe('1 cell was fixed.');
    expect(strings.labelsChanged(1, 1).en).toBe('1 label on 1 sheet was changed.');
    expect(strings.labelsChanged(2, 1).en).toBe('2 labels on 1 sheet were changed.');
  });

  it('is no sentence about one where several became values', () => {
    const { en, zh } = share.values(2, ['PLAN_CHECK', 'RANK_BONUS'], {
      en: 'the result fills several cells',
      zh: '结果占多个单元格',
    });
    expect(en).toBe('2 cells became values (PLAN_CHECK, RANK_BONUS): the result fills several cells');
    expect(zh).toBe('2 个单元格换成数值（PLAN_CHECK、RANK_BONUS）：结果占多个单元格');
  });
});
