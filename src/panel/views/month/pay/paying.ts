import { periodText } from '../../../../kernel/period.ts';
import { say, type Text } from '../../../../kernel/text.ts';
import { type PaidPeriod, payouts } from '../../../../month/pay/payLines.ts';
import type { MonthSheets } from '../monthSheets.ts';

export function payoutsIn({ deals, paid, tracker }: MonthSheets): PaidPeriod[] {
  return payouts({ deals, paid, month: tracker?.start, unit: tracker?.unit ?? '' });
}

/** A period of several months is called by both ends. */
export function payPeriodText({ months: [from, to] }: PaidPeriod): Text {
  const [first, last] = [periodText(from), periodText(to)];
  return from === to ? last : say(`${first.en} to ${last.en}`, `${first.zh}至${last.zh}`);
}
