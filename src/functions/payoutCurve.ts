import { cleanNear } from '../kernel/decimal.ts';
import { at } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { cut, isBlank, type Native, NoTwin, WRONG, when } from '../kernel/native.ts';
import { choice, choiceOr, number, optionalNumber } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';
import { NO_ACHIEVEMENT, typedAsPercent } from './shared/achieved.ts';
import { curveParameter, type Point, payoutAt } from './shared/curve.ts';
import { curveTwin } from './shared/curveTwin.ts';

const CURVE = [
  ['achievement', 'payout'],
  [0.8, 0.5],
  [1, 1],
  [1.2, 2],
];

export const payoutCurve = defineFunction({
  name: 'PAYOUT_CURVE',
  family: 'incentives',
  kind: 'map',
  text: {
    label: say('Payout curve', '兑现系数'),
    words: searchWords(
      'accelerator, decelerator, multiplier, quota payout, interpolation',
      '兑付曲线，奖金系数，加速器，绩效系数',
    ),
    summary: say(
      'The payout for an achievement by a curve of points: along the line between them, or in steps.',
      '按兑现曲线由达成率得出兑现系数：两点之间按直线插值，或按阶梯取值。',
    ),
    formula: 'linear: p₀ + (a − a₀) × (p₁ − p₀) ÷ (a₁ − a₀);  step: p₀;  0 below the first point',
    source: 'Payout curves of MBO and bonus plans (threshold, target, excellence)',
  },
  parameters: {
    achievement: number({
      label: say('Achievement', '达成率'),
      about: say(
        'A fraction, 0.95 for 95%. If blank, the result is blank.',
        '达成率（小数，95% 为 0.95）；为空则结果为空。',
      ),
      measured: true,
      isAchievement: true,
    }),
    curve: curveParameter(),
    between: choiceOr(
      'linear',
      [
        choice('linear', say('linear', '直线'), 'line', '线性', '插值'),
        choice('step', say('step', '阶梯'), 'steps', 'stepped', '分档'),
      ],
      {
        label: say('Between points', '两点之间'),
        about: say('Along the line, or the payout of the point below.', '按直线插值，或取下方一点的系数。'),
      },
    ),
    cap: optionalNumber({
      label: say('Cap', '封顶'),
      about: say('The most that is paid.', '兑现系数的上限。'),
      minimum: 0,
    }),
  },
  examples: [
    { given: { achievement: 0.79, curve: CURVE }, result: 0 },
    { given: { achievement: [[0.8], [0.9], [1.1], [1.5]], curve: CURVE }, result: [[0.5], [0.75], [1.5], [2]] },
    { given: { achievement: [[0.9], [1.1]], curve: CURVE, between: 'step' }, result: [[0.5], [1]] },
    { given: { achievement: 1.5, curve: CURVE, cap: 1.8 }, result: 1.8 },
  ],
  compute({ achievement, curve, between, cap = Number.MAX_VALUE }) {
    const wrong = typedAsPercent(achievement);
    if (wrong) return at(wrong, say('achievement', '达成率（achievement）'));
    const onPoint = (point: Point): boolean => cleanNear(achievement, point.achievement) === point.achievement;
    return Math.min(cap, payoutAt(curve.find(onPoint)?.achievement ?? achievement, curve, between));
  },
});

export const native: Native<typeof payoutCurve> = {
  oneCell: true,
  print({ achievement, curve, between, cap }, cells) {
    const paid = curveTwin(curve, cells.curve, cut(achievement), between);
    if (paid instanceof NoTwin) return paid;
    const capped = cap === '' ? paid : when(isBlank(cap), paid, `MIN(${cap},${paid})`);
    return when(`${achievement}>=${NO_ACHIEVEMENT}`, WRONG, capped);
  },
};
