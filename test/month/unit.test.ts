import { describe, expect, it } from 'vitest';
import { headingScale, lineScale } from '../../src/month/import/unit.ts';

describe('headingScale()', () => {
  it.each([
    ['金额（千元）', 1e3],
    ['金额（万元）', 1e4],
    ['万元金额', 1e4],
    ['金额万元', 1e4],
    ['销售额_万', 1e4],
    ['合同额（人民币万元）', 1e4],
    ['金额（十万）', 1e5],
    ['金额（百万）', 1e6],
    ['金额（亿元）', 1e8],
    ['Amount (USD k)', 1e3],
    ['Amount ($000)', 1e3],
    ["Amount ('000)", 1e3],
    ['USD thousands', 1e3],
    ['Amount US$ mil', 1e6],
    ['Sales USD mm', 1e6],
    ['Sales EUR bn', 1e9],
    ['Umsatz T€', 1e3],
    ['Amount (M USD)', 1e6],
    ['Revenue in millions', 1e6],
    ['Revenue ($ millions)', 1e6],
    ['Umsatz (Mio. €)', 1e6],
    ['Sales, $M', 1e6],
    ['Sales (lakh)', 1e5],
    ['Sales (INR Lakhs)', 1e5],
    ['Sales (Rs Cr)', 1e7],
    ['Sales ₹ Cr', 1e7],
    ['金额（含税/万元）', 1e4],
    ['金额（万元，不含税）', 1e4],
    ['合同金额（万元人民币）', 1e4],
    ['合同金额（¥万）', 1e4],
    ['合同金额（以万元计）', 1e4],
    ['金額（單位：新台幣萬元）', 1e4],
    ['金额（W）', 1e4],
    ['金额（仟元）', 1e3],
    ['销售额（K元）', 1e3],
    ['Amount (in thousands, USD)', 1e3],
    ['Amount (thousands, excl. VAT)', 1e3],
    ['Amount (×1,000)', 1e3],
    ['Revenue (USD million, net)', 1e6],
    ['Revenue (mln EUR)', 1e6],
  ])('%s is %d', (heading, scale) => expect(headingScale(heading)).toBe(scale));

  it.each([
    '金额',
    '金额（元）',
    'Amount',
    'Amount (USD)',
    'Amount (won)',
    'Million Air Sales',
    'Market',
    'Cr',
    '万达金额',
    '千分位金额',
    'Sales (MM/YYYY)',
    'Amount (B2B, K-12)',
    '金额（含税，元）',
    '',
  ])('%s gives none', heading => expect(headingScale(heading)).toBe(1));
});

describe('lineScale()', () => {
  it.each([
    ['单位：万元', 1e4],
    ['（单位：千元）', 1e3],
    ['单位:人民币万元', 1e4],
    ['金额单位：十万元', 1e5],
    ['USD thousands', 1e3],
    ['(USD in thousands)', 1e3],
    ['in millions', 1e6],
    ['Amounts in thousands of USD', 1e3],
    ['All figures in USD millions', 1e6],
    ['Unit: k USD', 1e3],
    ['Figures in lakhs', 1e5],
    ['(in ₹ Cr)', 1e7],
  ])('%s is %d', (line, scale) => expect(lineScale(line)).toBe(scale));

  it.each([
    '单位：元',
    '单位：万达集团',
    '制表单位：千禧公司',
    'Sales report in March',
    'Report for Acme Millions Ltd',
    '',
  ])('%s gives none', line => expect(lineScale(line)).toBe(1));
});
