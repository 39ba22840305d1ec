import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/kernel/cell.ts';
import { imported } from '../support/files.ts';

const HEAD = ['Owner', 'Stage', 'Amount', 'Close date'];
const read = (rows: readonly (readonly Cell[])[], ...rest: [Parameters<typeof imported>[1]?, number?]) =>
  imported([HEAD, ...rows], ...rest);

describe('readRows()', () => {
  it('reads won, lost and open deals; only won ones need an amount and a date', () => {
    const { reading } = read([
      ['Anna', 'Closed Won', '1,000', '2024-03-21'],
      ['Ben', '5 - Closed Lost', '', ''],
      ['Clara', 'Negotiation/Review', 'TBD', 'soon'],
    ]);
    expect(reading.bad).toEqual([]);
    expect(reading.deals.map(({ person, outcome, counted }) => [person, outcome, counted])).toEqual([
      ['Anna', 'won', 1000],
      ['Ben', 'lost', 0],
      ['Clara', 'open', 0],
    ]);
  });

  it('lists bad rows with their row, column and reason, and reads the others', () => {
    const { reading } = read([
      ['Anna', 'Won', 'abc', '2024-03-21'],
      ['Ben', 'Won', '5', '2024-02-30'],
      ['Clara', 'Won', '', '2024-03-21'],
      ['Dan', 'Won', '5', ''],
      ['Eve', '', '5', '2024-03-21'],
      ['Fay', 'Won', '7', '2024-03-21'],
    ]);
    expect(reading.deals.map(({ person }) => person)).toEqual(['Fay']);
    expect(reading.bad.map(({ row, heading, text, reason }) => [row, heading, text, reason.en])).toEqual([
      [2, 'Amount', 'abc', '"abc" is not a number'],
      [3, 'Close date', '2024-02-30', '"2024-02-30" is not a day of the calendar'],
      [4, 'Amount', '', 'the amount is blank'],
      [5, 'Close date', '', 'the date is blank'],
      [6, 'Stage', '', 'the stage is blank'],
    ]);
  });

  it('asks what an unknown stage means; the answer decides', () => {
    const rows = [
      ['Anna', 'Handed over', '5', '2024-03-21'],
      ['Ben', 'handed  over', '6', '2024-03-21'],
    ];
    const { inspection, reading } = read(rows);
    expect(inspection.questions).toEqual([{ ask: 'stage', stage: 'Handed over', rows: 2 }]);
    expect(reading.deals).toEqual([]);
    expect(reading.bad.map(({ reason }) => reason.en)).toEqual([
      'is stage "Handed over" won, lost or still open?',
      'is stage "handed over" won, lost or still open?',
    ]);
    const answered = read(rows, { stages: { 'handed over': 'won' } });
    expect(answered.inspection.questions).toEqual([]);
    expect(answered.reading.deals.map(({ counted }) => counted)).toEqual([5, 6]);
  });

  it('asks about 03/04/2024 once a column, unless another row tells', () => {
    const doubtful = read([
      ['Anna', 'Won', '5', '03/04/2024'],
      ['Ben', 'Won', '5', '04/04/2024'],
    ]);
    expect(doubtful.inspection.questions).toEqual([
      { ask: 'dateOrder', field: 'closed', form: '/4', examples: ['03/04/2024'] },
    ]);
    expect(doubtful.reading.bad.map(({ row }) => row)).toEqual([2]);
    const said = read([['Anna', 'Won', '5', '03/04/2024']], { dateOrders: { closed: 'dayFirst' } });
    expect(said.inspection.questions).toEqual([]);
    expect(said.reading.deals[0]?.month).toBe(2024 * 12 + 3);
    const told = read([
      ['Anna', 'Won', '5', '03/04/2024'],
      ['Ben', 'Won', '5', '03/14/2024'],
    ]);
    expect(told.inspection.questions).toEqual([]);
    expect(told.reading.deals[0]?.month).toBe(2024 * 12 + 2);
  });

  it('asks about 03/04/2024 in a column of months, too', () => {
    const { inspection } = imported([
      ['Owner', 'Amount', 'Month'],
      ['Anna', '5', '03/04/2024'],
    ]);
    expect(inspection.questions).toEqual([{ ask: 'dateOrder', field: 'month', form: '/4', examples: ['03/04/2024'] }]);
  });

  it('asks again where a column has both orders', () => {
    const { inspection } = read([
      ['Anna', 'Won', '5', '03/04/2024'],
      ['Ben', 'Won', '5', '03/14/2024'],
      ['Clara', 'Won', '5', '14/03/2024'],
    ]);
    expect(inspection.questions).toEqual([{ ask: 'dateOrder', field: 'closed', form: '/4', examples: ['03/04/2024'] }]);
  });

  it('asks about 1.234 where no other row tells the decimal mark', () => {
    expect(read([['Anna', 'Won', '1.234', '2024-03-21']]).inspection.questions).toEqual([
      { ask: 'decimalMark', field: 'amount', examples: ['1.234'] },
    ]);
    const told = read([
      ['Anna', 'Won', '1.234', '2024-03-21'],
      ['Ben', 'Won', '5,50', '2024-03-21'],
    ]);
    expect(told.inspection.questions).toEqual([]);
    expect(told.reading.deals.map(({ amount }) => amount)).toEqual([1234, 5.5]);
  });

  it('asks about two currencies in one column', () => {
    const rows = [
      ['Anna', 'Won', '$5', '2024-03-21'],
      ['Ben', 'Won', '¥5', '2024-03-21'],
    ];
    expect(read(rows).inspection.questions).toEqual([{ ask: 'currencies', field: 'amount', found: ['CNY', 'USD'] }]);
    expect(read(rows, { oneCurrency: true }).inspection.questions).toEqual([]);
  });

  it('reads a sign that several currencies share as the one that the heading names', () => {
    const cells = (sign: string) => [
      ['Owner', 'Amount (CAD)', 'Close date'],
      ['Anna', `${sign}5`, '2024-03-21'],
      ['Ben', '6', '2024-03-22'],
    ];
    expect(imported(cells('$')).inspection.questions).toEqual([]);
    expect(imported(cells('€')).inspection.questions).toEqual([
      { ask: 'currencies', field: 'amount', found: ['CAD', 'EUR'] },
    ]);
  });

  it('recognises totals, with a label or without, and compares them with the rows', () => {
    const cells = [
      ['Owner', 'Amount', 'Close date'],
      ['Anna', '5', '2024-03-21'],
      ['小计', '5', ''],
      ['Ben', '6', '2024-03-22'],
      ['合 计', '11', ''],
    ];
    const { reading } = imported(cells);
    expect(reading.deals).toHaveLength(2);
    expect(reading.totals).toEqual([
      { row: 3, label: '小计', amount: 5, sum: 5 },
      { row: 5, label: '合 计', amount: 11, sum: 11 },
    ]);
    const unlabelled = imported([...cells.slice(0, 2), cells[3] ?? [], ['', '11', '']]);
    expect(unlabelled.reading.totals).toEqual([{ row: 4, label: '', amount: 11, sum: 11 }]);
    expect(unlabelled.reading.bad).toEqual([]);
  });

  it('takes a customer called Total Energies for one', () => {
    const { reading } = imported([
      ['Customer', 'Amount', 'Close date'],
      ['Total Energies', '5', '2024-03-21'],
      ['Total', '6', '2024-03-21'],
      ['Total', '11', ''],
    ]);
    expect(reading.deals.map(({ customer }) => customer)).toEqual(['Total Energies', 'Total']);
    expect(reading.totals).toEqual([{ row: 4, label: 'Total', amount: 11, sum: 11 }]);
  });

  it('leaves out what a report writes below its rows', () => {
    const { reading } = read([
      ['Anna', 'Won', '5', '2024-03-21'],
      ['Grand Totals (1 records)', '', '5', ''],
      ['', '', '', ''],
      ['Copyright (c) 2000-2024', '', '', ''],
      ['Confidential Information - Do Not Distribute', '', '', ''],
    ]);
    expect(reading.deals).toHaveLength(1);
    expect(reading.totals.map(({ row }) => row)).toEqual([3]);
    expect(reading.bad).toEqual([]);
  });

  it('counts a deal when 30 % of it are paid', () => {
    const { reading } = imported(
      [
        ['负责人', '合同金额', '已回款金额', '签约日期'],
        ['王芳', '100000', '30000', '2025年2月16日'],
        ['李强', '100000', '29999.99', '2025年2月16日'],
        ['张敏', '100000', '', '2025年2月16日'],
      ],
      {},
      0.3,
    );
    expect(reading.deals.map(({ counted }) => counted)).toEqual([100000, 0, 0]);
  });

  it('makes a bad row of a won deal of which nobody can read what was collected', () => {
    const { reading } = imported(
      [
        ['负责人', '阶段', '合同金额', '已回款金额', '签约日期'],
        ['王芳', '赢单', '100000', '待定', '2025年2月16日'],
        ['李强', '赢单', '100000', '50000', '2025年2月16日'],
        ['张敏', '输单', '100000', '待定', '2025年2月16日'],
        ['赵丽', '输单', '100000', '50000', '2025年2月16日'],
      ],
      {},
      0.3,
    );
    expect(reading.bad.map(({ row, heading, text }) => [row, heading, text])).toEqual([[2, '已回款金额', '待定']]);
    expect(reading.deals.map(({ person, counted }) => [person, counted])).toEqual([
      ['李强', 100000],
      ['张敏', 0],
      ['赵丽', 0],
    ]);
  });

  it('tells which numbers come twice, and which months disagree', () => {
    const { reading } = imported([
      ['订单编号', '金额', '日期', '月份'],
      ['A1', '5', '2024/3/21', 'Mar-24'],
      ['A1', '6', '2024/3/31', 'Apr-24'],
    ]);
    expect(reading.repeated).toEqual([{ row: 3, first: 2, id: 'A1' }]);
    expect(reading.otherMonth).toEqual([3]);
    expect(reading.deals.map(({ month }) => month)).toEqual([2024 * 12 + 2, 2024 * 12 + 2]);
  });

  it('counts what it changed, with examples', () => {
    const { reading } = read([
      [' Anna', 'Won', '¥1,234', '2024/3/21'],
      ['Ben', 'Won', '¥2,000', '2024/3/22'],
    ]);
    expect(reading.changes.map(({ field, change, count }) => [field, change, count])).toEqual([
      ['person', 'spaces', 1],
      ['amount', 'currency', 2],
      ['amount', 'separators', 2],
      ['closed', 'date', 2],
    ]);
    expect(reading.changes[3]?.examples[0]).toEqual({ row: 2, before: '2024/3/21', after: '2024-03-21' });
  });

  it('says which other column an amount could be, and what it left out below the rows, in both languages', () => {
    const { inspection } = imported([
      ['Owner', 'Sales amount', 'Amount', 'Close date'],
      ['Anna', '5', '6', '2024-03-21'],
    ]);
    const [note] = inspection.notes.filter(({ about }) => about === 'rivals');
    expect(
      [note?.text.en, note?.text.zh].every(text => text?.includes('“Sales amount”') && text.includes('“Amount”')),
    ).toBe(true);
    const { reading } = read([
      ['Anna', 'Won', '5', '2024-03-21'],
      ['', '', '', ''],
      ['Confidential', '', '', ''],
    ]);
    expect(reading.notes.filter(({ about }) => about === 'footer').map(({ text }) => text)).toEqual([
      { en: '1 row below the table left out: Confidential', zh: '已略过表格下方 1 行：Confidential' },
    ]);
  });

  it('takes the unit of the heading into account', () => {
    const { reading } = imported([
      ['负责人', '合同金额（万元）', '签约日期'],
      ['王芳', '12.34', '2025-02-16'],
    ]);
    expect(reading.deals[0]?.amount).toBe(123400);
  });
});
