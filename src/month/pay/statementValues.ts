import { isoOf } from '../../kernel/calendar.ts';
import type { Json } from '../../kernel/json.ts';
import { labelKey } from '../../kernel/label.ts';
import { type Language, say, type Text } from '../../kernel/text.ts';
import type { PaidDeal } from '../../sheets/deals.ts';
import type { PlannedSheet } from '../close/changeSets.ts';
import { formLine } from '../close/formLine.ts';
import { exactDifference, exactSum } from '../figures/exactSum.ts';
import type { PayStatement } from './approvals.ts';

const PRIZES = say('Override, prizes and bonuses', '管理提成与奖金');
const CORRECTION = say('Correction', '更正');
const AGREED = say('Difference to what was approved', '与已确认金额的差额');
const PLAN = say('Commission', '提成');

export interface StatementOf {
  readonly statement: PayStatement;
  /** The period in words. */
  readonly period: Text;
  readonly unit: string;
  readonly manager: string;
  /** All deals of the sheets that pay for the period. */
  readonly deals: readonly PaidDeal[];
  readonly language: Language;
}

/**
 * One person's statement as a sheet of its own, with nothing but figures: it reads no other sheet. Its lines add up to
 * what is paid; undefined where that is not known.
 */
export function statementValues(of: StatementOf): PlannedSheet | undefined {
  const { statement, period, unit, manager, language } = of;
  const { person, total } = statement;
  if (total === null) return undefined;
  const deals = of.deals.filter(deal => labelKey(deal.person) === labelKey(person));
  return {
    template: 'statement',
    language,
    suffix: person,
    strip: {},
    values: {
      person,
      manager: manager || '–',
      period: period[language],
      ...(unit !== '' && { unit }),
      fromDeals: false,
      fromIncentive: false,
      samples: false,
      deals: deals.map(dealLine),
      extras: extrasOf(statement, deals, language),
    },
  };
}

function dealLine({ date, number, customer, credited, running, commission, spiff }: PaidDeal): Json {
  return formLine({
    date: date === null ? null : isoOf(date),
    number: number || '–',
    ...{ customer, credited, running, commission, spiff },
  });
}

/** What is paid beside the deals: each by its name, and what makes the sum what was agreed. */
function extrasOf({ line, total, corrections }: PayStatement, deals: readonly PaidDeal[], language: Language): Json[] {
  const lines: { readonly what: Text; readonly amount: number; readonly note: string }[] = [];
  const byDeals = exactSum(deals.flatMap(({ commission, spiff }) => [commission, spiff]));
  const pay = line?.pay ?? 0;
  const commission = deals.length > 0 ? 0 : (line?.commission ?? 0);
  if (commission !== 0) lines.push({ what: PLAN, amount: commission, note: '' });
  const prizes = exactDifference(pay, exactSum([byDeals, commission]));
  if (prizes !== 0) lines.push({ what: PRIZES, amount: prizes, note: '' });
  for (const { actual, source } of corrections)
    if (actual !== null) lines.push({ what: CORRECTION, amount: actual, note: source });
  const rest = exactDifference(total ?? 0, exactSum([pay, ...corrections.map(({ actual }) => actual)]));
  if (rest !== 0) lines.push({ what: AGREED, amount: rest, note: '' });
  return lines.map(({ what, amount, note }) => formLine({ what: what[language], amount, note }));
}
