import type { CellError } from '../../kernel/cell.ts';
import { clean } from '../../kernel/decimal.ts';
import { invalid } from '../../kernel/errors.ts';
import { number } from '../../kernel/parameters.ts';
import { ratio } from '../../kernel/ratio.ts';
import { say } from '../../kernel/text.ts';

/** The recurring revenue of one group of customers, and what became of it. */
export const recurringParameters = {
  start: number({
    label: say('At start', '期初收入'),
    about: say(
      'Recurring revenue of the customers at the start. If blank, the result is blank.',
      '期初客户的经常性收入；为空则结果为空。',
    ),
    minimum: 0,
    measured: true,
  }),
  churned: number({
    label: say('Churned', '流失收入'),
    about: say('Revenue lost with customers who left.', '客户流失带走的收入。'),
    minimum: 0,
  }),
  contraction: number({
    label: say('Contraction', '减购收入'),
    about: say('Revenue lost with customers who stayed but pay less.', '留存客户减少的收入。'),
    minimum: 0,
  }),
};

export interface Recurring {
  readonly start: number;
  readonly churned: number;
  readonly contraction: number;
}

export function retained({ start, churned, contraction }: Recurring, expansion = 0): number | CellError {
  const lost = clean(churned + contraction);
  if (start > 0 && lost > clean(start)) {
    return invalid(
      `churned and contraction add up to ${lost}, more than the ${start} at the start`,
      `流失与缩减合计 ${lost}，超过期初的 ${start}`,
    );
  }
  return ratio(Math.max(0, start - lost) + expansion, start, 'start');
}
