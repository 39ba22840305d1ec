import { expected, invalid, notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { countWhere, isBlank, type Native, unlessEmpty, WRONG, when } from '../kernel/native.ts';
import { numberOr, optionalNumber } from '../kernel/parameters.ts';
import { numbers } from '../kernel/ranges.ts';
import { nullIf, ratioOf, rowsWhere, type Sql } from '../kernel/sql.ts';
import { say, searchWords } from '../kernel/text.ts';

export const csat = defineFunction({
  name: 'CSAT',
  family: 'customers',
  kind: 'list',
  text: {
    label: say('Customer satisfaction', '满意度'),
    words: searchWords('CSAT, satisfaction rate, top-two box', '客户满意度，满意率，好评率'),
    summary: say(
      'Share of answers that are satisfied: 4 and 5 on a scale to 5, 8 to 10 on a scale to 10.',
      '满意评分的占比：5 分制为 4 分及以上，10 分制为 8 分及以上。',
    ),
    formula: 'answers ≥ satisfied_from ÷ answers',
    source: 'Top-two-box CSAT; ACSI practice for the scale to 10',
  },
  parameters: {
    scores: numbers({
      label: say('Scores', '评分'),
      about: say('Answers from 1 to the top of the scale; blanks are skipped.', '从 1 到满分的评分；空单元格不计。'),
      minimum: 1,
    }),
    top: numberOr(5, {
      label: say('Top of the scale', '满分'),
      about: say('The best possible answer, 5 or 10.', '最高分，如 5 或 10。'),
      minimum: 2,
    }),
    satisfied_from: optionalNumber({
      label: say('Satisfied from', '满意起点'),
      about: say(
        'The lowest answer that counts as satisfied; if left out 4 of 5, 8 of 10.',
        '计为满意的最低分；省略时 5 分制为 4，10 分制为 8。',
      ),
      minimum: 1,
    }),
  },
  examples: [
    { given: { scores: [[5], [4], [3], [2], [1], [5], [4], [4]] }, result: 0.625 },
    { given: { scores: [[10], [8], [7], [3]], top: 10 }, result: 0.5 },
  ],
  compute({ scores, top, satisfied_from }) {
    const from = satisfied_from ?? Math.ceil((4 * top) / 5);
    if (from > top)
      return invalid(`satisfied_from (${from}) is above top (${top})`, `满意起点（${from}）高于满分（${top}）`);
    let satisfied = 0;
    let total = 0;
    scores.each((score, index) => {
      if (score > top) scores.reject(index, expected.between(score, 1, top));
      total++;
      if (score >= from) satisfied++;
    });
    if (total === 0) return notAvailable('no score is filled in', '没有已填写的评分');
    return satisfied / total;
  },
});

export const native: Native<typeof csat> = {
  print({ scores, top, satisfied_from }) {
    const usual = `ROUNDUP(4*${top}/5,0)`;
    const isKnown = satisfied_from !== '' && Number.isFinite(Number(satisfied_from));
    const given = isKnown ? satisfied_from : when(isBlank(satisfied_from), usual, satisfied_from);
    const from = satisfied_from === '' ? usual : given;
    const wrong = `(${from}>${top})+${countWhere(scores, `(${scores}>${top})`)}>0`;
    return when(wrong, WRONG, unlessEmpty(scores, `${countWhere(scores, `(${scores}>=${from})`)}/COUNT(${scores})`));
  },
};

export const sql: Sql<typeof csat> = {
  print({ scores, top, satisfied_from }, words) {
    const from = satisfied_from === '' ? `CEIL(4.0 * ${top} / 5)` : satisfied_from;
    const share = ratioOf(rowsWhere(`${scores} >= ${from}`), `COUNT(${scores})`, words);
    return nullIf(`${from} > ${top} OR ${rowsWhere(`${scores} > ${top}`)} > 0`, share);
  },
};
