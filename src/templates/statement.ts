import { say, searchWords, type Text } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { type Expression, unlessBlank } from '../plan/expression.ts';
import { linesField, numberField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Column, Row, RowAbove, StripCell, Table } from '../plan/said.ts';
import { inStrip, readBy, show } from '../plan/show.ts';
import { DEAL_FIGURES } from '../sheets/deals.ts';
import { textColumn } from './shared/actions.ts';
import { checks, each, sumOf, totals, zeroIfBlank } from './shared/expressions.ts';
import { figureTable } from './shared/figures.ts';
import {
  DEALS_END,
  DEALS_START,
  DEALS_UNIT,
  dealCount,
  dealsOf,
  extraOf,
  fromDealsField,
  fromIncentiveWhereThere,
  managerOr,
  ofDeal,
  overrideOf,
  placeOfDeal,
  rowsOfPerson,
} from './shared/fromDeals.ts';
import { entered, padded, samplesField, wordColumn } from './shared/log.ts';
import { moneyField } from './shared/money.ts';
import { SAMPLE_PEOPLE } from './shared/samples.ts';
import { dealsNeed, extrasNeed, SAMPLE_EXTRAS, sampleStatement } from './shared/statementSamples.ts';
import { periodField, unitField } from './shared/strip.ts';

const optional = { optional: true } as const;

/** A deal as the person is shown it. */
const deal = [
  show.date('date', say('Date', '日期'), optional),
  show.text('number', say('Deal', '单号')),
  show.text('customer', say('Customer', '客户'), optional),
  show.amount('credited', say('Credited', '计入业绩'), optional),
  show.amount('running', say('Running total', '累计业绩'), optional),
  show.cents('commission', say('Commission', '提成'), optional),
  show.cents('spiff', say('SPIFF', '专项奖'), optional),
] as const;

const NAMES = { date: 'Date', number: 'Number', customer: 'Customer', ...DEAL_FIGURES } as const;

const item = show.text('what', say('Item', '项目'), { width: 150 });
const amountOfLine = show.cents('amount', say('Amount', '金额'), optional);
const reason = show.text('note', say('Reason', '说明'), { ...optional, width: 240 });

export const statement = defineTemplate({
  id: 'statement',
  statement: true,
  label: say('Commission statement', '提成单'),
  summary: say(
    'One person’s deals with what each has earned, prizes, override, draws and corrections, the total, and a line to sign.',
    '一人的提成单：逐单所得、奖金、管理提成、预支与更正、合计，并附签字栏。',
  ),
  words: searchWords('payslip, pay slip, payout letter, sign-off', '提成条，工资条，提成明细，佣金单，签字确认'),
  name: say('Statement', '提成单'),
  prefix: 'Statement',
  subtitle: say(
    'Enter the name; deals and commission follow. Draws, corrections and their reasons go into the yellow cells.',
    '填写姓名，成交与提成自动列出；预支、更正及其说明填入黄色单元格。',
  ),
  orientation: 'portrait',
  onePage: true,
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Commission statement', '提成单') }),
    person: inStrip(
      textField({
        label: say('Salesperson', '销售员'),
        hint: say('As among the people of commission by deal.', '与逐单提成的人员姓名一致。'),
        initial: SAMPLE_PEOPLE[0]?.person ?? say('Name', '姓名'),
      }),
      show.text,
      'Person',
    ),
    manager: inStrip(
      textField({ label: say('Manager', '主管'), initial: say('Sales manager', '销售经理') }),
      show.text,
      'Manager',
    ),
    period: periodField,
    unit: unitField,
    money: moneyField,
    fromDeals: fromDealsField,
    fromIncentive: fromIncentiveWhereThere,
    most: numberField({
      label: say('Rows for deals', '成交行数'),
      hint: say('Of deals that are read; the check says if there are more.', '读取成交时的行数；不够时核对会提示。'),
      initial: 12,
      minimum: 1,
      maximum: 500,
      whole: true,
    }),
    deals: linesField({
      label: say('Deals', '成交'),
      hint: say(
        'Where none are read, one deal per line: date, number, customer, credited, running total, commission, SPIFF.',
        '不读取时每行一条：日期、单号、客户、计入业绩、累计业绩、提成、专项奖。',
      ),
      columns: deal,
    }),
    extras: linesField({
      label: say('Draws, corrections and the like', '预支、更正等'),
      hint: say(
        'One per line: item, amount, reason. What is taken off is a minus.',
        '每行一条：项目、金额、说明；扣减填负数。',
      ),
      columns: [item, amountOfLine, reason],
    }),
    samples: samplesField,
  },
  sheet(chosen, language) {
    const { fromDeals, fromIncentive, samples, manager } = chosen;
    const extras = entered<Row>(chosen.extras, samples, () => SAMPLE_EXTRAS);
    const rows = fromDeals ? chosen.most : entered<Row>(chosen.deals, samples, () => sampleStatement(language));
    return {
      amounts: chosen.money,
      needs: [...(fromDeals ? [dealsNeed(language)] : []), ...(fromIncentive ? [extrasNeed(language)] : [])],
      strip: fromDeals ? ['person', ...readCells(manager)] : ['person', 'manager', 'period', 'unit'],
      ...(!fromDeals && { subtitle: say('What was earned deal by deal, and what is paid.', '逐单所得与应发金额。') }),
      tables: [
        figures,
        dealTable(rows, fromDeals),
        lineTable(earned(fromDeals, fromIncentive), extras, fromDeals),
        signatures,
      ],
    };
  },
});

