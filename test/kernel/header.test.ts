import { describe, expect, it } from 'vitest';
import { churnList } from '../../src/functions/churnList.ts';
import { cohort } from '../../src/functions/cohort.ts';
import { funnel } from '../../src/functions/funnel.ts';
import { leaderboard } from '../../src/functions/leaderboard.ts';
import { nps } from '../../src/functions/nps.ts';
import { repurchase } from '../../src/functions/repurchase.ts';
import { workdays } from '../../src/functions/workdays.ts';
import { headerLength, isHeader, labelHeaderLength } from '../../src/kernel/header.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';

describe('isHeader(cell)', () => {
  it.each([
    ['10 - Extremely likely', '１０', '10分', '80k', '>10', '~1000', '≈ 80', '(1,234)', '−5', '- 5', '①', '½'],
    [
      'USD 1000',
      'CHF 1’234.50',
      'R$ 5',
      'kr 12',
      'Rs. 500',
      '¥12',
      '人民币 300',
      '约80',
      '超过100',
      'ca. 12',
      'min. 3',
    ],
    ['10月1日', '5 Jan 26', 'Jan 5', 'Mai 5', 'Sept. 2026', 'Monday, 5 Jan 26', '星期三 10月1日', '2026年3月', '今天'],
    ['十', '三万', '二百五十', '#N/A', '#', '-', '', '​10'],
  ])('refuses what somebody could mean as a value: %s, %s, %s …', (...texts) => {
    for (const text of texts) expect(isHeader(text), text).toBe(false);
  });

  it.each([
    ['Score', 'Score (0-10)', 'Sales 2026', 'Q1', 'Week 12', 'Target, in 1000', 'March', 'Marketing 2025', 'NPS 2025'],
    [
      '评分（0-10）',
      '销售额',
      '客户',
      '一月',
      '万元',
      '十月',
      '最近',
      'Overall 2026',
      'Usage 5',
      'Mayor',
      'Decision 1',
    ],
  ])('takes what names a column: %s, %s, %s …', (...texts) => {
    for (const text of texts) expect(isHeader(text), text).toBe(true);
  });

  it('three capitals before a figure are a currency, but for what sales teams measure', () => {
    const measures = 'NPS KPI CAC LTV DSO CEI GRR NRR ARR MRR MTD QTD YTD'.split(' ');
    for (const word of measures) expect(isHeader(`${word} 2026`), word).toBe(true);
    for (const word of 'USD CNY JRR BTD ABC'.split(' ')) expect(isHeader(`${word} 2026`), word).toBe(false);
  });

  it('takes texts only', () => {
    for (const cell of [1, true, null, undefined]) expect(isHeader(cell)).toBe(false);
  });
});

describe('headerLength(cells)', () => {
  it('counts the blank rows over a heading, too: a whole column with its heading three rows down', () => {
    expect(headerLength(column('Score', 9))).toBe(1);
    expect(headerLength(column(null, '', null, 'Score', 9, 10))).toBe(4);
    expect(headerLength([[null, 'Score', 9, 10]])).toBe(2);
  });

  it('counts no blanks without a heading, and no text that could be a value', () => {
    expect(headerLength(column(null, null, 9))).toBe(0);
    expect(headerLength(column('10 - likely', 9))).toBe(0);
    expect(headerLength(column('Score'))).toBe(0);
    expect(headerLength([])).toBe(0);
  });
});

describe('labelHeaderLength(cells)', () => {
  it('knows a list of names by what it is called', () => {
    for (const text of [
      'Customer',
      'Customer ID',
      'customer_name',
      'Account Name',
      '客户',
      '客户名称',
      '客户 ID',
      '姓名',
    ]) {
      expect(labelHeaderLength(column(text, 'A')), text).toBe(1);
    }
    for (const text of ['Anna', 'Client Earth', 'Customers First Ltd', '客户服务有限公司', 7]) {
      expect(labelHeaderLength(column(text, 'A')), String(text)).toBe(0);
    }
  });

  it('knows each word in one and in many, alone or with what it counts', () => {
    const words = 'customer client account buyer user member partner name'.split(' ');
    for (const word of [...words.flatMap(one => [one, `${one}s`]), 'company', 'companies', '买家', '会员', '单位']) {
      for (const text of [word, `${word} ID`, `${word.toUpperCase()}_no`]) {
        expect(labelHeaderLength(column(text, 'A')), text).toBe(1);
      }
    }
    expect(labelHeaderLength(column('companys', 'A'))).toBe(0);
  });

  it('counts whole rows, blank ones above the headings, too, and takes no half of them', () => {
    const rows = [
      [null, ''],
      ['Customer', '客户'],
      ['A', 'B'],
    ];
    expect(labelHeaderLength(rows)).toBe(4);
    expect(labelHeaderLength(rows.slice(1))).toBe(2);
    expect(
      labelHeaderLength([
        ['Customer', 'Acme'],
        ['A', 'B'],
      ]),
    ).toBe(0);
    expect(labelHeaderLength([[null], ['']])).toBe(0);
    expect(labelHeaderLength([])).toBe(0);
  });
});

describe('the first value of a list is never lost', () => {
  it('is an error with its row', () => {
    expectError(nps.call([column('10 - Extremely likely', 9, 8)]), '#VALUE!', 'row 1');
    expectError(leaderboard.call([column('Anna', 'Ben'), column('USD 1000', 500)]), '#VALUE!', 'row 1');
    expectError(funnel.call([column('Leads', 'Won'), column('~1000', 20)]), '#VALUE!', 'row 1');
    expectError(workdays.call([46000, 46010, column('10月1日', 46001)]), '#VALUE!', 'row 1');
    expectError(cohort.call([column('A', 'B'), column('5 Jan 26', 46001)]), '#VALUE!', 'row 1');
  });

  it('comes after the heading, where there is one', () => {
    expect(nps.call([column(null, null, 'Score', 9, 6, 10)])).toBeCloseTo(100 / 3, 12);
    expect(repurchase.call([column('Customer', 'A', 'B', 'A')])).toBe(0.5);
    expect(churnList.call([column('客户', 'A', 'B'), column('B')])).toBe(0.5);
    expect(churnList.call([column('A', 'B'), column('Customer name', 'B')])).toBe(0.5);
  });

  it('says how where a title stands above the heading', () => {
    expectError(nps.call([column('Survey', 'Score', 9)]), '#VALUE!', 'if it is a heading, start the range below it');
  });
});
