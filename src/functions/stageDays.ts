import type { Cell } from '../kernel/cell.ts';
import { expected, invalid } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { headingLanguage, headings } from '../kernel/headings.ts';
import { labelKey } from '../kernel/label.ts';
import { date } from '../kernel/parameters.ts';
import { dates, labels } from '../kernel/ranges.ts';
import { sumOf } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';
import { percentile } from './shared/percentile.ts';

/** What was open on the day as_of counts as open, even where the list has it left later: the past can be asked about. */
export const stageDays = defineFunction({
  name: 'STAGE_DAYS',
  family: 'funnel',
  kind: 'table',
  text: {
    label: say('Days in stage', '阶段停留天数'),
    words: searchWords(
      'time in stage, stage duration, ageing deals, stalled deals, pipeline age',
      '停留时长，阶段时长，卡单，滞留，商机停滞',
    ),
    summary: say(
      'How long deals stay in each stage: mean, median, and what nine in ten stay under; open ones up to as_of.',
      '各阶段的停留天数：平均、中位数和第 90 百分位；仍在阶段内的计到截至日期。',
    ),
    formula: 'left − entered, in days;  as_of − entered while the deal is still there',
    source: 'Time in stage of CRM reporting, open deals by their age; percentiles as PERCENTILE.INC',
  },
  parameters: {
    stages: labels({
      label: say('Stages', '阶段'),
      about: say('The stage of each stay, a row for each deal and stage.', '每条停留记录的阶段；每单每阶段一行。'),
    }),
    entered: dates({
      label: say('Entered', '进入日期'),
      about: say(
        'When the deal came into the stage; after as_of it is not counted.',
        '进入该阶段的日期；晚于截至日期的不计。',
      ),
    }),
    left: dates({
      label: say('Left', '离开日期'),
      about: say('When it left the stage; blank while it is there.', '离开该阶段的日期；仍在阶段内则为空。'),
    }),
    as_of: date({
      label: say('As of', '截至日期'),
      about: say('The day up to which it is counted; never today by itself.', '统计到哪一天；不会自动取今天。'),
    }),
    language: headingLanguage(),
  },
  examples: [
    {
      given: {
        stages: [['Demo'], ['Offer'], ['Demo'], ['Demo']],
        entered: [[100], [110], [100], [120]],
        left: [[110], [null], [120], [180]],
        as_of: 200,
        language: 'en',
      },
      result: [
        ['Stage', 'Deals', 'Mean days', 'Median days', '90th percentile'],
        ['Demo', 3, 30, 20, 52],
        ['Offer', 1, 90, 90, 90],
      ],
    },
    {
      given: {
        stages: [['报价'], ['报价']],
        entered: [[100], [100]],
        left: [[104], [null]],
        as_of: 110,
        language: 'zh',
      },
      result: [
        ['阶段', '商机数', '平均天数', '中位天数', '第 90 百分位'],
        ['报价', 2, 7, 7, 9.4],
      ],
    },
  ],
  compute({ stages, entered, left, as_of, language }) {
    const stays = new Map<string, { readonly name: string; readonly days: number[] }>();
    for (let index = 0; index < entered.length; index++) {
      const [from, to] = [entered.at(index), left.at(index)];
      const stage = stages.at(index);
      if (from === null) {
        if (to !== null) entered.reject(index, expected.date(null));
        continue;
      }
      if (stage === null) {
        stages.reject(
          index,
          invalid('expected a stage beside the date, the cell is blank', '日期旁应有阶段，单元格为空'),
        );
        continue;
      }
      const first = Math.floor(from);
      if (to !== null && Math.floor(to) < first) left.reject(index, leftBeforeEntered());
      if (first > as_of) continue;
      const key = labelKey(stage);
      const stay = stays.get(key) ?? { name: stage, days: [] };
      stay.days.push(Math.min(as_of, Math.floor(to ?? as_of)) - first);
      stays.set(key, stay);
    }
    if (stays.size === 0) return [];
    return [headings(HEADINGS, language), ...[...stays.values()].map(({ name, days }) => [name, ...statistics(days)])];
  },
});

function statistics(days: number[]): Cell[] {
  const sorted = days.sort((a, b) => a - b);
  return [days.length, sumOf(days) / days.length, percentile(sorted, 0.5), percentile(sorted, 0.9)];
}

function leftBeforeEntered() {
  return invalid('the deal leaves the stage before it enters it', '离开日期早于进入日期');
}

const HEADINGS = [
  say('Stage', '阶段'),
  say('Deals', '商机数'),
  say('Mean days', '平均天数'),
  say('Median days', '中位天数'),
  say('90th percentile', '第 90 百分位'),
];
