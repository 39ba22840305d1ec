import { languages, say, type Text } from '../../kernel/text.ts';
import { builtin, columnNamed, type Expression, unlessBlank, value } from '../../plan/expression.ts';
import { toggleField } from '../../plan/field.ts';
import { f } from '../../plan/formulaText.ts';
import type { Column } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { COMPLETE, CREDITS, type CreditRole, ROLES } from '../../sheets/credits.ts';
import { exactly } from './expressions.ts';

/** On where the workbook has a credits sheet. */
export const fromCreditsWhereThere = toggleField({
  label: say('Read who shares a deal from the credits sheet', '分摊比例取自业绩分摊表'),
  hint: say(
    'On where the workbook has a credits sheet: a deal may then stand in a row for each person.',
    '工作簿中有业绩分摊表时默认开启：同一成交可每人一行。',
  ),
  initial: ({ names = [] }) => names.some(name => name.toLowerCase() === CREDITS.number.toLowerCase()),
});

const CREDIT = {
  number: columnNamed(CREDITS.number),
  person: columnNamed(CREDITS.person),
  role: columnNamed(CREDITS.role),
  credit: columnNamed(CREDITS.credit),
  state: columnNamed(CREDITS.state),
} as const;

const ofDeal = [CREDIT.number, exactly(f`[number]`)] as const;
const ofPerson = [...ofDeal, CREDIT.person, exactly(f`[person]`)] as const;
/** The credits may be in another language. */
const wordsOf = (text: Text) => [...new Set(languages.map(language => text[language]))].map(value);
const added = (parts: readonly Expression[]) => parts.reduce((sum, part) => f`${sum}+${part}`);

const rows = builtin('COUNTIFS', ...ofDeal);
const complete = added(wordsOf(COMPLETE).map(word => builtin('COUNTIFS', ...ofDeal, CREDIT.state, word)));
const mine = builtin('COUNTIFS', ...ofPerson);

/** Whether a deal is in the credits sheet with shares that are not whole, and whether without this person. */
export const isUnfinished = f`([number]<>"")*(${rows}-(${complete}))>0`;
export const isUncredited = f`([number]<>"")*(${rows}>0)*(${mine}=0)>0`;

const every = f`COUNTIF(Deals[number],${exactly(f`[number]`)})`;
const same = [f`Deals[number]`, exactly(f`[number]`), f`Deals[person]`, exactly(f`[person]`)] as const;
const own = builtin('COUNTIFS', ...same);
const whole = f`SUMIF(Deals[number],${exactly(f`[number]`)},Deals[amount])`;
const ownAmount = builtin('SUMIFS', f`Deals[amount]`, ...same);

/**
 * Whether the people of a shared deal have other amounts of it, as where a refund stands beside one of them only, or
 * some of them more rows than others: credits of one deal would be shares of several.
 */
export const isUneven = f`([number]<>"")*(${rows}>0)*((ABS(${whole}*${own}-${ownAmount}*${every})>0.001)+(${every}>${own}*${rows}))>0`;

const isRole = (role: CreditRole) =>
  f`${added(wordsOf(ROLES[role]).map(word => builtin('COUNTIFS', ...ofPerson, CREDIT.role, word)))}>0`;
const { owner, split, overlay } = ROLES;
const role = f`IF(${isRole('owner')},${owner},IF(${isRole('split')},${split},IF(${isRole('overlay')},${overlay},"")))`;

/** The person's share of a deal by the credits sheet, which a deal of one person need not be in. */
export const creditColumns: readonly Column[] = [
  show.text('role', say('Role', '角色'), { formula: unlessBlank(f`[number]`, role) }),
  show.percent('part', say('Share', '比例'), {
    eachRow: true,
    formula: unlessBlank(
      f`[amount]`,
      f`IF([number]="",1,IF(${rows}=0,1,${builtin('SUMIFS', CREDIT.credit, ...ofPerson)}))`,
    ),
    note: say(
      'The person’s share by the credits sheet; 100% of a deal that is not there.',
      '该销售员在业绩分摊表中的比例；表中没有的成交为 100%。',
    ),
  }),
];

/** The person's part of a figure of the deal, to the cent: the owner has what the rounded splits leave. */
export function partOf(figure: Expression): Expression {
  const isSplit = added(wordsOf(split).map(word => f`(${CREDIT.role}=${word})`));
  const share = f`IF(${CREDIT.credit}="",0,${CREDIT.credit})`;
  const splits = f`SUMPRODUCT(COUNTIF([number],${exactly(CREDIT.number)})*(${isSplit})*ROUND(${figure}*${share},2))`;
  return f`IF([role]="",${figure},IF([role]=${owner},ROUND(${figure}-${splits},2),ROUND(${figure}*[part],2)))`;
}

export const isOverlay = f`[role]=${overlay}`;

const standing = f`COUNTIF(Deals[number],${exactly(CREDIT.number)})>0`;
const ownRow = f`COUNTIFS(Deals[number],${exactly(CREDIT.number)},Deals[person],${exactly(CREDIT.person)})`;
const left = f`SUMPRODUCT((${CREDIT.number}<>"")*(${standing})*(${ownRow}=0))`;

/** Who shares a deal that stands here and has no row of it is not paid for it. */
export const leftOut = f`IF(${left}>0,${say('✗ credits without a row: ', '✗ 有分摊而无行：')}&${left},0)`;
