import type { Op } from '../../src/plan/op.ts';

/** Every kind of op at least once, over a table of so many rows, as Google Sheets' dialect writes it. */
export function sampleOps(rows: number, sheet = 'Tracker'): Op[] {
  const body = (column: number) => ({ row: 4, column, rows, columns: 1 });
  const last = rows + 4;
  const range = (letter: string): string => `${letter}5:${letter}${last}`;
  const people = Array.from({ length: rows }, (_, row) => [`Person ${row + 1}`, 80 + (row % 40), 100]);
  return [
    { op: 'addSheet', sheet, rows: rows + 6, columns: 6, tab: '#0F6C6C' },
    {
      op: 'values',
      area: { row: 0, column: 0, rows: 2, columns: 3 },
      values: [
        ['=not a formula', null, null],
        ['Amber from', 0.8, '2026-01'],
      ],
    },
    {
      op: 'values',
      area: { row: 3, column: 0, rows: 1, columns: 5 },
      values: [['Person', 'Actual', 'Target', 'Achievement', 'Light']],
    },
    { op: 'values', area: { row: 4, column: 0, rows, columns: 3 }, values: people },
    { op: 'table', area: { row: 3, column: 0, rows: rows + 1, columns: 5 }, name: 'Tracker' },
    {
      op: 'spill',
      area: body(3),
      formula: `=ARRAYFORMULA(KPI_ACHIEVEMENT(IF(${range('B')}="","",${range('B')}),${range('C')}))`,
    },
    { op: 'spill', area: body(4), formula: `=ARRAYFORMULA(KPI_RAG(${range('D')},amber_from))` },
    {
      op: 'formulas',
      area: { row: rows + 5, column: 1, rows: 1, columns: 2 },
      formulas: [[`=SUM(${range('B')})`, `=SUM(${range('C')})`]],
    },
    { op: 'numberFormat', areas: [body(3)], format: '0.0%' },
    { op: 'numberFormat', areas: [body(1), body(2)], format: '#,##0' },
    {
      op: 'style',
      areas: [{ row: 3, column: 0, rows: 1, columns: 5 }],
      style: { fill: '#0F6C6C', color: '#FFFFFF', bold: true, horizontal: 'center', vertical: 'middle', wrap: true },
    },
    {
      op: 'style',
      areas: [{ row: 4, column: 0, rows, columns: 5 }],
      style: { line: '#D0D0D0', size: 11, italic: true },
    },
    {
      op: 'style',
      areas: [{ row: 0, column: 0, rows: 1, columns: 5 }],
      style: { line: '#0F6C6C' },
    },
    { op: 'widths', column: 0, widths: [140, 90, 90, 110, 80] },
    { op: 'heights', row: 0, heights: [32] },
    { op: 'validate', areas: [body(1)], rule: { kind: 'number', minimum: 0 }, message: 'A number from 0' },
    { op: 'validate', areas: [body(2)], rule: { kind: 'number', whole: true }, message: 'A whole number' },
    {
      op: 'lights',
      areas: [body(4)],
      lights: [
        { condition: { when: 'textIs', value: 'red' }, fill: '#F8D7DA', color: '#842029' },
        { condition: { when: 'textIs', value: 'green' }, fill: '#D1E7DD', color: '#0F5132' },
      ],
    },
    { op: 'bars', areas: [body(3)], longest: 1.5, color: '#4F9E99' },
    { op: 'name', name: 'amber_from', area: { row: 1, column: 1, rows: 1, columns: 1 } },
    {
      op: 'chart',
      kind: 'bar',
      title: 'Actual',
      categories: body(0),
      series: [{ name: 'Actual', area: body(1), color: '#0F6C6C' }],
      place: { row: 0, column: 3, rows: 3, columns: 2 },
    },
    { op: 'note', row: 3, column: 3, text: 'Actual over target' },
    { op: 'freeze', rows: 4, columns: 1 },
    { op: 'print', orientation: 'landscape', titleRows: [3, 1] },
    { op: 'mark', key: 'sales-kpi.template', value: 'tracker' },
    { op: 'activate', row: 4, column: 1 },
  ];
}
