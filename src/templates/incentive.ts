import { achievement } from '../functions/achievement.ts';
import { commission } from '../functions/commission.ts';
import { rankBonus } from '../functions/rankBonus.ts';
import { tier } from '../functions/tier.ts';
import { type Language, say, searchWords } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { type Expression, kpi, unlessBlank } from '../plan/expression.ts';
import { choiceField, linesField, textField, toggleField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Column, Row, RowAbove, Table } from '../plan/said.ts';
import { readBy, show } from '../plan/show.ts';
import { EXTRAS } from '../sheets/incentive.ts';
import {
  checks,
  each,
  rowsAlike,
  sumOf,
  sumOnceFilled,
  textsIn,
  totals,
  unlessZero,
  zeroIfBlank,
} from './shared/expressions.ts';
import { figureTable } from './shared/figures.ts';
import { actualOf, fromTrackerWhereThere, TRACKER, targetOf } from './shared/fromTracker.ts';
import { SAMPLE_MONTH, trackerNeed } from './shared/ledger.ts';
import { samplesField } from './shared/log.ts';
import { moneyField } from './shared/money.ts';
import {
  BASES,
  type Basis,
  cap,
  checkTable,
  modeField,
  NO_METHOD,
  PLAN,
  perHeadField,
  prizesField,
  prizeTable,
  teamFromField,
  tiersField,
  tierTable,
} from './shared/payPlan.ts';
import { INCENTIVE_PEOPLE } from './shared/planSamples.ts';
import { regionBonusColumns } from './shared/regionBonus.ts';
import { periodField, unitField } from './shared/strip.ts';

const person = show.text('person', say('Person', '姓名'), { named: 'Person' });
const region = show.text('region', say('Region', '区域'), { optional: true });
const sales = show.amount('sales', say('Sales', '销售额'), { named: 'Sales', optional: true });
const target = show.amount('target', say('Target', '目标'), { named: 'Target', optional: true });
const prior = show.amount('prior', say('Prior sales', '前期累计销售额'), {
  named: 'Prior',
  minimum: 0,
  optional: true,
  note: say(
    'Sales of the year or quarter before this month. Target and tiers then count to date, and what was paid is taken off.',
    '本年或本季此前的销售额；目标与档位按累计计算，并扣除已发部分。',
  ),
});

const NOTHING = { sales: undefined, target: undefined, prior: undefined };

interface Choices {
  readonly basis: Basis;
  readonly toDate: boolean;
  readonly rankBy: Basis;
  readonly fromTracker: boolean;
}

export const incentive = defineTemplate({
  id: 'incentive',
  statement: true,
  version: 4,
  label: say('Incentive plan', '激励方案'),
  words: searchWords(
    'commission plan, compensation, variable pay, accelerator, kicker, clawback, quota, bonus',
    '佣金，提成方案，阶梯，奖金，薪酬，激励政策，提成表',
  ),
  summary: say(
    'The tier table and each person’s monthly statement: commission, rank prize, team bonus, total.',
    '提成档位表，以及每人当月的提成、名次奖、团队协作奖和合计。',
  ),
  name: say('Incentive', '激励方案'),
  prefix: 'Incentive',
  subtitle: say(
    'Set the tiers and prizes, then fill in sales and targets in yellow. Every amount is rounded to the cent.',
    '先设定档位和奖金，再填写黄色的销售额和目标；各项金额精确到分。',
  ),
  frozenColumns: 1,
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Incentive plan', '激励方案') }),
    period: periodField,
    unit: unitField,
    money: moneyField,
    basis: choiceField({ label: say('Tier basis', '档位依据'), initial: 'achievement', choices: BASES }),
    mode: modeField,
    toDate: toggleField({
      label: say('Count sales of earlier months too (year to date)', '计入前期累计销售额（年累计）'),
      initial: false,
    }),
    tiers: tiersField,
    prizes: prizesField,
    rankBy: choiceField({ label: say('Rank by', '名次依据'), initial: 'amount', choices: BASES }),
    teamFrom: teamFromField,
    perHead: perHeadField,
    fromTracker: fromTrackerWhereThere,
    people: linesField({
      label: say('People', '人员'),
      hint: say(
        'One person per line: name, region, sales, target. Sales and target may be left out.',
        '每行一条：姓名、区域、销售额、目标；销售额和目标可省略。',
      ),
      columns: [person, region, sales, target, prior],
      initial: INCENTIVE_PEOPLE.map(line => ({ ...line, sales: undefined, prior: undefined })),
      known: ({ people = [] }) =>
        people.length > 0
          ? people.map(({ person, region }) => ({ person, region: region || undefined, ...NOTHING }))
          : undefined,
    }),
    samples: samplesField,
  },
  sheet(chosen, language) {
    const { basis, toDate, fromTracker, samples } = chosen;
    const people = chosen.people.map(({ sales: sold, target: aim, ...line }) => ({
      ...line,
      ...(!fromTracker && { sales: sold ?? (samples ? sampleSales(line.person, language) : null), target: aim }),
    }));
    return {
      amounts: chosen.money,
      form: { basis, toDate: String(toDate) },
      needs: fromTracker ? [trackerNeed(SAMPLE_MONTH, language)] : [],
      strip: ['period', 'unit', 'mode', cap, 'teamFrom', 'perHead'],
      // What is paid stands on the first screen; people come last, where there is room for any number of them.
      tables: [
        payout,
        tierTable(chosen.tiers, basis),
        prizeTable(chosen.prizes),
        checkTable(chosen.tiers.length),
        statementTable(people, chosen),
      ],
    };
  },
});

