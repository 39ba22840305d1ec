import { clean } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import { type Native, when } from '../kernel/native.ts';
import { choice, choiceOr, number, numberOr } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';
import { achieved } from './shared/achieved.ts';

export const achievement = defineFunction({
  name: 'ACHIEVEMENT',
  family: 'targets',
  kind: 'map',
  text: {
    label: say('Achievement', '达成率'),
    words: searchWords(
      'attainment, quota attainment, percent to plan, goal completion, target vs actual',
      '目标达成率，销售额达成率，完成率，任务完成率，业绩达成率，完成度',
    ),
    summary: say(
      'Actual as a share of target (attainment); also right for negative targets and lower-is-better KPIs.',
      '实际完成占目标的比例；目标为负数、或指标越低越好时同样适用。',
    ),
    formula: '1 ± (actual − t) ÷ |t|,  t = target × weight  (+ higher is better, − lower is better)',
    source: 'Target attainment, with the sign rule for negative bases of variance analysis',
  },
  parameters: {
    actual: number({
      label: say('Actual', '实际值'),
      about: say('The actual result. If blank, the result is blank.', '实际完成值；为空则结果为空。'),
      measured: true,
    }),
    target: number({
      label: say('Target', '目标值'),
      about: say('What was to be reached.', '目标值。'),
    }),
    direction: choiceOr(
      'higher',
      [
        choice('higher', say('higher is better', '越高越好'), 'up', 'max', '正向', '高'),
        choice('lower', say('lower is better', '越低越好'), 'down', 'min', '反向', '逆向', '低'),
      ],
      {
        label: say('Direction', '方向'),
        about: say('Whether higher or lower is better.', '越高越好还是越低越好。'),
      },
    ),
    weight: numberOr(1, {
      label: say('Weight', '系数'),
      about: say('Multiplies the target, e.g. 0.5 for half a month.', '目标乘以此系数，如半个月为 0.5。'),
      minimum: 0,
    }),
  },
  examples: [
    { given: { actual: 840000, target: 800000 }, result: 1.05 },
    { given: { actual: -50, target: -100 }, result: 1.5 },
    { given: { actual: 12, target: 10, direction: 'lower' }, result: 0.8 },
    { given: { actual: [[600], [null], [330]], target: [[800], [500], [300]] }, result: [[0.75], [null], [1.1]] },
  ],
  compute({ actual, target, direction, weight }) {
    const base = clean(target * weight);
    return achieved(actual, base, direction, target === 0 ? 'target' : 'target × weight');
  },
});

export const native: Native<typeof achievement> = {
  print({ actual, target, direction, weight }) {
    const base = weight === '1' ? target : `(${target}*${weight})`;
    const share = `${actual}/${base}`;
    return direction === 'higher' ? when(`${base}>0`, share, `2-${share}`) : when(`${base}>0`, `2-${share}`, share);
  },
};
