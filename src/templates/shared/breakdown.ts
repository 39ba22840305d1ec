import { achievement } from '../../functions/achievement.ts';
import { leaderboard } from '../../functions/leaderboard.ts';
import { type Language, say, type Text } from '../../kernel/text.ts';
import { builtin, column, type Expression, kpi, operator, unlessBlank, value } from '../../plan/expression.ts';
import { numberField } from '../../plan/field.ts';
import type { TableSpec } from '../../plan/sheetSpec.ts';
import { checks, sumOf, unlessZero, zeroIfBlank } from './expressions.ts';
import { actualOf, onceSold, TRACKER, targetOf, WAITING_NOTE, waitingFor } from './fromTracker.ts';
import { lightColumn } from './lights.ts';
import { achievementColumn } from './measures.ts';
import type { MoneyFormat } from './money.ts';

/** As many regions or product lines as the sheet has room for; where there are more, its check says so. */
export const groupsField = numberField({
  label: say('Most regions or product lines', '区域或产品线最多'),
  hint: say('So many rows are kept ready for them.', '为其预留的行数。'),
  initial: 8,
  minimum: 1,
  maximum: 60,
  whole: true,
});

export interface Breakdown {
  readonly money: MoneyFormat;
  readonly groups: number;
  readonly language: Language;
}

export const byRegion = (shown: Breakdown): TableSpec =>
  breakdown('Regions', say('Region', '区域'), TRACKER.region, shown);

export const byProduct = (shown: Breakdown): TableSpec =>
  breakdown('Products', say('Product line', '产品线'), TRACKER.product, shown);

/** The tracker by one of its columns: who brought how much of the total, and of the target. */
function breakdown(key: string, label: Text, names: Expression, { money, groups, language }: Breakdown): TableSpec {
  const name = column('name');
  const listed = builtin('COUNT', TRACKER.actual);
  return {
    key,
    title: say(`By ${label.en.toLowerCase()}`, `分${label.zh}`),
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
        label: say('Rank', '名次'),
        format: 'rank',
        spills: {
          columns: 4,
          formula: onceSold(
            kpi(leaderboard, {
              names: names,
              // Who has no actual yet counts as 0; rows that are not filled in count for nobody.
              values: unlessBlank(names, zeroIfBlank(TRACKER.actual)),
              n: value(groups),
            }),
          ),
        },
      },
      { key: 'name', label, format: 'text', spilled: true },
      { key: 'actual', label: say('Actual', '实际'), format: money, spilled: true },
      { key: 'share', label: say('Share', '占比'), format: 'percent', spilled: true },
      {
        key: 'target',
        label: say('Target', '目标'),
        format: money,
        formula: unlessBlank(name, targetOf(names, name)),
      },
      achievementColumn(
        kpi(achievement, {
          actual: unlessBlank(name, unlessZero(column('target'), actualOf(names, name))),
          target: column('target'),
        }),
        { note: say('Actual ÷ target.', '实际 ÷ 目标。') },
      ),
      {
        key: 'gap',
        label: say('Gap', '差额'),
        format: money,
        // Of whom no actual is known, nothing is missing yet.
        formula: unlessBlank(
          name,
          unlessBlank(actualOf(names, name), operator(column('actual'), '-', column('target'))),
        ),
      },
      lightColumn(language, 'name', { note: WAITING_NOTE }, waitingFor(names, name)),
    ],
    rows: Array.from({ length: groups }, () => ({})),
  };
}

/** Nothing to check before anything is listed. */
function unlessListed(count: Expression, difference: Expression): Expression {
  return builtin('IF', operator(count, '=', value(0)), value(0), difference);
}
