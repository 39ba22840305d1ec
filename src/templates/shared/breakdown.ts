import { achievement } from '../../functions/achievement.ts';
import { leaderboard } from '../../functions/leaderboard.ts';
import type { Language, Text } from '../../kernel/text.ts';
import {
  blankKept,
  builtin,
  column,
  type Expression,
  kpi,
  operator,
  unlessBlank,
  value,
} from '../../plan/expression.ts';
import type { TableSpec } from '../../plan/sheetSpec.ts';
import { BLANK, checks, sumOf, unlessZero } from './expressions.ts';
import { actualOf, TRACKER, targetOf } from './fromTracker.ts';
import { lightColumn } from './lights.ts';
import { achievementColumn } from './measures.ts';
import type { MoneyFormat } from './money.ts';

export const byRegion = (money: MoneyFormat, language: Language): TableSpec =>
  breakdown('Regions', { en: 'Region', zh: '区域' }, TRACKER.region, money, language);

export const byProduct = (money: MoneyFormat, language: Language): TableSpec =>
  breakdown('Products', { en: 'Product line', zh: '产品线' }, TRACKER.product, money, language);

/** As many regions or product lines as a sheet has room for. */
const GROUPS = 8;

/** The tracker by one of its columns: who brought how much of the total, and of the target. */
function breakdown(key: string, label: Text, names: Expression, money: MoneyFormat, language: Language): TableSpec {
  const name = column('name');
  const listed = builtin('COUNT', TRACKER.actual);
  return {
    key,
    title: { en: `By ${label.en.toLowerCase()}`, zh: `分${label.zh}` },
    spare: 0,
    above: [
      checks({
        actual: unlessListed(listed, operator(sumOf(key, 'actual'), '-', TRACKER.totalActual)),
        target: unlessListed(listed, operator(sumOf(key, 'target'), '-', TRACKER.totalTarget)),
      }),
    ],
    columns: [
      {
        key: 'rank',
        label: { en: 'Rank', zh: '名次' },
        format: 'rank',
        spills: {
          columns: 4,
          formula: unlessZero(
            TRACKER.totalActual,
            kpi(leaderboard, {
              names: blankKept(names),
              // Who has no actual yet counts as 0; rows that are not filled in count for nobody.
              values: unlessBlank(names, builtin('IF', operator(TRACKER.actual, '=', BLANK), value(0), TRACKER.actual)),
              n: value(GROUPS),
            }),
          ),
        },
      },
      { key: 'name', label, format: 'text', spilled: true },
      { key: 'actual', label: { en: 'Actual', zh: '实际' }, format: money, spilled: true },
      { key: 'share', label: { en: 'Share', zh: '占比' }, format: 'percent', spilled: true },
      {
        key: 'target',
        label: { en: 'Target', zh: '目标' },
        format: money,
        formula: unlessBlank(name, targetOf(names, name)),
      },
      achievementColumn(
        kpi(achievement, {
          actual: unlessBlank(name, unlessZero(column('target'), actualOf(names, name))),
          target: blankKept(column('target')),
        }),
        { note: { en: 'Actual ÷ target.', zh: '实际 ÷ 目标。' } },
      ),
      {
        key: 'gap',
        label: { en: 'Gap', zh: '差额' },
        format: money,
        formula: unlessBlank(name, operator(column('actual'), '-', column('target'))),
      },
      lightColumn(language, 'name'),
    ],
    rows: Array.from({ length: GROUPS }, () => ({})),
  };
}

/** Nothing to check before anything is listed. */
function unlessListed(count: Expression, difference: Expression): Expression {
  return builtin('IF', operator(count, '=', value(0)), value(0), difference);
}
