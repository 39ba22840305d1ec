import { describe, expect, it } from 'vitest';
import { collection } from '../../src/templates/collection.ts';
import { logRows } from '../support/logs.ts';
import { figuresOf, headlinesOf, specOf } from '../support/planning.ts';

const contract = (person: string, signed: string, due: string, amount: number, paid?: number) => ({
  contract: 'C',
  customer: 'Customer',
  person,
  signed,
  due,
  amount,
  paid,
});

const CONTRACTS = [
  contract('Ann', '2026-01-01', '2026-01-31', 400000, 350000),
  contract('Ann', '2026-01-10', '2026-03-31', 100000, 30000),
  contract('Ben', '2026-02-01', '2026-03-01', 100000, 100000),
  contract('Ben', '2026-03-01', '2026-04-30', 50000, 14999),
  contract('Ben', '2025-12-31', '2026-03-31', 60000),
];

const given = { start: '2026-01-01', asOf: '2026-03-31', contracts: CONTRACTS };
const figures = () => figuresOf(specOf(collection, 'en', given), 'en');
const value = (place: number) => headlinesOf(specOf(collection, 'en', given), 'en')[place];

describe('collection', () => {
  it('adds up contracts, payments and what is still owed', () => {
    expect([value(0), value(1), value(2)]).toEqual([710000, 494999, 215001]);
  });

  it('measures collection by what has fallen due, the day itself included', () => {
    // 480,000 of the 660,000 due by 31 March.
    expect(value(3)).toBeCloseTo(480000 / 660000, 12);
  });

  it('calls overdue what was due before the day, and gives its share of the receivables', () => {
    expect(value(4)).toBe(50000);
    expect(value(5)).toBeCloseTo(50000 / 215001, 12);
  });

  it('gives days sales outstanding: receivables ÷ sales since the period’s start × days', () => {
    expect(value(6)).toBeCloseTo((215001 / 650000) * 90, 10);
  });

  it('counts a contract as a sale once 30 % of it has been paid', () => {
    expect(figures().column('Contracts', 'countable')).toEqual([400000, 100000, 100000, 0, 0]);
    expect(value(7)).toBe(600000);
  });

  it('sorts receivables by their age, and every one of them once', () => {
    expect(figures().column('Ageing', 'amount')).toEqual([165001, 0, 50000, 0, 0]);
    expect(figures().column('Ageing', 'contracts')).toEqual([3, 0, 1, 0, 0]);
    expect(figures().above('Ageing', 'check', 'amount')).toBe(0);
  });

  it('says of every contract how it stands', () => {
    expect(figures().column('Contracts', 'status')).toEqual(['overdue', 'not due', 'paid', 'not due', 'not due']);
    expect(figures().column('Contracts', 'late')).toEqual([59, 0, '', -30, 0]);
    const zh = figuresOf(specOf(collection, 'zh', given), 'zh');
    expect(zh.column('Contracts', 'status').slice(0, 3)).toEqual(['逾期', '未到期', '已结清']);
  });

  it('ranks salespeople by countable sales', () => {
    expect(figures().column('People', 'person').slice(0, 3)).toEqual(['Ann', 'Ben']);
    expect(figures().column('People', 'countable').slice(0, 2)).toEqual([500000, 100000]);
    expect(figures().column('People', 'paid').slice(0, 2)).toEqual([380000, 114999]);
  });

  it('takes 10,000 contracts', () => {
    const spec = specOf(collection, 'en', logRows('collection', 10000, 'en'));
    expect(figuresOf(spec, 'en').above('Ageing', 'check', 'amount')).toBe(0);
    expect(headlinesOf(spec, 'en')[0]).toBe(10000 * 1000 + (9999 * 10000) / 2);
  });
});
