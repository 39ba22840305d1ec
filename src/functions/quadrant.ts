import { expected, invalid, notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { optionalNumber } from '../kernel/parameters.ts';
import { labels, numberGrid, optional } from '../kernel/ranges.ts';
import { say, searchWords } from '../kernel/text.ts';
import { gridOf } from './shared/grid.ts';
import { median } from './shared/percentile.ts';

const NUMERALS = ['I', 'II', 'III', 'IV'];

export { row } from './shared/quadrantTwin.ts';

export const quadrant = defineFunction({
  name: 'QUADRANT',
  family: 'team',
  kind: 'table',
  text: {
    label: say('Quadrant', '四象限'),
    words: searchWords('matrix, priority, urgent and important, BCG, Eisenhower', '波士顿矩阵，重要紧急，优先级，矩阵'),
    summary: say(
      'Which of four fields each point lies in: urgent and important, large and growing …',
      '每个点落在哪个象限：如重要与紧急、规模与增长等。',
    ),
    formula: 'I: x and y high, II: y high only, III: neither, IV: x high only;  high: ≥ the cut',
    source: 'Quadrants of the coordinate plane; two-by-two matrix of portfolio analysis',
  },
  parameters: {
    x: numberGrid({
      label: say('X', '横轴'),
      about: say('What goes to the right. If blank, the result is blank.', '横轴数值；为空则结果为空。'),
    }),
    y: numberGrid({
      label: say('Y', '纵轴'),
      about: say('What goes up, beside x. If blank, the result is blank.', '对应的纵轴数值；为空则结果为空。'),
    }),
    x_cut: optionalNumber({
      label: say('X cut', '横轴分界'),
      about: say('From here x is high; if left out the median.', '横轴从此值起为高；省略时取中位数。'),
    }),
    y_cut: optionalNumber({
      label: say('Y cut', '纵轴分界'),
      about: say('From here y is high; if left out the median.', '纵轴从此值起为高；省略时取中位数。'),
    }),
    labels: optional(
      labels({
        label: say('Labels', '象限名称'),
        about: say('Four names, for I to IV in this order.', '四个名称，依次对应 I 至 IV 象限。'),
        separate: true,
      }),
    ),
  },
  examples: [
    { given: { x: [[1], [9], [2], [8]], y: [[7], [6], [1], [2]] }, result: [['II'], ['I'], ['III'], ['IV']] },
    {
      given: {
        x: [[5, 3]],
        y: [[5, null]],
        x_cut: 4,
        y_cut: 5,
        labels: [['做', '计划', '放下', '委派']],
      },
      result: [['做', null]],
    },
  ],
  compute({ x, y, x_cut, y_cut, labels: names }) {
    if (x.shape !== y.shape) return expected.sameShape('x', x.shape, 'y', y.shape);
    if (names && names.length !== 4) {
      return invalid(
        `labels: expected four names, found ${names.length}`,
        `labels（象限名称）：应为四个名称，实为 ${names.length} 个`,
      );
    }
    const across: number[] = [];
    const up: number[] = [];
    x.each((value, index) => {
      const other = y.at(index);
      if (other === null) return;
      across.push(value);
      up.push(other);
    });
    if (across.length < 2 && (x_cut === undefined || y_cut === undefined)) {
      return notAvailable(
        'a median needs two points at least: give x_cut and y_cut',
        '取中位数至少需要两个点：请给出 x_cut 和 y_cut',
      );
    }
    const right = x_cut ?? median(across);
    const high = y_cut ?? median(up);
    return gridOf(x, index => {
      const value = x.at(index);
      const other = y.at(index);
      if (value === null || other === null) return null;
      const field = other >= high ? (value >= right ? 0 : 1) : value >= right ? 3 : 2;
      return names?.at(field) ?? NUMERALS[field] ?? null;
    });
  },
});
