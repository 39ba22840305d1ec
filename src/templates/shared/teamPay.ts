import { say } from '../../kernel/text.ts';
import { columnOf, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Column } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { exactly, sumIf, textsIn, unlessZero } from './expressions.ts';
import { ANY_NUMBER } from './fromTracker.ts';
import { paidFor } from './paidFor.ts';
import { type Basis, MANAGER_PLAN } from './payPlan.ts';

const managers = f`People[manager]`;
const own = exactly(f`[person]`);
const team = f`COUNTIF(${managers},${own})`;
const ofTeam = (key: string) => sumIf(managers, own, columnOf('People', key));
const aimed = f`COUNTIFS(${managers},${own},People[target],${ANY_NUMBER})+${textsIn(f`People[target]`, managers, own)}`;

/** What those sold whose manager somebody is, and what that earns by the managers' own tiers. */
export function teamColumns(basis: Basis): Column[] {
  return [
    show.amount('teamSales', say('Team sales', '团队业绩'), {
      formula: unlessBlank(f`[person]`, unlessZero(team, ofTeam('credited'))),
      note: say(
        'Credited sales of those whose manager this is, overlays included as they are credited.',
        '直属下级的计入业绩之和；附加业绩按其计入额计算。',
      ),
    }),
    show.amount('teamTarget', say('Team target', '团队目标'), {
      formula: unlessBlank(f`[person]`, unlessZero(aimed, ofTeam('target'))),
    }),
    show.cents('override', say('Override', '管理提成'), {
      named: 'Override',
      // The targets may be those of a year: what the team sold before counts with them, as it does for each of its people.
      formula: unlessBlank(
        f`[teamSales]`,
        paidFor(f`[teamSales]`, basis, { target: f`[teamTarget]`, prior: ofTeam('prior') }, MANAGER_PLAN),
      ),
      note: say(
        'COMMISSION of the team’s sales by “Manager’s tiers”, by the same method; the team’s prior sales count as its people’s do.',
        '按“管理提成档位”和同一计提方式，对团队业绩计算的提成；团队的前期累计销售额同样计入。',
      ),
    }),
  ];
}

const stray = f`SUMPRODUCT((${managers}<>"")*(COUNTIF(People[person],${exactly(managers)})=0))`;

/** The override of a manager who has no row is lost: that is to be seen. */
export const strayManagers = f`IF(${stray}>0,${say('✗ manager not among the people: ', '✗ 主管不在人员表中：')}&${stray},0)`;
