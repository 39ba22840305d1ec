import { expected, notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { countWhere, type Native, unlessEmpty, WRONG, when } from '../kernel/native.ts';
import { numberOr } from '../kernel/parameters.ts';
import { numbers } from '../kernel/ranges.ts';
import { Sum } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';

export const morale = defineFunction({
  name: 'MORALE',
  family: 'team',
  kind: 'list',
  text: {
    label: say('Team morale', '团队士气'),
    words: searchWords('employee satisfaction, engagement, pulse, team mood', '员工满意度，敬业度，团队氛围，员工情绪'),
    summary: say(
      'Mean of a team survey’s answers on a scale from 0 (all worst) to 100 (all best).',
      '团队问卷的平均分，折算为 0（全部最低）到 100（全部最高）。',
    ),
    formula: '100 × (mean answer − 1) ÷ (top − 1)',
    source: 'Rescaled mean of Likert items (ACSI scaling)',
  },
  parameters: {
    answers: numbers({
      label: say('Answers', '评分'),
      about: say('From 1 to the top of the scale; blanks are skipped.', '从 1 到满分；空单元格不计。'),
      minimum: 1,
    }),
    top: numberOr(5, {
      label: say('Top of the scale', '满分'),
      about: say('The best possible answer.', '最高分。'),
      minimum: 2,
    }),
  },
  examples: [
    { given: { answers: [[5], [4], [3], [4]] }, result: 75 },
    { given: { answers: [['Answer'], [10], [1], [null]], top: 10 }, result: 50 },
  ],
  compute({ answers, top }) {
    const sum = new Sum();
    let filled = 0;
    answers.each((answer, index) => {
      if (answer > top) answers.reject(index, expected.between(answer, 1, top));
      sum.add(answer);
      filled++;
    });
    if (filled === 0) return notAvailable('no answer is filled in', '没有已填写的答分');
    return (100 * (sum.value - filled)) / (filled * (top - 1));
  },
});

export const native: Native<typeof morale> = {
  print({ answers, top }) {
    const mean = `100*(SUM(${answers})-COUNT(${answers}))/(COUNT(${answers})*(${top}-1))`;
    return when(`${countWhere(answers, `(${answers}>${top})`)}>0`, WRONG, unlessEmpty(answers, mean));
  },
};
