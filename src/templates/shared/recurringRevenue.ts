import { grr } from '../../functions/grr.ts';
import { nrr } from '../../functions/nrr.ts';
import { say, type Text } from '../../kernel/text.ts';
import { blankAsZero, kpi, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { unlessZero } from './expressions.ts';
import { monthAfter, padded } from './log.ts';

const RECURRING_ROWS = 12;

/** Recurring revenue of two sample months: 90 % and 95 % of it kept, 100 % and 97 % with expansion. */
const RECURRING = [
  { start: 1000000, churned: 60000, contraction: 40000, expansion: 100000, added: 50000 },
  { start: 1050000, churned: 42000, contraction: 10500, expansion: 21000, added: 31500 },
];

const recurring = {
  start: unlessZero(f`[start]`, f`[start]`),
  churned: blankAsZero(f`[churned]`),
  contraction: blankAsZero(f`[contraction]`),
};
const revenue = (key: string, label: Text, note: Text) => show.amount(key, label, { minimum: 0, note });

/** Typed in month by month; a sample stands in the months before a day. */
export const recurringRevenue = (samplesBefore: string | undefined): Table => ({
  key: 'Revenue',
  title: say('2  Recurring revenue', '二、经常性收入'),
  columns: [
    show.month('month', say('Month', '月份')),
    revenue('start', say('At start', '期初收入'), say('Of the customers at the start.', '期初客户的经常性收入。')),
    revenue('churned', say('Churned', '流失收入'), say('Lost with customers who left.', '客户流失带走的收入。')),
    revenue(
      'contraction',
      say('Contraction', '减购收入'),
      say('Lost with customers who pay less.', '留存客户减少的收入。'),
    ),
    revenue(
      'expansion',
      say('Expansion', '增购收入'),
      say('Gained from the same customers.', '同一批客户增加的收入。'),
    ),
    revenue('added', say('New', '新增收入'), say('From new customers.', '新客户带来的收入。')),
    show.amount('end', say('At end', '期末收入'), {
      formula: unlessBlank(f`[start]`, f`[start]-[churned]-[contraction]+[expansion]+[added]`),
    }),
    show.percent('grr', say('GRR', '总收入留存率（GRR）'), {
      formula: kpi(grr, recurring),
      note: say('(At start − churned − contraction) ÷ at start.', '（期初 − 流失 − 减购）÷ 期初。'),
    }),
    show.percent('nrr', say('NRR', '净收入留存率'), {
      formula: kpi(nrr, { ...recurring, expansion: blankAsZero(f`[expansion]`) }),
      note: say('(At start − churned − contraction + expansion) ÷ at start.', '（期初 − 流失 − 减购 + 增购）÷ 期初。'),
    }),
  ],
  rows: padded(
    samplesBefore === undefined
      ? []
      : RECURRING.map((row, index) => ({ month: monthAfter(samplesBefore, index - RECURRING.length), ...row })),
    RECURRING_ROWS,
  ),
});
