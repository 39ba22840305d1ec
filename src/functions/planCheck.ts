import type { Cell, Matrix } from '../kernel/cell.ts';
import { defineFunction } from '../kernel/function.ts';
import { heading, headingLanguage, headings } from '../kernel/headings.ts';
import { cellsOf, type Parameter } from '../kernel/parameters.ts';
import { planParameters } from './shared/payout.ts';
import { findingsOf } from './shared/planFindings.ts';

/** The cells as they are: what is wrong with a plan is what this function is about. */
const tiersAsTheyAre: Parameter<Matrix> = { ...planParameters.tiers, read: cellsOf };

export const planCheck = defineFunction({
  name: 'PLAN_CHECK',
  family: 'incentives',
  kind: 'table',
  text: {
    label: { en: 'Plan check', zh: '方案检查' },
    summary: {
      en: 'What is wrong or doubtful in a tier table: overlaps, gaps, falling rates, 20 for 20%, cliffs and their size.',
      zh: '检查档位表的错误和疑点：重叠、缺口、比例下降、20% 误写为 20、跳档及其幅度。',
    },
    formula: 'cliff = (rate − rate before) × from + bonus − bonus before',
    source: 'Plan verification of commission practice',
  },
  parameters: { tiers: tiersAsTheyAre, mode: planParameters.mode, language: headingLanguage() },
  examples: [
    {
      given: {
        tiers: [
          [0, 0.02],
          [100000, 20],
          [100000, 0.03],
        ],
        mode: 'marginal',
        language: 'en',
      },
      result: [
        ['Row', 'Severity', 'Finding'],
        [2, 'error', 'rate 20 is above 1: 20% is written as 0.2 or 20%'],
        [3, 'error', 'overlap: from 100000 is also in row 2'],
      ],
    },
    {
      given: {
        tiers: [
          [0, 0.02],
          [100000, 0.03],
        ],
        mode: 'marginal',
        language: 'zh',
      },
      result: [
        ['行', '程度', '发现'],
        [null, 'ok', '未发现疑点'],
      ],
    },
    {
      given: {
        tiers: [
          [0, 0.02],
          [100000, 0.03],
        ],
        language: 'en',
      },
      result: [
        ['Row', 'Severity', 'Finding'],
        [2, 'note', 'retroactive cliff: at 100000 pay jumps by 1000'],
      ],
    },
  ],
  compute({ tiers, mode, language }) {
    const rows = findingsOf(tiers, mode).map(({ row, severity, text }): Cell[] => [
      row,
      heading(SEVERITIES[severity], language),
      heading(text, language),
    ]);
    const fine: Cell[] = [null, 'ok', heading({ en: 'nothing doubtful was found', zh: '未发现疑点' }, language)];
    return [headings(HEADINGS, language), ...(rows.length > 0 ? rows : [fine])];
  },
});

const HEADINGS = [
  { en: 'Row', zh: '行' },
  { en: 'Severity', zh: '程度' },
  { en: 'Finding', zh: '发现' },
];

const SEVERITIES = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '疑点' },
  note: { en: 'note', zh: '提示' },
};
