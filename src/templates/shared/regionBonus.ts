import { teamBonus } from '../../functions/teamBonus.ts';
import { say } from '../../kernel/text.ts';
import { kpi } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Column } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { EXTRAS } from '../../sheets/incentive.ts';
import { exactly, sumIf, unlessAnyBlank, unlessZero } from './expressions.ts';
import { ANY_NUMBER, TRACKER } from './fromTracker.ts';

/** A person who is not of that region in the tracker. */
const WRONG_REGION = '✗';
/** A region in which somebody has sales and no target: measured by the others' targets it would look better than it is. */
const NO_TARGET = say('✗ no target', '✗ 缺目标');

/** By the tracker, where its people and their regions stand. */
export function regionBonusColumns(fromTracker: boolean): Column[] {
  const all = fromTracker
    ? { regions: TRACKER.region, sales: TRACKER.actual, targets: TRACKER.target }
    : { regions: f`Statement[region]`, sales: f`Statement[sales]`, targets: f`Statement[target]` };
  const own = exactly(f`[region]`);
  const aim = sumIf(all.regions, own, all.targets);
  const ratio = f`${sumIf(all.regions, own, all.sales)}/${aim}`;
  // As ACHIEVEMENT has it: a region that fell short of a negative target has not reached it twice over.
  const share = f`IF(${aim}>0,${ratio},2-${ratio})`;
  const sellers = f`COUNTIFS(${all.regions},${own},${all.sales},${ANY_NUMBER})`;
  const aiming = f`COUNTIFS(${all.regions},${own},${all.sales},${ANY_NUMBER},${all.targets},${ANY_NUMBER})`;
  const reached = unlessZero(aim, f`IF(${sellers}-${aiming}>0,${NO_TARGET},${share})`);
  const isThere = f`COUNTIFS(${TRACKER.person},${exactly(f`[person]`)},${TRACKER.region},${own})`;
  return [
    show.percent('team', say('Region’s achievement', '区域达成率'), {
      formula: unlessAnyBlank(
        [f`[person]`, f`[region]`],
        fromTracker ? f`IF(${isThere}=0,${WRONG_REGION},${reached})` : reached,
      ),
      note: fromTracker
        ? say(
            'Actual ÷ target of the region in the tracker. ✗: the tracker has this person in another region. ✗ no target: somebody of the region has an actual and no target; where none is meant, 0 says so.',
            '目标跟踪表中该区域的实际 ÷ 目标。✗：此人在目标跟踪表中属于其他区域。✗ 缺目标：区域内有人有实际值而无目标；确无目标时请填 0。',
          )
        : say(
            'Sales of all people of the region ÷ their targets. ✗ no target: somebody has sales and no target; where none is meant, 0 says so.',
            '区域全部人员的销售额 ÷ 目标。✗ 缺目标：有人有销售额而无目标；确无目标时请填 0。',
          ),
    }),
    show.cents('teamBonus', say('Team bonus', '团队协作奖'), {
      named: EXTRAS.teamBonus,
      formula: kpi(teamBonus, {
        achievement: f`IF([team]=${NO_TARGET},"",IF([team]=${WRONG_REGION},"",[team]))`,
        threshold: f`TeamFrom`,
        per_head: f`PerHead`,
      }),
      note: say(
        'Paid to everybody of a region that has reached “Team bonus threshold”.',
        '区域达成率达到门槛时，区域内每人均得。',
      ),
    }),
  ];
}
