import { targetCheck } from '../../functions/targetCheck.ts';
import { type Language, say, type Text } from '../../kernel/text.ts';
import { blankAsZero, columnOf, kpi, value } from '../../plan/expression.ts';
import { linesField } from '../../plan/field.ts';
import type { ColumnSpec, Literal } from '../../plan/sheetSpec.ts';
import { LIGHT_COLORS } from '../../plan/theme.ts';
import { unlessAnyBlank } from './expressions.ts';

/** Past results of each person, the oldest first, in the units of the plan's whole target. */
export const historyField = linesField({
  label: say('People’s past results', '个人往期业绩'),
  hint: say(
    'Person, then three or four past plan periods (years or quarters), the latest first. Leave empty for no check.',
    '姓名，再填最近三到四期（年或季）的业绩，最近的在前；不需要合理性判断时留空。',
  ),
  columns: [
    { key: 'person', label: say('Person', '姓名'), type: 'text' },
    { key: 'back1', label: say('Last', '上期'), type: 'number' },
    { key: 'back2', label: say('2 periods ago', '前 2 期'), type: 'number' },
    { key: 'back3', label: say('3 periods ago', '前 3 期'), type: 'number' },
    { key: 'back4', label: say('4 periods ago', '前 4 期'), type: 'number', optional: true },
  ],
  initial: () => [],
});

interface HistoryLine {
  readonly person: string;
  readonly back1: number;
  readonly back2: number;
  readonly back3: number;
  readonly back4: number | undefined;
}

const BACK = ['back4', 'back3', 'back2', 'back1'] as const;

/** Columns beside each person's target, and what stands in them. */
export interface Reasonableness {
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly Readonly<Record<string, Literal>>[];
}

export function reasonableness(
  history: readonly HistoryLine[],
  people: readonly { readonly person: string }[],
  span: Text,
  language: Language,
): Reasonableness {
  if (history.length === 0) return { columns: [], rows: [] };
  const byPerson = new Map(history.map(line => [line.person, line]));
  return {
    columns: [
      ...BACK.map((key, index): ColumnSpec => {
        const back = BACK.length - index;
        return {
          key,
          label: say(`${span.en} −${back}`, `前${back}${span.zh}`),
          format: 'money',
          rule: { kind: 'number' },
        };
      }),
      verdictColumn(language),
    ],
    rows: people.map(({ person }) => {
      const line = byPerson.get(person);
      return Object.fromEntries(BACK.map(key => [key, line?.[key] ?? null]));
    }),
  };
}

const WORDS = {
  en: { low: 'too low', fair: 'realistic', stretch: 'stretch', far: 'unrealistic' },
  zh: { low: '偏低', fair: '合理', stretch: '有挑战', far: '不现实' },
} as const;

function verdictColumn(language: Language): ColumnSpec {
  const words = WORDS[language];
  const lastThree = BACK.slice(1).map(key => columnOf('People', key));
  return {
    key: 'verdict',
    label: say('Reasonable?', '合理性'),
    format: 'text',
    spills: {
      columns: 1,
      formula: kpi(targetCheck, {
        // Who has no history, as a newcomer, is not judged.
        target: unlessAnyBlank(lastThree, blankAsZero(columnOf('People', 'target'))),
        history: columnOf('People', BACK[0], BACK[3]),
        style: value(say('text', 'zh')[language]),
      }),
    },
    lights: [
      { condition: { when: 'textIs', value: words.low }, ...LIGHT_COLORS.amber },
      { condition: { when: 'textIs', value: words.fair }, ...LIGHT_COLORS.green },
      { condition: { when: 'textIs', value: words.stretch }, ...LIGHT_COLORS.amber },
      { condition: { when: 'textIs', value: words.far }, ...LIGHT_COLORS.red },
    ],
    note: say(
      'How far the target lies from the forecast of the past: below −0.5, up to 0.5, up to 1.5, above 1.5 standard deviations of its error.',
      '目标与往期预测的距离（以预测误差的标准差计）：低于 −0.5 偏低，至 0.5 合理，至 1.5 有挑战，以上不现实。',
    ),
  };
}
