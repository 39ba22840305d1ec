import type { Cell } from '../kernel/cell.ts';
import { clean } from '../kernel/decimal.ts';
import { divisionByZero, invalid } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { headingLanguage, headings } from '../kernel/headings.ts';
import { numberOr } from '../kernel/parameters.ts';
import { labels, numbers } from '../kernel/ranges.ts';
import { Sum, sumOf } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';
import { totalsByName } from './shared/totalsByName.ts';

export const pareto = defineFunction({
  name: 'PARETO',
  family: 'customers',
  kind: 'table',
  text: {
    label: say('Pareto / ABC', '帕累托/ABC'),
    words: searchWords(
      '80/20, ABC analysis, key accounts, customer tiers, segmentation',
      '客户分级，二八法则，ABC分类，大客户，重点客户，客户分层',
    ),
    summary: say(
      'Customers or products from the largest down, with cumulative shares and class A, B or C.',
      '客户或产品从大到小排列，列出累计占比和 A、B、C 分类。',
    ),
    formula: 'A where cumulative share ≤ a, B where ≤ b, else C; the largest is always A',
    source: 'ABC analysis by the Pareto principle (J. M. Juran)',
  },
  parameters: {
    names: labels({
      label: say('Names', '名称'),
      about: say('Customers, products …; rows of one name are added up.', '客户、产品等；同名各行先合计。'),
    }),
    values: numbers({
      label: say('Values', '数值'),
      about: say('The figure beside each name; blanks are skipped.', '各自的数值；空单元格不计。'),
    }),
    a: numberOr(0.8, {
      label: say('A up to', 'A 类上限'),
      about: say('Cumulative share up to which a name is A.', 'A 类的累计占比上限。'),
      minimum: 0,
      maximum: 1,
    }),
    b: numberOr(0.95, {
      label: say('B up to', 'B 类上限'),
      about: say('Cumulative share up to which a name is B.', 'B 类的累计占比上限。'),
      minimum: 0,
      maximum: 1,
    }),
    language: headingLanguage(),
  },
  examples: [
    {
      given: { names: [['Ann'], ['Ben'], ['Cai'], ['Dan']], values: [[15], [50], [5], [30]], language: 'en' },
      result: [
        ['Name', 'Value', 'Share', 'Cumulative share', 'Class'],
        ['Ben', 50, 0.5, 0.5, 'A'],
        ['Dan', 30, 0.3, 0.8, 'A'],
        ['Ann', 15, 0.15, 0.95, 'B'],
        ['Cai', 5, 0.05, 1, 'C'],
      ],
    },
    {
      given: { names: [['甲'], ['乙'], ['甲']], values: [[40], [10], [50]], language: 'zh' },
      result: [
        ['名称', '数值', '占比', '累计占比', '分类'],
        ['甲', 90, 0.9, 0.9, 'A'],
        ['乙', 10, 0.1, 1, 'C'],
      ],
    },
  ],
  compute({ names, values, a, b, language }) {
    if (a > b) return invalid(`a (${a}) is above b (${b})`, `A 类上限（${a}）高于 B 类上限（${b}）`);
    const sorted = totalsByName(names, values).sort((first, second) => second.value - first.value);
    if (sorted.length === 0) return [];
    const total = sumOf(sorted.map(({ value }) => value));
    if (total === 0) return divisionByZero('the values add up to 0', '数值合计为 0');
    if (total < 0) return invalid(`the values add up to ${total}, less than 0`, `数值合计为 ${total}，小于 0`);
    const running = new Sum();
    const rows = sorted.map(({ name, value }, index): Cell[] => {
      running.add(value);
      const cumulative = clean(running.value / total);
      const isA = index === 0 || cumulative <= a;
      return [name, value, value / total, cumulative, isA ? 'A' : cumulative <= b ? 'B' : 'C'];
    });
    return [headings(HEADINGS, language), ...rows];
  },
});

const HEADINGS = [
  say('Name', '名称'),
  say('Value', '数值'),
  say('Share', '占比'),
  say('Cumulative share', '累计占比'),
  say('Class', '分类'),
];
