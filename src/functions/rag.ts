import { cleanNear } from '../kernel/decimal.ts';
import { at, invalid } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { cut, isBlank, type Native, WRONG, when } from '../kernel/native.ts';
import { choice, choiceOr, numberOr, numberOrBlank } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';
import { NO_ACHIEVEMENT, typedAsPercent } from './shared/achieved.ts';
import { RAG_STYLES, type RagLight } from './shared/ragStyles.ts';

export const rag = defineFunction({
  name: 'RAG',
  family: 'targets',
  kind: 'map',
  text: {
    label: say('Traffic light', '红绿灯'),
    words: searchWords('status light, RAG, red amber green, warning', '信号灯，预警灯，红黄绿，状态灯'),
    summary: say(
      'Red, amber or green for an achievement, and "no data" where there is none.',
      '按达成率给出红、黄、绿灯；没有数据时为“无数据”。',
    ),
    formula: 'red < amber_from ≤ amber ≤ green_above < green;  with green = "from": amber < green_above ≤ green',
    source: 'RAG status reporting with a fourth state for missing data',
  },
  parameters: {
    achievement: numberOrBlank({
      label: say('Achievement', '达成率'),
      about: say('A fraction, 0.95 for 95%. A blank is "no data".', '达成率（小数，95% 为 0.95）；为空即“无数据”。'),
      isAchievement: true,
    }),
    amber_from: numberOr(0.8, {
      label: say('Amber from', '黄灯下限'),
      about: say('Below it the light is red.', '低于此值为红灯。'),
    }),
    green_above: numberOr(1, {
      label: say('Green above', '绿灯界限'),
      about: say(
        'Above it the light is green; exactly on it as “green” says.',
        '高于此值为绿灯；恰好等于时由“绿灯条件”决定。',
      ),
    }),
    style: choiceOr(
      'text',
      [
        choice('text', say('English', '英文'), 'en'),
        choice('zh', say('Chinese', '中文'), '汉字'),
        choice('emoji', say('emoji', '表情'), 'symbol', '符号'),
        choice('code', say('code', '代码'), 'number', '数字'),
      ],
      {
        label: say('Style', '样式'),
        about: say('How the status is shown.', '红绿灯的显示方式。'),
      },
    ),
    count: numberOrBlank({
      label: say('Count', '样本数'),
      about: say('How many cases the figure rests on.', '该数值所依据的样本数。'),
      optional: true,
    }),
    minimum_count: numberOr(0, {
      label: say('Minimum count', '最少样本数'),
      about: say('With fewer cases the light is "no data".', '样本数少于此值时为“无数据”。'),
      minimum: 0,
    }),
    green: choiceOr(
      'above',
      [
        choice('above', say('above', '高于'), '大于', '>', '超过'),
        choice('from', say('from', '达到'), '不低于', '大于等于', '>=', '≥', '起'),
      ],
      {
        label: say('Green', '绿灯条件'),
        about: say(
          'above: exactly green_above is amber; from: it is green.',
          '高于：恰好等于绿灯界限为黄灯；达到：为绿灯。',
        ),
      },
    ),
  },
  examples: [
    { given: { achievement: 1.05 }, result: 'green' },
    { given: { achievement: 0.8 }, result: 'amber' },
    { given: { achievement: [[1], [0.99]], green: 'from' }, result: [['green'], ['amber']] },
    { given: { achievement: 0.75, style: 'zh' }, result: '红' },
    { given: { achievement: [[1.1], [null]], style: 'zh' }, result: [['绿'], ['无数据']] },
  ],
  compute({ achievement, amber_from, green_above, style, count, minimum_count, green }) {
    const wrong = typedAsPercent(achievement ?? 0);
    if (wrong) return at(wrong, say('achievement', '达成率（achievement）'));
    if (amber_from > green_above) {
      return invalid(
        `amber_from (${amber_from}) is above green_above (${green_above})`,
        `黄灯下限（${amber_from}）高于绿灯界限（${green_above}）`,
      );
    }
    const tooFew = count !== undefined && (count ?? 0) < minimum_count;
    return RAG_STYLES[style][lightOf(tooFew ? null : achievement, amber_from, green_above, green)];
  },
});

function lightOf(
  achievement: number | null | undefined,
  amberFrom: number,
  greenAbove: number,
  green: 'above' | 'from',
): RagLight {
  if (achievement === null || achievement === undefined) return 'none';
  if (cleanNear(achievement, amberFrom) < amberFrom) return 'red';
  const shown = cleanNear(achievement, greenAbove);
  return shown > greenAbove || (green === 'from' && shown === greenAbove) ? 'green' : 'amber';
}

export const native: Native<typeof rag> = {
  print({ achievement, amber_from, green_above, style, count, minimum_count, green }) {
    const words = RAG_STYLES[style as keyof typeof RAG_STYLES];
    const said = (light: RagLight): string => (words[light] === null ? '""' : JSON.stringify(words[light]));
    const shown = cut(achievement);
    const isGreen = `${shown}${green === 'from' ? '>=' : '>'}${green_above}`;
    const light = when(`${shown}<${amber_from}`, said('red'), when(isGreen, said('green'), said('amber')));
    const counted = count === '' ? light : when(`${count}<${minimum_count}`, said('none'), light);
    const sound = when(`${achievement}>=${NO_ACHIEVEMENT}`, WRONG, counted);
    const known = achievement === '' ? said('none') : when(isBlank(achievement), said('none'), sound);
    return Number(amber_from) <= Number(green_above) ? known : when(`${amber_from}>${green_above}`, WRONG, known);
  },
};
