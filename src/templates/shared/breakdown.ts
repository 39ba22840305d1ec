import { achievement } from '../../functions/achievement.ts';
import { leaderboard } from '../../functions/leaderboard.ts';
import { say, type Text } from '../../kernel/text.ts';
import { type Expression, kpi, unlessBlank } from '../../plan/expression.ts';
import { numberField } from '../../plan/field.ts';
import { f } from '../../plan/formulaText.ts';
import type { Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { checks, sumOf, unlessZero, zeroIfBlank } from './expressions.ts';
import { actualOf, onceSold, TRACKER, targetOf, WAITING_NOTE, waitingFor } from './fromTracker.ts';
import { lightColumn } from './lights.ts';
import { ACHIEVEMENT_NOTE, achievementColumn } from './measures.ts';

/** As many regions or product lines as the sheet has room for; where there are more, its check says so. */
export const groupsField = numberField({
  label: say('Most regions or product lines', '区域或产品线最多'),
  hint: say('So many rows are kept ready for them.', '为其预留的行数。'),
  initial: 8,
  minimum: 1,
  maximum: 60,
  whole: true,
});

export const byRegion = (groups: number): Table => breakdown('Regions', say('Region', '区域'), TRACKER.region, groups);

export const byProduct = (groups: number): Table =>
  breakdown('Products', say('Product line', '产品线'), TRACKER.product, groups);

/** The tracker by one of its columns: who brought how much of the total, and of the target. */
function breakdown(key: string, label: Text, names: Expression, groups: number): Table {
  const [name, target] = [f`[name]`, f`[target]`];
  // Who has no actual yet counts as 0; rows that are not filled in count for nobody.
  const values = unlessBlank(names, zeroIfBlank(TRACKER.actual));
  // Nothing to check before anything is listed.
  const difference = (column: string, total: Expression) =>
    f`IF(COUNT(${TRACKER.actual})=0,0,${sumOf(key, column)}-${total})`;
  return {
    key,
    title: say(`By ${label.en.toLowerCase()}`, `分${label.zh}`),
    above: [
      checks({
        actual: difference('actual', TRACKER.totalActual),
        target: difference('target', TRACKER.totalTarget),
      }),
    ],
    columns: [
      show.rank('rank', say('Rank', '名次'), {
        spills: { columns: 4, formula: onceSold(kpi(leaderboard, { names, values, n: groups })) },
      }),
      show.text('name', label, { spilled: true }),
      show.amount('actual', say('Actual', '实际'), { spilled: true }),
      show.percent('share', say('Share', '占比'), { spilled: true }),
      show.amount('target', say('Target', '目标'), { formula: unlessBlank(name, targetOf(names, name)) }),
      achievementColumn(
        kpi(achievement, { actual: unlessBlank(name, unlessZero(target, actualOf(names, name))), target }),
        { note: ACHIEVEMENT_NOTE },
      ),
      show.amount('gap', say('Gap', '差额'), {
        // Of whom no actual is known, nothing is missing yet.
        formula: unlessBlank(name, unlessBlank(actualOf(names, name), f`[actual]-[target]`)),
      }),
      lightColumn('name', { note: WAITING_NOTE }, waitingFor(names, name)),
    ],
    rows: groups,
  };
}
