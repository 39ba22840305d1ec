import { planCheck } from '../../functions/planCheck.ts';
import { fixedWords, say, type Text } from '../../kernel/text.ts';
import { type Expression, kpi, LANGUAGE, PLACE, unlessBlank } from '../../plan/expression.ts';
import { choiceField, linesField, numberField } from '../../plan/field.ts';
import { f } from '../../plan/formulaText.ts';
import type { Row, Table } from '../../plan/said.ts';
import { inStrip, show } from '../../plan/show.ts';
import { PRIZES, TIERS } from './planSamples.ts';

/** What tiers and places go by. */
export const BASES = [
  { value: 'achievement', label: say('achievement of the target', '达成率') },
  { value: 'amount', label: say('amount sold', '销售额') },
] as const;
export type Basis = (typeof BASES)[number]['value'];

const from = show.percent('from', say('From', '起点'), {
  named: 'TierFrom',
  share: 'orAmount',
  minimum: 0,
  note: say(
    'Exactly this value counts as reached. Below the lowest tier nothing is paid.',
    '恰好等于起点即达到该档；低于最低档不计提成。',
  ),
});
/** After what each begins from: the order in which a plan is read. */
const earned = [
  show.percent('rate', say('Rate', '比例'), { named: 'TierRate', minimum: 0, maximum: 1 }),
  show.money('bonus', say('Bonus', '奖金'), { named: 'TierBonus', minimum: 0, optional: true }),
  show.text('level', say('Tier name', '档位名称'), { named: 'TierLevel', centred: true, optional: true }),
] as const;
const who = show.text('who', say('Applies to', '适用人员'), { optional: true });

/** A plan by shares of the target, for everybody alike. */
export const PLAN_COLUMNS = [{ ...from, share: true }, ...earned] as const;

/** What managers are paid by for the sales of their teams, beside the plan of those. */
const managerTier = [from, ...earned].map(tier => ({ ...tier, named: `Manager${tier.named}` }));

/** One of several such plans. */
export const planField = (label: Text, initial: readonly Omit<(typeof TIERS)[number], 'who'>[]) =>
  linesField({
    label,
    hint: say(
      'One tier per line: from (80%), rate, bonus, tier name.',
      '每行一条：起点（如 80%）、比例、奖金、档位名称。',
    ),
    columns: PLAN_COLUMNS,
    minimum: 1,
    initial,
  });

const prize = show.money('prize', say('Prize', '奖金'), {
  minimum: 0,
  note: say('Tied places share the prizes that they span.', '并列名次均分其所占名次的奖金。'),
});

/** How a plan pays, by the name of its cell in the strip. */
export const modeFieldOf = (key: string, label: Text, initial: 'whole' | 'marginal' = 'whole') =>
  inStrip(
    choiceField({
      label,
      hint: say(
        'whole: the rate of the tier reached applies to all sales. marginal: each slice at its own tier’s rate.',
        '全额累进：全部销售额按所达档位的比例计。超额累进：各段按各自档位的比例计。',
      ),
      initial,
      choices: [
        { value: 'whole', label: fixedWords('whole', '全额累进') },
        { value: 'marginal', label: fixedWords('marginal', '超额累进') },
      ],
    }),
    show.text,
    key,
    { noted: true },
  );

/** Where it is blank, COMMISSION would pay by its default, which nobody has chosen. */
export const NO_METHOD = say('✗ no commission method', '✗ 缺计提方式');

export const modeField = modeFieldOf('Mode', say('Commission method', '计提方式'));

export const tiersField = linesField({
  label: say('Tiers', '档位'),
  hint: say(
    'One tier per line: from (80%, or an amount), rate, bonus, tier name, applies to.',
    '每行一条：起点（如 80%，或金额）、比例、奖金、档位名称、适用人员。',
  ),
  columns: [from, ...earned, who],
  minimum: 1,
  initial: TIERS,
});

export const managerTiersField = linesField({
  label: say('Manager’s tiers', '管理提成档位'),
  hint: say(
    'What managers earn on the credited sales of their teams, one tier per line: from, rate, bonus, tier name. None: no override.',
    '主管按团队计入业绩计提，每行一条：起点、比例、奖金、档位名称。留空则无管理提成。',
  ),
  columns: [from, ...earned],
});

export const prizesField = linesField({
  label: say('Rank prizes', '名次奖'),
  hint: say('One prize per line, the first place on top.', '每行一个名次，第一名在最上。'),
  columns: [prize],
  minimum: 1,
  initial: PRIZES.map(amount => ({ prize: amount })),
});

export const teamFromField = inStrip(
  numberField({ label: say('Team bonus threshold', '团队协作奖门槛'), initial: 1.1, minimum: 0 }),
  show.percent,
  'TeamFrom',
  {
    minimum: 0,
    note: say('Achievement of the region from which its people get the bonus.', '区域达成率达到此值即发放。'),
  },
);

export const perHeadField = inStrip(
  numberField({ label: say('Team bonus per person', '团队协作奖（每人）'), initial: 500, minimum: 0 }),
  show.money,
  'PerHead',
  { minimum: 0 },
);

export const capOf = (key: string, label: Text) =>
  show.money(key, label, {
    minimum: 0,
    optional: true,
    note: say('The most a person is paid as commission; blank for no cap.', '每人提成最高额；留空为不封顶。'),
  });

export const cap = capOf('Cap', say('Cap on commission', '提成封顶'));

const tierFormat = (basis: Basis) => (basis === 'amount' ? 'amount' : 'percent');

export const tierTable = (rows: readonly Row[], basis: Basis): Table => ({
  key: 'Tiers',
  title: say('Tiers', '提成档位'),
  spare: 3,
  columns: [{ ...from, format: tierFormat(basis) }, ...earned, who],
  rows,
});

export const managerTierTable = (rows: readonly Row[], basis: Basis): Table => ({
  key: 'ManagerTiers',
  title: say('Manager’s tiers', '管理提成档位'),
  spare: 3,
  columns: managerTier.map(tier => (tier.key === 'from' ? { ...tier, format: tierFormat(basis) } : tier)),
  rows,
});

/** Prizes go by their order in the table, however people sort it or take one out: so the sheet counts the places. */
export const placeBeside = (prizes: Expression) =>
  show.rank('place', say('Place', '名次'), { eachRow: true, formula: unlessBlank(prizes, PLACE) });

export const prizeTable = (prizes: readonly { readonly prize: number }[]): Table => ({
  key: 'Prizes',
  title: say('Rank prizes', '各名次奖金'),
  spare: 2,
  columns: [placeBeside(f`[prize]`), prize],
  rows: prizes,
});

/** The levels belong to the plan; for whom it is does not. */
export const PLAN = f`Tiers[from:level]`;
export const MANAGER_PLAN = f`ManagerTiers[from:level]`;

export function checkTable(tiers: number): Table {
  // Most findings belong to one tier each; what a plan has beyond two a tier is counted in the last line.
  const room = Math.max(4, 2 * tiers);
  const findings = kpi(planCheck, { tiers: PLAN, mode: f`Mode`, language: LANGUAGE, n: room });
  return {
    key: 'PlanCheck',
    title: say('Is the plan sound?', '方案检查'),
    headless: true,
    columns: [
      show.rank('row', say('Row', '行'), { spills: { columns: 3, formula: findings } }),
      show.text('severity', say('Severity', '程度'), { spilled: true }),
      show.text('finding', say('Finding', '发现'), { spilled: true }),
    ],
    rows: room + 1,
  };
}
