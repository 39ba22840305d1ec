import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/functions/catalogue.gen.ts';
import type { Text } from '../../../src/kernel/text.ts';
import { findFunctions, findTemplates } from '../../../src/panel/searchIndex.ts';
import { gallery } from '../../../src/templates/gallery.gen.ts';

const functions = findFunctions(catalogue);
const templates = findTemplates(gallery);
const found = (query: string): string[] => [
  ...functions(query).map(({ name }) => name),
  ...templates(query).map(({ id }) => id),
];

/** The field's words, and what each has to find: functions by their names, templates by their ids. */
const FIELD: readonly (readonly [word: string, ...finds: string[]])[] = [
  ['attainment', 'ACHIEVEMENT', 'tracker'],
  ['quota', 'ACHIEVEMENT', 'SPLIT', 'COMMISSION', 'target-split', 'tracker', 'incentive'],
  ['clawback', 'CLAWBACK', 'incentive'],
  ['true-up', 'CLAWBACK', 'DRAW'],
  ['accelerator', 'COMMISSION', 'EXCESS_BONUS', 'PAYOUT_CURVE', 'incentive'],
  ['kicker', 'EXCESS_BONUS', 'COMMISSION_BY_DEAL', 'TEAM_BONUS', 'incentive', 'deals'],
  ['SPIFF', 'COMMISSION_BY_DEAL', 'RANK_BONUS', 'deals'],
  ['logo churn', 'CHURN', 'CHURN_LIST', 'retention'],
  ['close rate', 'WIN_RATE'],
  ['hockey stick', 'BUNCHING'],
  ['sandbagging', 'BUNCHING'],
  ['time in stage', 'STAGE_DAYS'],
  ['at risk', 'CHURN_RISK'],
  ['paid on time', 'ON_TIME_RATE'],
  ['percentage point', 'POINTS'],
  ['balanced scorecard', 'SCORE', 'scorecard'],
  ['5 Whys', 'review'],
  ['80/20', 'PARETO'],
  ['defect rate', 'RATE'],
  ['employee satisfaction', 'MORALE'],
  ['总销量', 'tracker', 'dashboard', 'twelve-kpi'],
  ['活动量度', 'ACTIVITY_INDEX', 'activity'],
  ['销售成功机会率', 'QUALIFIED_RATE'],
  ['目标达成率', 'ACHIEVEMENT', 'tracker', 'analysis'],
  ['销售额达成率', 'ACHIEVEMENT', 'tracker'],
  ['客户新增率', 'NEW_CUSTOMER_RATE', 'retention'],
  ['客户流失率', 'CHURN', 'CHURN_LIST', 'retention'],
  ['客户复购率', 'REPURCHASE', 'retention'],
  ['回购率', 'REPURCHASE', 'retention'],
  ['成单率', 'WIN_RATE', 'funnel'],
  ['缺陷率', 'RATE'],
  ['员工满意度', 'MORALE'],
  ['利润率', 'GROSS_MARGIN', 'NET_MARGIN'],
  ['线索转化率', 'CONVERSION', 'funnel'],
  ['客户分级', 'PARETO'],
  ['目标分解', 'SPLIT', 'target-split'],
  ['平衡计分卡', 'SCORE', 'scorecard'],
  ['绩效考核', 'SCORE', 'scorecard', 'interview'],
  ['销售冠军', 'LEADERBOARD', 'leaderboard'],
  ['进度条', 'PACE', 'TIME_PROGRESS', 'tracker'],
  ['阶梯', 'COMMISSION', 'TIER', 'incentive'],
  ['行动计划', 'review', 'interview'],
  ['5Why', 'review'],
  ['佣金', 'COMMISSION', 'incentive'],
  ['沉睡客户', 'CHURN_RISK'],
  ['拉新', 'NEW_CUSTOMERS', 'CAC'],
  ['回购周期', 'REPURCHASE_DAYS'],
  ['卡单', 'STAGE_DAYS'],
  ['压单', 'BUNCHING'],
  ['及时回款率', 'ON_TIME_RATE'],
  ['百分点', 'POINTS'],
  ['相关性', 'CORRELATION'],
];

/** What somebody may have typed of a word after two characters: the first two of each Latin word, any two Chinese ones. */
function beginnings(word: string): string[] {
  const latin = word.match(/[\p{Script=Latin}\p{N}]{2,}/gu) ?? [];
  const chinese = word.match(/\p{Script=Han}{2,}/gu) ?? [];
  return [
    ...latin.map(letters => letters.slice(0, 2)),
    ...chinese.flatMap(run => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))),
  ];
}

const wordsOf = ({ en, zh }: Text): string[] =>
  [en, zh].flatMap(words => words.split(/[,，]/)).map(word => word.trim());

const entries = [
  ...catalogue.map(({ name, text }) => ({ name, label: text.label, words: text.words })),
  ...gallery.map(({ id, label, words }) => ({ name: id, label, words })),
];

describe('the finder', () => {
  it.each(FIELD)('finds by the field’s word %s, also when two characters of it are typed', (word, ...finds) => {
    expect(beginnings(word).length).toBeGreaterThan(0);
    for (const typed of [word, ...beginnings(word)]) expect(found(typed), typed).toEqual(expect.arrayContaining(finds));
  });

  it('puts what people also call so before what only speaks of it', () => {
    expect(functions('attainment')[0]?.name).toBe('ACHIEVEMENT');
    expect(functions('成单率')[0]?.name).toBe('WIN_RATE');
    expect(functions('客户分级')[0]?.name).toBe('PARETO');
    expect(templates('目标分解')[0]?.id).toBe('target-split');
    expect(functions('拉新')[0]?.name).toBe('NEW_CUSTOMERS');
    expect(functions('SPI')[0]?.name).toBe('COMMISSION_BY_DEAL');
    expect(functions('paid on ti')[0]?.name).toBe('ON_TIME_RATE');
    // What has it in its own name comes first all the same.
    expect(functions('payout')[0]?.name).toBe('PAYOUT_CURVE');
    expect(functions('confidence interval')[0]?.name).toBe('RATE_INTERVAL');
    expect(functions('clawback')[0]?.name).toBe('CLAWBACK');
    expect(functions('commission')[0]?.name).toBe('COMMISSION');
  });

  it.each(entries.map(entry => [entry.name, entry] as const))('finds %s by each of its words', (name, { words }) => {
    expect(words.en).toMatch(/^[^\p{Script=Han}]+$/u);
    expect(words.zh).toMatch(/\p{Script=Han}/u);
    for (const word of wordsOf(words)) {
      expect(word).not.toBe('');
      for (const typed of [word, ...beginnings(word)]) expect(found(typed), typed).toContain(name);
    }
  });

  it('has no word twice for one thing, and none that is its label already', () => {
    for (const { name, label, words } of entries) {
      const list = wordsOf(words).map(word => word.toLowerCase());
      expect([name, list.filter((word, at) => list.indexOf(word) !== at)]).toEqual([name, []]);
      const named = [label.en, label.zh].map(text => text.toLowerCase());
      expect([name, list.filter(word => named.includes(word))]).toEqual([name, []]);
    }
  });
});
