import { say } from '../../kernel/text.ts';
import { show } from '../../plan/show.ts';

const optional = { optional: true } as const;
const PERSON = say('Salesperson', '销售员');
const PRODUCT = say('Product line', '产品线');

/** Who sells, and by what they are paid. */
export const people = [
  show.text('person', PERSON, { named: 'Payee' }),
  show.text('manager', say('Manager', '主管'), { named: 'Manager', optional: true }),
  show.amount('target', say('Target', '目标'), { named: 'Target', minimum: 0, optional: true }),
  show.amount('prior', say('Prior sales', '前期累计销售额'), {
    ...optional,
    note: say(
      'Credited sales of the year or quarter before this period; the tiers go on from there.',
      '本年或本季此前的计入业绩；档位由此接续。',
    ),
  }),
  show.money('cap', say('Cap', '封顶'), {
    minimum: 0,
    ...optional,
    note: say('The most that is paid as commission.', '提成最高额。'),
  }),
] as const;

/** What a product line's deals count for. */
export const products = [
  show.text('product', PRODUCT, { named: 'ProductLine' }),
  show.factor('factor', say('Factor', '产品系数'), {
    minimum: 0,
    note: say('What a deal of it counts for: 1 as it is, 0.5 half.', '计入业绩的系数：1 为全额，0.5 为一半。'),
  }),
  show.money('spiff', say('SPIFF a deal', '单笔专项奖'), { minimum: 0, ...optional }),
] as const;

/** What is typed of a deal. */
export const deal = [
  show.date('date', say('Date', '日期'), { named: 'Date', optional: true }),
  show.text('number', say('Deal', '单号'), { named: 'Number' }),
  show.text('customer', say('Customer', '客户'), { named: 'Customer', optional: true }),
  show.text('product', PRODUCT, { named: 'Product', optional: true }),
  show.text('person', PERSON, { named: 'Person', optional: true }),
  show.amount('amount', say('Amount', '金额'), { named: 'Amount' }),
  show.amount('collected', say('Collected', '已回款'), { named: 'Collected', optional: true }),
  show.amount('cost', say('Cost', '成本'), { named: 'Cost', optional: true }),
] as const;
