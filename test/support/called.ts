import type { SheetSpec } from '../../src/plan/sheetSpec.ts';

/** Regions, people and product lines that are called as a criterion is written, or as a pattern that others meet. */
export const CALLED: Readonly<Record<'comparisons' | 'patterns', Readonly<Record<string, string>>>> = {
  comparisons: {
    East: '<>N',
    North: '>100 staff',
    South: '<50 people',
    West: '>=5',
    Devices: '<>Services',
    'Anna Bell': '<>',
    'Ben Carter': '>A',
    'Clara Dean': '<=Z',
  },
  patterns: {
    East: 'N?rth',
    West: '~North',
    South: '*',
    Devices: 'S*',
    'Anna Bell': '?*',
    'Ben Carter': '~*',
    'Clara Dean': '~~*?',
  },
};

export function renamed(spec: SheetSpec, called: Readonly<Record<string, string>>): SheetSpec {
  const tables = spec.tables.map(table => ({
    ...table,
    rows: table.rows.map(row =>
      Object.fromEntries(
        Object.entries(row).map(([key, cell]) => [key, typeof cell === 'string' ? (called[cell] ?? cell) : cell]),
      ),
    ),
  }));
  return { ...spec, tables };
}