const readCells = (manager: string): readonly StripCell[] => [
  show.text('Manager', say('Manager', '主管'), { value: managerOr(manager) }),
  show.date('Start', say('Period start', '期间开始'), { value: DEALS_START }),
  show.date('End', say('Period end', '期间结束'), { value: DEALS_END }),
  show.text('Unit', say('Currency and unit', '币种与单位'), { value: DEALS_UNIT }),
];

const total = f`Lines[total.amount]`;
const figures = figureTable(say('Payout', '应发金额'), [
  [say('Total to pay', '应发合计'), 'cents', f`IF(${total}<0,0,${total})`],
  [say('Taken back', '扣回'), 'cents', f`IF(${total}<0,0-${total},0)`],
  [say('Credited sales', '计入业绩'), 'amount', f`Deals[total.credited]`],
]);

const SUMS = ['credited', 'commission', 'spiff', 'pay'];

function dealTable(rows: readonly Row[] | number, reads: boolean): Table {
  const columns = deal.map(
    (column): Column => (reads ? { ...readBy(column, ofDeal(NAMES[column.key])), eachRow: true } : column),
  );
  const pay = f`${zeroIfBlank(f`[commission]`)}+${zeroIfBlank(f`[spiff]`)}`;
  return {
    key: 'Deals',
    title: say('Deals', '成交'),
    above: [totals(each(SUMS, key => sumOf('Deals', key))), ...(reads ? [dealChecks(rows)] : [])],
    columns: [
      ...(reads ? [place] : []),
      ...columns,
      show.cents('pay', say('Pay', '应发'), {
        ...(reads ? { eachRow: true, formula: ofDeal(DEAL_FIGURES.pay) } : { formula: unlessBlank(f`[number]`, pay) }),
        note: say('Commission + SPIFF.', '提成 + 专项奖。'),
      }),
    ],
    rows,
  };
}

const place = show.rank('place', say('Row', '行'), {
  eachRow: true,
  formula: placeOfDeal,
  note: say('Its number in commission by deal.', '在逐单提成中的序号。'),
});

/** Every deal is shown, and what they earned is what the person is paid there. */
function dealChecks(rows: readonly Row[] | number): RowAbove {
  const room = typeof rows === 'number' ? rows : rows.length;
  const hidden = f`${dealCount}-${room}`;
  return checks(
    {
      commission: f`Deals[total.commission]-${dealsOf('Commission')}`,
      spiff: f`Deals[total.spiff]-${dealsOf('Spiffs')}`,
    },
    {
      number: f`IF(${hidden}>0,${say('✗ not shown: ', '✗ 未列出：')}&(${hidden}),0)`,
      customer: f`IF(${rowsOfPerson}=1,0,IF(${rowsOfPerson}=0,${say('✗ not among the people', '✗ 人员表中没有')},${say('✗ rows alike', '✗ 重复行')}))`,
    },
  );
}

type Line = readonly [what: Text, amount: Expression];

/** What the deals and the incentive plan pay. */
const earned = (fromDeals: boolean, fromIncentive: boolean): readonly Line[] => [
  [say('Commission', '提成'), fromDeals ? dealsOf('Commission') : f`Deals[total.commission]`],
  [say('SPIFFs', '专项奖'), fromDeals ? dealsOf('Spiffs') : f`Deals[total.spiff]`],
  ...(fromDeals ? [[say('Override', '管理提成'), overrideOf] as const] : []),
  ...(fromIncentive
    ? [
        [say('Rank prize', '名次奖'), extraOf('prize')] as const,
        [say('Team bonus', '团队协作奖'), extraOf('teamBonus')] as const,
      ]
    : []),
];

const lineTable = (lines: readonly Line[], extras: readonly Row[], fromDeals: boolean): Table => ({
  key: 'Lines',
  title: say('Settlement', '结算'),
  above: [totals({ amount: sumOf('Lines', 'amount') }, { amount: 'Total' })],
  // Amounts stand at the right, as on a bill.
  columns: [item, reason, amountOfLine],
  rows: [
    ...lines.map(([what, amount]) => ({ what: f`${what}`, amount })),
    // Whoever settles by hand has room for what comes up; a statement that is made of lines is finished.
    ...(fromDeals ? padded(extras, extras.length + 2) : extras),
  ],
});

const signatures: Table = {
  key: 'Signatures',
  title: say('Signatures', '签字'),
  columns: [
    wordColumn('role', say('Role', '身份')),
    show.text('who', say('Name', '姓名')),
    textColumn('signature', say('Signature', '签字'), 150),
    show.date('signed', say('Date', '日期')),
  ],
  rows: [
    { role: say('Salesperson', '销售员'), who: f`Person` },
    { role: say('Manager', '主管'), who: f`Manager` },
  ],
};
