import { collectionRate } from '../../functions/collectionRate.ts';
import { growth } from '../../functions/growth.ts';
import { points } from '../../functions/points.ts';
import { rateInterval } from '../../functions/rateInterval.ts';
import { say, type Text } from '../../kernel/text.ts';
import { builtin, column, columnOf, type Expression, kpi, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Column, Row, Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { LIGHT_COLORS } from '../../plan/theme.ts';
import { checks, each, exactly, rowsAlike, sumIfs, sumOf, textsIn, unlessTexts, unlessZero } from './expressions.ts';
import { criterion } from './log.ts';
import {
  AGAINST,
  againstTeam,
  BELOW,
  BY_RATE,
  BY_SALES,
  keyOf,
  NOT_BELOW,
  ofResults as of,
  scored,
} from './peopleResults.ts';
import { wide } from './wide.ts';

const MODEL = say('model', '标杆');
const HELP = say('help', '帮扶');

const own = [of('person'), exactly(f`[person]`)] as const;

/** In which row of the results a period of the person stands, if in any; a period that is no date is an error. */
function placeIn(period: Expression): Expression {
  const key = exactly(keyOf(f`[person]`, period));
  const rows = f`COUNTIF(${of('key')},${key})`;
  const place = f`IF(${rows}>1,${say('✗ rows alike', '✗ 重复行')},SUMIF(${of('key')},${key},${of('row')}))`;
  return unlessBlank(f`[person]`, f`IF(${period}-${period}=0,${unlessZero(rows, place)},"")`);
}

/** What stands there; a blank cell that a formula brings would be 0. */
function found(key: string, place: 'now' | 'then'): Expression {
  const cell = f`INDEX(${of(key)},${column(place)})`;
  return unlessBlank(f`[person]`, unlessBlank(column(place), f`IF(${cell}="","",${cell})`));
}

type Shown = 'integer' | 'amount' | 'number' | 'percent' | 'points';

/** A figure of this period. */
const thisPeriod = (key: string, label: Text, format: Shown, more: Partial<Column> = {}): Column =>
  show[format](key, label, { eachRow: true, formula: found(key, 'now'), ...more });

/** The same of the person’s own period before. */
const periodBefore = (key: string, label: Text, format: Shown): Column =>
  show[format](`${key}Before`, say(`${label.en}, before`, `上期${label.zh}`), {
    eachRow: true,
    formula: found(key, 'then'),
  });

const both = (key: string, label: Text, format: Shown): Column[] => [
  thisPeriod(key, label, format),
  periodBefore(key, label, format),
];

const scores = f`People[score]`;
/** Who is in front of the row; of the best quarter is whoever has fewer in front than a quarter of all. */
const inFront = f`COUNTIF(${scores},${criterion('>', f`[score]`)})`;
const isModel = f`([cases]-MinCases>=0)*(${inFront}-COUNT(${scores})*Top<0)>0`;

/** The run of periods below the border that has not ended, from the last one on that was not below it. */
const upToNow = [of('period'), criterion('<=', f`Start`)] as const;
const good = [...own, ...upToNow, of('below'), f`${NOT_BELOW}`] as const;
const lastGood = f`IF(${builtin('COUNTIFS', ...good)}=0,0,${builtin('MAXIFS', of('period'), ...good)})`;
const run = [...own, ...upToNow, of('period'), criterion('>', lastGood), of('below'), f`${BELOW}`] as const;
const isBelowNow = f`INDEX(${of('below')},[now])=${BELOW}`;
const needsHelp = f`IF(${isBelowNow},IF(${builtin('COUNTIFS', ...run)}-Times>=0,${HELP},""),"")`;

const mean = (key: string) => {
  const cells = columnOf('People', key);
  return unlessTexts(textsIn(cells), unlessZero(f`COUNT(${cells})`, f`AVERAGE(${cells})`));
};
const ofTeam = (part: Expression, whole: Expression) => unlessZero(whole, f`${part}/(${whole})`);
const wonOfCases = f`SUM(IF(People[cases]="",0,People[won]))`;
const atStart = [of('period'), f`"="&Start`] as const;
const dueNow = sumIfs(of('due'), ...atStart);
const [RATE, SALES] = [say('Win rate', '成交率'), say('Sales', '销售额')];

const isJudged = f`(JudgedBy=${BY_RATE})+(JudgedBy=${BY_SALES})`;
/** Whatever is not the one would be judged by the other. */
const unjudged = f`IF(${isJudged}>0,0,${say('✗ judged by', '✗ 对比依据无效')})`;

export const peopleTable = (rows: readonly Row[]): Table => ({
  key: 'People',
  title: say('1  This period against the team and the own period before', '一、本期：与团队及本人上期对比'),
  spare: 20,
  charts: [
    { kind: 'bar', title: RATE, categories: 'person', series: ['rate'] },
    { kind: 'bar', title: SALES, categories: 'person', series: ['sales'] },
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
        paid: unlessZero(dueNow, kpi(collectionRate, { collected: sumIfs(of('collected'), ...atStart), due: dueNow })),
      },
    },
    checks(
      { won: f`${sumIfs(of('won'), ...atStart)}-${sumOf('People', 'won')}` },
      { mark: rowsAlike(f`People[person]`), score: unjudged },
    ),
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
    ...both('won', say('Deals', '成交单数'), 'integer'),
    ...both('sales', SALES, 'amount'),
    show.percent('salesGrowth', say('Sales growth', '销售额增长率'), {
      formula: kpi(growth, {
        current: unlessBlank(f`[salesBefore]`, unlessZero(f`[salesBefore]`, f`[sales]`)),
        previous: f`[salesBefore]`,
      }),
    }),
    thisPeriod('cases', say('Closed deals', '已关闭商机'), 'integer', {
      note: say('Won and lost.', '赢单与输单合计。'),
    }),
    thisPeriod('rate', RATE, 'percent', { named: 'WinRate' }),
    show.percent('low', say('Win rate from', '成交率下限'), {
      spills: {
        columns: 2,
        formula: intervalOf(f`People[rate]`, f`People[won]`, f`People[cases]`),
        row: { formula: intervalOf(f`[rate]`, f`[won]`, f`[cases]`), at: 1 },
      },
      note: say('Where the true rate lies in 95 of 100 cases.', '真实成交率有 95% 的把握落在其中。'),
    }),
    show.percent('high', say('Win rate to', '成交率上限'), { spilled: true }),
    periodBefore('rate', RATE, 'percent'),
    show.points('rateChange', say('Change in points', '百分点变化'), {
      formula: kpi(points, { current: unlessBlank(f`[rateBefore]`, f`[rate]`), previous: f`[rateBefore]` }),
    }),
    ...both('average', say('Average deal', '客单价'), 'amount'),
    ...both('cycle', say('Cycle, days', '成交周期（天）'), 'number'),
    ...both('fresh', say('New customers', '新客户数'), 'integer'),
    ...both('paid', say('Collection rate', '回款率'), 'percent'),
    ...both('index', say('Activity index', '活动量指数'), 'points'),
    show.rank('now', say('Row of the results', '业绩记录行'), { formula: placeIn(f`Start`) }),
    show.rank('then', say('Row before', '上期记录行'), { formula: placeIn(f`Before`) }),
  ].map(column => wide(column, 150)),
  rows,
});

function intervalOf(rates: Expression, won: Expression, cases: Expression): Expression {
  return kpi(rateInterval, { part: unlessBlank(rates, won), whole: cases });
}
