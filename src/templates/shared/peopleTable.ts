import { collectionRate } from '../../functions/collectionRate.ts';
import { rateInterval } from '../../functions/rateInterval.ts';
import { say, type Text } from '../../kernel/text.ts';
import { builtin, column, columnOf, type Expression, kpi, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Column, Row, Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { LIGHT_COLORS } from '../../plan/theme.ts';
import {
  checks,
  each,
  exactly,
  rowsAlike,
  sumIfs,
  textsIn,
  unlessAnyBlank,
  unlessTexts,
  unlessZero,
} from './expressions.ts';
import { ANY_NUMBER } from './fromTracker.ts';
import { between, criterion } from './log.ts';
import { AGAINST, againstTeam, BELOW, BY_RATE, NOT_BELOW, ofResults as of, scored } from './peopleResults.ts';

const MODEL = say('model', '标杆');
const HELP = say('help', '帮扶');

const own = [of('person'), exactly(f`[person]`)] as const;
const now = between(of('period'), f`Start`, f`End+1`);
const before = between(of('period'), f`Before`, f`Start`);

/** The sum over rows that meet the tests; blank where none of them has a figure. */
function sumOver(key: string, tests: readonly Expression[]): Expression {
  const filled = f`${builtin('COUNTIFS', ...tests, of(key), ANY_NUMBER)}+${textsIn(of(key), ...tests)}`;
  return unlessZero(filled, sumIfs(of(key), ...tests));
}
const ofPerson = (key: string, tests = now) => unlessBlank(f`[person]`, sumOver(key, [...own, ...tests]));

/** The part of a whole in the period before; blank where either is not known. */
function shareBefore(part: string, whole: string): Expression {
  const [some, all] = [ofPerson(part, before), ofPerson(whole, before)];
  return unlessAnyBlank([some, all], unlessZero(all, f`${some}/(${all})`));
}

const note = say('On the person’s own period before.', '与本人上期相比。');

/** A figure's change on the person's own period before, as a share of it. */
function change(key: string, previous: Expression): Column {
  const grown = unlessZero(previous, f`(${column(key)}-${previous})/ABS(${previous})`);
  return show.percent(`${key}Change`, say('Change', '变化'), {
    eachRow: true,
    note,
    formula: unlessAnyBlank([column(key), previous], grown),
  });
}

/** A rate's change in percentage points. */
function pointsChange(key: string, previous: Expression): Column {
  return show.points(`${key}Change`, say('Points', '百分点'), {
    eachRow: true,
    note,
    formula: unlessAnyBlank([column(key), previous], f`100*(${column(key)}-${previous})`),
  });
}

/** A figure that is typed, this period's, and its change. */
function summed(key: string, label: Text, format: 'integer' | 'amount' | 'number' | 'points'): Column[] {
  return [
    show[format](key, label, {
      eachRow: true,
      formula: ofPerson(key),
      named: `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`,
    }),
    change(key, ofPerson(key, before)),
  ];
}

const scores = f`People[score]`;
/** Who is in front of the row; of the best quarter is whoever has fewer in front than a quarter of all. */
const inFront = f`SUMPRODUCT((${scores}<>"")*(${scores}>[score]))`;
const isModel = f`([cases]-MinCases>=0)*(${inFront}-COUNT(${scores})*Top<0)>0`;

/** The run of periods below the border that has not ended, from the last one on that was not below it. */
const upToNow = [of('period'), criterion('<', f`End+1`)] as const;
const lastGood = builtin('MAXIFS', of('period'), ...own, ...upToNow, of('below'), f`${NOT_BELOW}`);
const run = [...own, ...upToNow, of('period'), criterion('>', lastGood), of('below'), f`${BELOW}`] as const;
const isBelowNow = f`${builtin('COUNTIFS', ...own, ...now, of('below'), f`${BELOW}`)}>0`;
const needsHelp = f`IF(${isBelowNow},IF(${builtin('COUNTIFS', ...run)}-Times>=0,${HELP},""),"")`;

const mean = (key: string) => {
  const cells = columnOf('People', key);
  return unlessTexts(textsIn(cells), unlessZero(f`COUNT(${cells})`, f`AVERAGE(${cells})`));
};
const ofTeam = (part: Expression, whole: Expression) => unlessZero(whole, f`${part}/(${whole})`);
const wonOfCases = f`SUM(IF(People[cases]="",0,People[won]))`;
const dueNow = sumIfs(of('due'), ...now);

export const peopleTable = (rows: readonly Row[]): Table => ({
  key: 'People',
  title: say('1  This period against the team and the own period before', '一、本期：与团队及本人上期对比'),
  spare: 20,
  charts: [
    { kind: 'bar', title: say('Win rate', '成交率'), categories: 'person', series: ['rate'] },
    { kind: 'bar', title: say('Sales', '销售额'), categories: 'person', series: ['sales'] },
  ],
  above: [
    {
      key: 'team',
      label: say('Team', '团队'),
      role: 'total',
      cells: {
        ...each(['won', 'cases', 'sales', 'cycle', 'fresh', 'index'], mean),
        rate: ofTeam(wonOfCases, f`SUM(People[cases])`),
        average: ofTeam(f`SUM(People[sales])`, f`SUM(People[won])`),
        collected: unlessZero(dueNow, kpi(collectionRate, { collected: sumIfs(of('collected'), ...now), due: dueNow })),
      },
    },
    checks({ won: f`${sumIfs(of('won'), ...now)}-SUM(People[won])` }, { mark: rowsAlike(f`People[person]`) }),
  ],
  columns: [
    show.text('person', say('Salesperson', '销售员'), { named: 'Person' }),
    show.text('mark', say('Mark', '标记'), {
      named: 'Mark',
      eachRow: true,
      formula: unlessBlank(f`[score]`, f`IF(${isModel},${MODEL},${needsHelp})`),
      lights: [
        { word: MODEL, ...LIGHT_COLORS.green },
        { word: HELP, ...LIGHT_COLORS.amber },
      ],
      note: say(
        'Model: among the top share, with enough cases. Help: below the border so many times in a row.',
        '标杆：位于前列且样本足够；帮扶：连续多期低于界限。',
      ),
    }),
    show.date('since', say('Since', '自'), {
      eachRow: true,
      formula: unlessBlank(f`[person]`, f`IF([mark]=${HELP},${builtin('MINIFS', of('period'), ...run)},"")`),
      note: say('The first of the periods in a row below the border.', '连续低于界限的首期。'),
    }),
    show.percent('score', AGAINST, {
      named: 'AgainstTeam',
      formula: unlessBlank(
        f`[person]`,
        againstTeam(
          scored(f`[rate]`, f`[cases]`, f`[sales]`),
          f`IF(JudgedBy=${BY_RATE},People[team.rate],People[team.sales])`,
        ),
      ),
      note: say(
        'Win rate or sales, as “Judged by” says, by the team’s rate or mean.',
        '按“对比依据”，成交率或销售额与团队成交率或人均之比。',
      ),
    }),
    ...summed('won', say('Deals', '成交单数'), 'integer'),
    ...summed('sales', say('Sales', '销售额'), 'amount'),
    show.integer('cases', say('Closed deals', '已关闭商机'), {
      eachRow: true,
      formula: ofPerson('cases'),
      note: say('Won and lost.', '赢单与输单合计。'),
    }),
    show.percent('rate', say('Win rate', '成交率'), {
      named: 'WinRate',
      formula: unlessAnyBlank([f`[won]`, f`[cases]`], unlessZero(f`[cases]`, f`[won]/[cases]`)),
    }),
    show.percent('low', say('From', '下限'), {
      spills: {
        columns: 2,
        formula: intervalOf(f`People[rate]`, f`People[won]`, f`People[cases]`),
        row: { formula: intervalOf(f`[rate]`, f`[won]`, f`[cases]`), at: 1 },
      },
      note: say(
        'The true win rate lies between “From” and “to” in 95 of 100 cases.',
        '真实成交率有 95% 的把握在上下限之间。',
      ),
    }),
    show.percent('high', say('to', '上限'), { spilled: true }),
    pointsChange('rate', shareBefore('won', 'cases')),
    show.amount('average', say('Average deal', '客单价'), {
      formula: unlessAnyBlank([f`[won]`, f`[sales]`], unlessZero(f`[won]`, f`[sales]/[won]`)),
    }),
    change('average', shareBefore('sales', 'won')),
    ...summed('cycle', say('Cycle, days', '成交周期（天）'), 'number'),
    ...summed('fresh', say('New customers', '新客户数'), 'integer'),
    show.percent('collected', say('Collection rate', '回款率'), {
      eachRow: true,
      formula: unlessAnyBlank(
        [ofPerson('due'), ofPerson('collected')],
        unlessZero(ofPerson('due'), f`${ofPerson('collected')}/${ofPerson('due')}`),
      ),
    }),
    pointsChange('collected', shareBefore('collected', 'due')),
    ...summed('index', say('Activity index', '活动量指数'), 'points'),
  ],
  rows,
});

function intervalOf(rates: Expression, won: Expression, cases: Expression): Expression {
  return kpi(rateInterval, { part: unlessBlank(rates, won), whole: cases });
}
