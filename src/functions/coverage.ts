import { clean } from '../kernel/decimal.ts';
import { divisionByZero } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { DIVISION_BY_ZERO, type Native, when } from '../kernel/native.ts';
import { number, numberOr } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';

export const coverage = defineFunction({
  name: 'COVERAGE',
  family: 'funnel',
  kind: 'map',
  text: {
    label: say('Pipeline coverage', '商机覆盖率'),
    words: searchWords('pipeline coverage ratio, quota coverage', '管道覆盖率，储备倍数，商机储备'),
    summary: say('How many times the open pipeline covers the remaining target.', '在手商机金额是剩余目标的多少倍。'),
    formula: 'pipeline ÷ (target − achieved)',
    source: 'Pipeline coverage on the remaining quota',
  },
  parameters: {
    pipeline: number({
      label: say('Pipeline', '在手商机'),
      about: say('Value of the open deals. If blank, the result is blank.', '未关闭商机的金额；为空则结果为空。'),
      minimum: 0,
      measured: true,
    }),
    target: number({
      label: say('Target', '目标'),
      about: say('The period’s target.', '本期目标。'),
    }),
    achieved: numberOr(0, {
      label: say('Achieved', '已完成'),
      about: say('What has been achieved of it already.', '目标中已完成的部分。'),
    }),
  },
  examples: [
    { given: { pipeline: 900000, target: 500000, achieved: 200000 }, result: 3 },
    { given: { pipeline: 900000, target: 600000 }, result: 1.5 },
  ],
  compute({ pipeline, target, achieved }) {
    const open = clean(target - achieved);
    if (open > 0) return pipeline / open;
    return divisionByZero(
      `nothing is left to achieve: target is ${target}, achieved ${achieved}`,
      `已无剩余目标：目标为 ${target}，已完成 ${achieved}`,
    );
  },
});

export const native: Native<typeof coverage> = {
  print({ pipeline, target, achieved }) {
    const open = achieved === '0' ? target : `(${target}-${achieved})`;
    return when(`${open}>0`, `${pipeline}/${open}`, DIVISION_BY_ZERO);
  },
};
