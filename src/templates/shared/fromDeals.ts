import { say } from '../../kernel/text.ts';
import { builtin, columnNamed, type Expression, reference, unlessBlank } from '../../plan/expression.ts';
import { toggleField } from '../../plan/field.ts';
import { f } from '../../plan/formulaText.ts';
import { DEAL_FIGURES } from '../../sheets/deals.ts';
import { EXTRAS } from '../../sheets/incentive.ts';
import { exactly, sumIf } from './expressions.ts';
import { ANY_NUMBER } from './fromTracker.ts';

export const fromDealsField = toggleField({
  label: say('Read the deals from commission by deal', '成交取自逐单提成'),
  hint: say('Needs commission by deal in this workbook.', '需要本工作簿中已有逐单提成表。'),
  initial: true,
});

export const fromIncentiveWhereThere = toggleField({
  label: say('Read prizes and team bonus from the incentive plan', '名次奖和团队协作奖取自激励方案'),
  hint: say('On where the workbook has an incentive plan.', '工作簿中有激励方案时默认开启。'),
  initial: ({ names = [] }) => names.some(name => name.toLowerCase() === `incentive_${EXTRAS.prize}`.toLowerCase()),
});

const deals = (name: string) => columnNamed(`Deals_${name}`);
export const DEALS_START = reference('Deals_Start');
export const DEALS_END = reference('Deals_End');
export const DEALS_UNIT = reference('Deals_Unit');

const whose = exactly(f`Person`);
const people = deals('Payee');

/** A figure of the person on the sheet of commission by deal. */
export const dealsOf = (name: 'Commission' | 'Spiffs' | 'Pay') => sumIf(people, whose, deals(name));
/** What is paid beside commission and SPIFFs: a sheet without tiers for managers has no column of it. */
export const overrideOf = f`ROUND(${dealsOf('Pay')}-${dealsOf('Commission')}-${dealsOf('Spiffs')},2)`;
const manager = f`INDEX(${deals('Manager')},MATCH(Person,${people},0))&""`;
/** Whom that sheet names as the manager, if anybody. */
export const managerOr = (other: string): Expression => f`IFERROR(IF(${manager}="",${other},${manager}),${other})`;
/** How many rows that sheet has for the person: one, or something is wrong. */
export const rowsOfPerson = f`COUNTIF(${people},${whose})`;

export const extraOf = (name: keyof typeof EXTRAS) =>
  sumIf(columnNamed('Incentive_Person'), whose, columnNamed(`Incentive_${EXTRAS[name]}`));

const turns = deals(DEAL_FIGURES.turn);
/** How many deals of theirs count. */
export const dealCount = f`COUNTIFS(${deals('Person')},${whose},${turns},${ANY_NUMBER})`;

/** The row of the deals in which the person's first deal stands, the second … */
export const placeOfDeal = f`IF(#>${dealCount},"",${builtin('SUMIFS', deals(DEAL_FIGURES.place), deals('Person'), whose, turns, f`"="&#`)})`;

/** What stands in that row. */
export function ofDeal(name: string): Expression {
  const cell = f`INDEX(${deals(name)},[place])`;
  // A blank cell that a formula brings is 0.
  return unlessBlank(f`[place]`, f`IF(${cell}="","",${cell})`);
}
