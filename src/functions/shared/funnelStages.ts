import { invalid } from '../../kernel/errors.ts';
import { type LabelRange, labels, type NumberRange, numbers } from '../../kernel/ranges.ts';
import { ratio } from '../../kernel/ratio.ts';
import { say } from '../../kernel/text.ts';

export const funnelParameters = {
  stages: labels({
    label: say('Stages', '阶段'),
    about: say('Names of the stages, first to last.', '各阶段名称，从前到后。'),
  }),
  counts: numbers({
    label: say('Counts', '数量'),
    about: say('How many reached each stage. A stage with a blank is left out.', '到达各阶段的数量；为空的阶段不计。'),
    minimum: 0,
  }),
};

export interface Stage {
  readonly name: string;
  readonly count: number;
  /** The stage before it, where there is one. */
  readonly before: number | undefined;
}

/** The stages whose count is filled in. */
export function stagesOf(stages: LabelRange, counts: NumberRange): Stage[] {
  const found: Stage[] = [];
  counts.each((count, index) => {
    const name = stages.at(index);
    if (name === null) {
      stages.reject(
        index,
        invalid('expected a stage beside the count, the cell is blank', '数量旁应有阶段名称，单元格为空'),
      );
      return;
    }
    found.push({ name, count, before: found[found.length - 1]?.count });
  });
  return found;
}

export const stepConversion = ({ count, before }: Stage) =>
  before === undefined ? null : ratio(count, before, 'the count before');
