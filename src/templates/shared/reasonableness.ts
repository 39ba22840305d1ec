import { targetCheck } from '../../functions/targetCheck.ts';
import { say, type Text } from '../../kernel/text.ts';
import { blankAsZero, kpi } from '../../plan/expression.ts';
import { linesField } from '../../plan/field.ts';
import { f } from '../../plan/formulaText.ts';
import type { Column, Row } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
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
    show.text('person', say('Person', '姓名')),
    show.money('back1', say('Last', '上期')),
    show.money('back2', say('2 periods ago', '前 2 期')),
    show.money('back3', say('3 periods ago', '前 3 期')),
    show.money('back4', say('4 periods ago', '前 4 期'), { optional: true }),
  ],
});

type HistoryLine = {
  readonly person: string;
  readonly back1: number;
  readonly back2: number;
  readonly back3: number;
  readonly back4: number | undefined;
};

/** Columns beside each person's target, and what stands in them. */
export interface Reasonableness {
  readonly columns: readonly Column[];
  readonly of: (person: string) => Row;
}

export function reasonableness(history: readonly HistoryLine[], span: Text): Reasonableness {
  if (history.length === 0) return { columns: [], of: () => ({}) };
  const byPerson = new Map(history.map(line => [line.person, line]));
  return {
    columns: [
      ...[4, 3, 2, 1].map(back => show.money(`back${back}`, say(`${span.en} −${back}`, `前${back}${span.zh}`))),
      verdict,
    ],
    of: person => byPerson.get(person) ?? {},
  };
}

const LOW = say('too low', '偏低');
const FAIR = say('realistic', '合理');
const STRETCH = say('stretch', '有挑战');
const FAR = say('unrealistic', '不现实');

const verdict = show.text('verdict', say('Reasonable?', '合理性'), {
  spills: {
    columns: 1,
    formula: kpi(targetCheck, {
      // Who has no history, as a newcomer, is not judged.
      target: unlessAnyBlank([f`People[back3]`, f`People[back2]`, f`People[back1]`], blankAsZero(f`People[target]`)),
      history: f`People[back4:back1]`,
      style: f`${say('text', 'zh')}`,
    }),
  },
  lights: [
    { word: LOW, ...LIGHT_COLORS.amber },
    { word: FAIR, ...LIGHT_COLORS.green },
    { word: STRETCH, ...LIGHT_COLORS.amber },
    { word: FAR, ...LIGHT_COLORS.red },
  ],
  note: say(
    'How far the target lies from the forecast of the past: below −0.5, up to 0.5, up to 1.5, above 1.5 standard deviations of its error.',
    '目标与往期预测的距离（以预测误差的标准差计）：低于 −0.5 偏低，至 0.5 合理，至 1.5 有挑战，以上不现实。',
  ),
});
