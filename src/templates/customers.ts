import { say, searchWords } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { linesField, numberField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import { inStrip, show } from '../plan/show.ts';
import { callTable, changeTable, customerFigures } from './shared/customerLists.ts';
import { sampleCustomers, sampleOrders } from './shared/customerSamples.ts';
import { customerColumns, customerTable, orderColumns, orderTable } from './shared/customerTable.ts';
import { entered, samplesField } from './shared/log.ts';
import { moneyField } from './shared/money.ts';
import { firstOfMonth, lastOfMonth } from './shared/periods.ts';
import { asOfField, endField, startField, unitField } from './shared/strip.ts';

export const customers = defineTemplate({
  id: 'customers',
  label: say('Customer ledger', '客户台账'),
  words: searchWords(
    'customer list, accounts, CRM, at-risk customers, churn list, call list, ABC customers, dormant',
    '客户档案，客户管理，客户名单，客户流失预警，回访名单，客户分级，沉睡客户，老客户，大客户',
  ),
  summary: say(
    'A row for each customer: orders, usual interval, days silent, at risk or lost, class, growth; and whom to call.',
    '每位客户一行：订单、平时间隔、未下单天数、流失风险、ABC 分类、增长率；并列出回访名单。',
  ),
  name: say('Customers', '客户台账'),
  prefix: 'Customers',
  subtitle: say(
    'List the customers, paste all their orders into the yellow table at the bottom, and set “Data as of”.',
    '列出客户，将其全部订单粘贴到底部黄色表格，并填写“数据截至”。',
  ),
  frozenColumns: 1,
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Customer ledger', '客户台账') }),
    start: startField(
      firstOfMonth,
      say('New, returned and lost are those of the period.', '新增、回归、流失按本期统计。'),
    ),
    end: endField(lastOfMonth),
    asOf: asOfField(today => today, say('Later orders are not counted.', '此日之后的订单不计。')),
    factor: inStrip(
      numberField({ label: say('Factor', '倍数'), initial: 2, minimum: 0.1, maximum: 100 }),
      show.factor,
      'Factor',
      {
        minimum: 0.1,
        note: say(
          'At risk is who is silent for longer than so many usual intervals.',
          '未下单天数超过平时间隔的此倍数即有流失风险。',
        ),
      },
    ),
    lostAfter: inStrip(
      numberField({ label: say('Lost after, days', '流失天数'), initial: 180, minimum: 1, maximum: 3650, whole: true }),
      show.integer,
      'LostAfter',
      {
        minimum: 1,
        whole: true,
        note: say('Who is silent for longer counts as lost.', '未下单超过此天数即为流失。'),
      },
    ),
    unit: unitField,
    money: moneyField,
    listed: numberField({
      label: say('Names in each list', '各名单行数'),
      hint: say(
        'Whom to call, new, returned and lost: the largest first.',
        '回访、新增、回归、流失名单，按金额从大到小。',
      ),
      initial: 10,
      minimum: 1,
      maximum: 200,
      whole: true,
    }),
    customers: linesField({
      label: say('Customers', '客户'),
      hint: say(
        'One customer per line: name, industry, size, source, means to renew (yes, undecided, no), complaints. All but the name may be left out.',
        '每行一条：客户、行业、规模、来源、续约意向（愿意、未定、不愿）、投诉次数；除客户外均可省略。',
      ),
      columns: customerColumns,
    }),
    orders: linesField({
      label: say('Orders', '订单'),
      hint: say(
        'One order per line: date, customer, amount. Or paste them into the sheet.',
        '每行一条：日期、客户、金额；也可粘贴到表中。',
      ),
      columns: orderColumns,
    }),
    samples: samplesField,
  },
  sheet({ asOf, money, listed, customers: known, orders, samples }, language) {
    const sampled = samples && known.length === 0 && orders.length === 0;
    return {
      amounts: money,
      strip: ['start', 'end', 'asOf', 'factor', 'lostAfter', yearFrom, ...classBorders, 'unit'],
      tables: [
        customerFigures,
        callTable(listed),
        changeTable(listed),
        customerTable(entered(known, sampled, () => sampleCustomers(language))),
        orderTable(entered(orders, sampled, () => sampleOrders(asOf, language))),
      ],
    };
  },
});

/** A 29 February has no day a year before: by the day after it the year before is always one of whole days. */
const yearFrom = show.date('YearFrom', say('12 months from', '近 12 个月自'), {
  value: f`DATE(YEAR(AsOf+1)-1,MONTH(AsOf+1),DAY(AsOf+1))`,
  note: say(
    'Classes and growth go by the twelve months that end with “Data as of”.',
    '分类与增长率按截至“数据截至”的十二个月计算。',
  ),
});

const share = { minimum: 0, maximum: 1 } as const;
const classBorders = [
  show.percent('UpToA', say('Class A up to', 'A 类上限'), {
    ...share,
    value: 0.8,
    note: say('Cumulative share of sales.', '销售额累计占比。'),
  }),
  show.percent('UpToB', say('Class B up to', 'B 类上限'), { ...share, value: 0.95 }),
];
