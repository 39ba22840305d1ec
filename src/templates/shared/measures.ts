import { achievement } from '../../functions/achievement.ts';
import { fixedWords, languages, say, type Text } from '../../kernel/text.ts';
import { type Expression, kpi, unlessBlank } from '../../plan/expression.ts';
import { linesField } from '../../plan/field.ts';
import { f } from '../../plan/formulaText.ts';
import type { Column, SaidFormat } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { Problems } from '../../plan/template.ts';
import { unlessZero } from './expressions.ts';

/** Figures of different kinds stand under one another: what each line is, in the user's words. */
const KINDS = {
  money: say('amount', '金额'),
  integer: say('number', '数量'),
  percent: say('percent', '百分比'),
  points: say('points', '分数'),
} as const satisfies Record<string, Text>;
export type MeasureKind = keyof typeof KINDS;

export const SHOWN_LABEL: Text = say('amount, number, percent or points', '金额、数量、百分比或分数');

export function kindWord(kind: MeasureKind): Text {
  return KINDS[kind];
}

function kindOf(word: string): MeasureKind | undefined {
  const wanted = word.trim().toLowerCase();
  const kinds = Object.keys(KINDS) as MeasureKind[];
  return kinds.find(
    kind => kind === wanted || languages.some(language => KINDS[kind][language].toLowerCase() === wanted),
  );
}

/** How each line's figures are shown, or which line has a word that nobody knows. */
export function measureFormats(field: string, lines: readonly { readonly shown: string }[]): SaidFormat[] | Problems {
  const kinds = lines.map(({ shown }) => kindOf(shown));
  const wrong = kinds.indexOf(undefined);
  if (wrong >= 0) {
    return new Problems({
      [field]: say(`Line ${wrong + 1}: write ${SHOWN_LABEL.en}.`, `第 ${wrong + 1} 行：请填写${SHOWN_LABEL.zh}。`),
    });
  }
  return kinds.map(kind => (kind === undefined || kind === 'money' ? 'amount' : kind));
}

const HIGHER = fixedWords('higher', '越高越好');
const LOWER = fixedWords('lower', '越低越好');

export function directionWord(lowerIsBetter = false): Text {
  return lowerIsBetter ? LOWER : HIGHER;
}

export const directionColumn = show.text('direction', say('Direction', '方向'), {
  choices: [HIGHER, LOWER],
  note: say('Whether higher or lower is better; blank is higher.', '越高越好还是越低越好；留空为越高越好。'),
});

/** A row's achievement; blank without a target to measure by or an actual. */
export function rowAchievement(more: { readonly direction?: Expression } = {}): Expression {
  // A formula's "" is no 0, and nothing can be measured by either.
  const actual = unlessBlank(f`[target]`, unlessZero(f`[target]`, f`[actual]`));
  return kpi(achievement, { actual, target: f`[target]`, ...more });
}

export const directed = { direction: f`[direction]` };

export function achievementColumn(formula: Expression, more: Partial<Column> = {}): Column {
  return show.percent('achievement', say('Achievement', '达成率'), {
    formula,
    note: say(
      'Actual ÷ target; where lower is better, 2 − actual ÷ target.',
      '实际 ÷ 目标；越低越好的指标为 2 − 实际 ÷ 目标。',
    ),
    ...more,
  });
}

export const ACHIEVEMENT_NOTE: Text = say('Actual ÷ target.', '实际 ÷ 目标。');

/** A figure that each row shows in its own way. */
export const rowFigure = <const Key extends string>(key: Key, label: Text) =>
  show.amount(key, label, { formattedByRow: true });

const metricColumns = [
  show.text('metric', say('Metric', '指标')),
  show.text('shown', say('Shown as', '显示为')),
  show.number('target', say('Target', '目标'), { optional: true }),
] as const;

interface SampleMetric {
  readonly metric: Text;
  readonly shown: MeasureKind;
  readonly target: number;
}

/** Which metrics a sheet is about, and what kind of figure each of them is. */
export const metricsField = (hint: Text, initial: readonly SampleMetric[]) =>
  linesField({
    label: say('Metrics', '指标'),
    hint,
    columns: metricColumns,
    initial: initial.map(line => ({ ...line, shown: kindWord(line.shown) })),
  });
