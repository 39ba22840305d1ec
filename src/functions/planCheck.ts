import type { Cell, Matrix } from '../kernel/cell.ts';
import { defineFunction } from '../kernel/function.ts';
import { heading, headingLanguage, headings } from '../kernel/headings.ts';
import { cellsOf, optionalNumber, type Parameter } from '../kernel/parameters.ts';
import { say, searchWords, type Text } from '../kernel/text.ts';
import { planParameters } from './shared/payout.ts';
import { findingsOf } from './shared/planFindings.ts';
import type { PlanFinding } from './shared/planLines.ts';

/** The cells as they are: what is wrong with a plan is what this function is about. */
const tiersAsTheyAre: Parameter<Matrix> = { ...planParameters.tiers, read: cellsOf };

export const planCheck = defineFunction({
  name: 'PLAN_CHECK',
  family: 'incentives',
  kind: 'table',
  text: {
    label: say('Plan check', '方案检查'),
    words: searchWords('plan audit, plan validation, cliffs', '方案诊断，方案校验，提成方案检查'),
    summary: say(
      'What is wrong or doubtful in a tier table: overlaps, gaps, falling rates, 20 for 20%, cliffs and their size.',
      '检查档位表的错误和疑点：重叠、缺口、比例下降、20% 误写为 20、跳档及其幅度。',
    ),
    formula: 'cliff = (rate − rate before) × from + bonus − bonus before',
    source: 'Plan verification of commission practice',
  },
  parameters: {
    tiers: tiersAsTheyAre,
    mode: planParameters.mode,
    language: headingLanguage(),
    n: optionalNumber({
      label: say('Most findings', '最多条数'),
      about: say(
        'As many findings as there is room for, errors first; the last line counts the others.',
        '最多列出的条数，错误优先；最后一行说明其余条数。',
      ),
      minimum: 1,
      whole: true,
    }),
  },
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
  compute({ tiers, mode, language, n }) {
    const { shown, left } = atMost(findingsOf(tiers, mode), n);
    const rows = shown.map(({ row, severity, text }): Cell[] => [
      row,
      heading(SEVERITIES[severity], language),
      heading(text, language),
    ]);
    if (left > 0) rows.push([null, '…', heading(more(left), language)]);
    const fine: Cell[] = [null, 'ok', heading(say('nothing doubtful was found', '未发现疑点'), language)];
    return [headings(HEADINGS, language), ...(rows.length > 0 ? rows : [fine])];
  },
});

const GRAVITY = ['error', 'warning', 'note'] as const;

/** The gravest findings that there is room for, in the order of the rows; the last line is for how many are left. */
function atMost(
  findings: readonly PlanFinding[],
  most = findings.length,
): { shown: readonly PlanFinding[]; left: number } {
  if (findings.length <= most) return { shown: findings, left: 0 };
  const gravest = GRAVITY.flatMap(severity => findings.filter(finding => finding.severity === severity));
  const chosen = new Set(gravest.slice(0, most - 1));
  return { shown: findings.filter(finding => chosen.has(finding)), left: findings.length - chosen.size };
}

function more(left: number): Text {
  return {
    en: left === 1 ? '1 more finding' : `${left} more findings`,
    zh: `另有 ${left} 条`,
  };
}

const HEADINGS = [say('Row', '行'), say('Severity', '程度'), say('Finding', '发现')];

const SEVERITIES = {
  error: say('error', '错误'),
  warning: say('warning', '疑点'),
  note: say('note', '提示'),
};
