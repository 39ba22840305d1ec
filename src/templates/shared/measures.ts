import { achievement } from '../../functions/achievement.ts';
import { type Language, say, type Text } from '../../kernel/text.ts';
import { column, type Expression, kpi, unlessBlank } from '../../plan/expression.ts';
import type { ColumnSpec, Format } from '../../plan/sheetSpec.ts';
import { Problems } from '../../plan/template.ts';
import { unlessZero } from './expressions.ts';
import type { MoneyFormat } from './money.ts';

/** Figures of different kinds stand under one another: what each line is, in the user's words. */
const KINDS = {
  money: say('amount', '金额'),
  integer: say('number', '数量'),
  percent: say('percent', '百分比'),
  points: say('points', '分数'),
} as const satisfies Record<string, Text>;
export type MeasureKind = keyof typeof KINDS;

export const SHOWN_LABEL: Text = say('amount, number, percent or points', '金额、数量、百分比或分数');

export function kindWord(kind: MeasureKind, language: Language): string {
  return KINDS[kind][language];
}

function kindOf(word: string): MeasureKind | undefined {
  const wanted = word.trim().toLowerCase();
  const kinds = Object.keys(KINDS) as MeasureKind[];
  return kinds.find(kind => kind === wanted || KINDS[kind].en === wanted || KINDS[kind].zh === wanted);
}

/** How each line's figures are shown, or which line has a word that nobody knows. */
export function measureFormats(
  field: string,
  lines: readonly { readonly shown: string }[],
  money: MoneyFormat,
): Format[] | Problems {
  const kinds = lines.map(({ shown }) => kindOf(shown));
  const wrong = kinds.indexOf(undefined);
  if (wrong >= 0) {
    return new Problems({
      [field]: say(`Line ${wrong + 1}: write ${SHOWN_LABEL.en}.`, `第 ${wrong + 1} 行：请填写${SHOWN_LABEL.zh}。`),
    });
  }
  return kinds.map(kind => (kind === undefined || kind === 'money' ? money : kind));
}

const DIRECTIONS = { en: ['higher', 'lower'], zh: ['越高越好', '越低越好'] } as const;

export function directionWord(language: Language, lowerIsBetter: boolean): string {
  return DIRECTIONS[language][lowerIsBetter ? 1 : 0];
}

export function directionColumn(language: Language): ColumnSpec {
  return {
    key: 'direction',
    label: say('Direction', '方向'),
    format: 'text',
    rule: { kind: 'list', values: DIRECTIONS[language] },
    note: say('Whether higher or lower is better; blank is higher.', '越高越好还是越低越好；留空为越高越好。'),
  };
}

/** A row's achievement; blank without a target to measure by or an actual. */
export function rowAchievement(more: { readonly direction?: Expression } = {}): Expression {
  return kpi(achievement, {
    // A formula's "" is no 0, and nothing can be measured by either.
    actual: unlessBlank(column('target'), unlessZero(column('target'), column('actual'))),
    target: column('target'),
    ...more,
  });
}

export const directed = { direction: column('direction') };

export function achievementColumn(formula: Expression, more: Partial<ColumnSpec> = {}): ColumnSpec {
  return {
    key: 'achievement',
    label: say('Achievement', '达成率'),
    format: 'percent',
    formula,
    note: say(
      'Actual ÷ target; where lower is better, 2 − actual ÷ target.',
      '实际 ÷ 目标；越低越好的指标为 2 − 实际 ÷ 目标。',
    ),
    ...more,
  };
}