function sampleSales(name: string, language: Language): number | null {
  return INCENTIVE_PEOPLE.find(known => known.person[language] === name)?.sales ?? null;
}

const payout = figureTable(say('Payout', '应发金额'), [
  [say('Total to pay', '应发合计'), 'cents', f`Statement[total.total]`],
  [say('Commission', '提成'), 'cents', f`Statement[total.commission]`],
  [say('Rank prizes', '名次奖'), 'cents', f`Statement[total.prize]`],
  [say('Team bonus', '团队协作奖'), 'cents', f`Statement[total.teamBonus]`],
]);

function statementTable(rows: readonly Row[], chosen: Choices): Table {
  const { fromTracker, toDate } = chosen;
  const read = (column: Column, figure: Expression) =>
    fromTracker ? readBy(column, unlessBlank(f`[person]`, figure)) : column;
  return {
    key: 'Statement',
    title: say('Statement of the month', '当月奖金明细'),
    spare: 50,
    above: statementTotals(fromTracker),
    columns: [
      person,
      region,
      read(sales, actualOf(TRACKER.person, f`[person]`)),
      read(target, targetOf(TRACKER.person, f`[person]`)),
      ...(toDate ? [prior] : []),
      ...earnedColumns(chosen),
      ...regionBonusColumns(fromTracker),
      show.cents('total', say('Total', '合计'), {
        named: 'Total',
        formula: unlessBlank(
          f`[person]`,
          f`${zeroIfBlank(f`[commission]`)}+${zeroIfBlank(f`[prize]`)}+${zeroIfBlank(f`[teamBonus]`)}`,
        ),
        note: say('Commission + rank prize + team bonus.', '提成 + 名次奖 + 团队协作奖。'),
      }),
    ],
    rows,
  };
}

function statementTotals(fromTracker: boolean): RowAbove[] {
  const [sold, aim] = [f`Statement[total.sales]`, f`Statement[total.target]`];
  return [
    totals({
      ...each(['sales', 'target'], key => sumOnceFilled('Statement', key)),
      ...each(['commission', 'prize', 'teamBonus', 'total'], key => sumOf('Statement', key)),
      achievement: unlessZero(aim, kpi(achievement, { actual: sold, target: aim })),
    }),
    checks(
      {
        // Figures that were typed over, people who are missing here, and those of another region show as a difference
        // from the tracker's own totals: they know of a row that its names have not taken in.
        ...(fromTracker && {
          sales: f`${zeroIfBlank(sold)}-${zeroIfBlank(TRACKER.totalActual)}`,
          target: f`${zeroIfBlank(aim)}-${TRACKER.totalTarget}`,
        }),
        team: textsIn(f`Statement[team]`),
        total: f`Statement[total.total]-(Statement[total.commission]+Statement[total.prize]+Statement[total.teamBonus])`,
      },
      {
        region: rowsAlike(f`Statement[person]`),
        tier: f`IF(Mode="",${NO_METHOD},0)`,
        // TEAM_BONUS, too, has defaults.
        teamBonus: f`IF(COUNT(TeamFrom,PerHead)<2,${say('✗ no threshold or bonus', '✗ 缺门槛或奖金')},0)`,
      },
    ),
  ];
}

function earnedColumns({ basis, toDate, rankBy }: Choices): Column[] {
  const isByTarget = basis === 'achievement';
  const sold = toDate ? unlessBlank(f`[sales]`, f`[prior]+[sales]`) : f`[sales]`;
  const byTarget = (figure: Expression) => unlessZero(f`[target]`, figure);
  return [
    show.percent('achievement', say('Achievement', '达成率'), {
      formula: kpi(achievement, { actual: byTarget(sold), target: f`[target]` }),
      note: say('Sales ÷ target.', '销售额 ÷ 目标。'),
    }),
    show.text('tier', say('Tier', '激励层级'), {
      centred: true,
      formula: kpi(tier, { achievement: isByTarget ? f`[achievement]` : sold, tiers: PLAN }),
      note: say('The highest tier that is reached.', '达到的最高档位。'),
    }),
    show.cents('commission', say('Commission', '提成'), {
      named: 'Commission',
      formula: kpi(commission, {
        sales: isByTarget ? byTarget(f`[sales]`) : f`[sales]`,
        tiers: PLAN,
        mode: f`Mode`,
        cap: f`Cap`,
        ...(isByTarget && { target: f`[target]` }),
        ...(toDate && { prior_sales: f`[prior]` }),
      }),
      note: say('By the tiers above, the tier’s bonus included.', '按上方档位计算，含该档奖金。'),
    }),
    show.cents('prize', say('Rank prize', '名次奖'), {
      named: EXTRAS.prize,
      spills: {
        columns: 1,
        formula: kpi(rankBonus, {
          values: rankBy === 'amount' ? f`Statement[sales]` : f`Statement[achievement]`,
          prizes: f`Prizes[prize]`,
          above: 0,
        }),
      },
      note: say('Prize of the place; tied places share.', '按名次发放，并列均分。'),
    }),
  ];
}
