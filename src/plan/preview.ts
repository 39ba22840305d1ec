import { isoOf } from '../kernel/calendar.ts';
import { type Cell, CellError } from '../kernel/cell.ts';
import { decimal, roundHalfAwayFromZero } from '../kernel/decimal.ts';
import type { Language } from '../kernel/text.ts';
import type { Dialect } from './dialect.ts';
import { evaluate } from './evaluate.ts';
import { layOut } from './layout.ts';
import type { Condition } from './op.ts';
import { type AboveRow, type Format, formatOf, isComputedCell, type SheetSpec } from './sheetSpec.ts';
import { ALIGNMENT } from './theme.ts';

/** A sheet as it will look, with its figures computed and written out, for the pane. */
export interface Preview {
  readonly title: string;
  readonly subtitle: string;
  readonly parameters: readonly { readonly label: string; readonly text: string }[];
  readonly tables: readonly PreviewTable[];
}

export interface PreviewTable {
  readonly title: string | undefined;
  readonly headings: readonly string[];
  readonly above: readonly { readonly role: AboveRow['role']; readonly cells: readonly PreviewCell[] }[];
  /** The first rows; `moreRows` says how many are not shown. */
  readonly rows: readonly (readonly PreviewCell[])[];
  readonly moreRows: number;
}

export interface PreviewCell {
  readonly text: string;
  readonly align: 'left' | 'right' | 'center';
  readonly computed: boolean;
  /** Colours of the light that the cell's value switches on. */
  readonly fill?: string;
  readonly color?: string;
  /** How much of the cell its bar fills, in percent. */
  readonly bar?: number;
}

const MOST_ROWS = 12;

export function preview(spec: SheetSpec, language: Language, dialect: Dialect): Preview {
  const layout = layOut(spec, { language, dialect, taken: { sheets: [], names: [], tables: [] } });
  const figures = evaluate(layout);
  const tables = layout.tables.map(({ spec: table }): PreviewTable => {
    const shown = table.rows.slice(0, MOST_ROWS);
    const rows = shown.map((_, row) =>
      table.columns.map(column => {
        const cell = figures.column(table.key, column.key)[row] ?? null;
        const light = column.lights?.find(({ condition }) => meets(cell, condition));
        if (column.longest !== undefined && typeof cell === 'number') return barOf(cell, column.longest);
        const base = cellOf(cell, formatOf(table, column, row), isComputedCell(table, column, row));
        return light ? { ...base, fill: light.fill, color: light.color } : base;
      }),
    );
    // A spilled table brings its headings in its first row, and may leave some of its room empty.
    const brought = table.headless ? rows.shift()?.map(({ text }) => text) : undefined;
    return {
      title: table.title?.[language],
      headings: brought ?? table.columns.map(column => column.label[language]),
      above: table.above.map(line => ({
        role: line.role,
        cells: table.columns.map(({ key, format }, index) => {
          const cell = index === 0 ? line.label[language] : figures.above(table.key, line.key, key);
          return cellOf(cell, index === 0 ? 'text' : (line.format ?? format), true);
        }),
      })),
      rows: table.headless ? rows.filter(cells => cells.some(({ text }) => text !== '')) : rows,
      moreRows: table.rows.length - shown.length,
    };
  });
  return {
    title: spec.title,
    subtitle: spec.subtitle[language],
    parameters: spec.parameters.map(({ key, label, format }) => ({
      label: label[language],
      text: shownAs(figures.parameter(key), format),
    })),
    tables,
  };
}

function meets(cell: Cell, condition: Condition): boolean {
  if (condition.when === 'textIs') return cell === condition.value;
  return typeof cell === 'number' && cell >= condition.from && cell < condition.below;
}

function cellOf(cell: Cell, format: Format, computed: boolean): PreviewCell {
  return { text: shownAs(cell, format), align: ALIGNMENT[format], computed };
}

function barOf(figure: number, longest: number): PreviewCell {
  const bar = 100 * Math.min(1, Math.max(0, figure / longest));
  return { text: shownAs(figure, 'bar'), align: 'left', computed: true, bar };
}

/** A figure as the sheet's number format will show it. */
export function shownAs(cell: Cell, format: Format): string {
  if (cell === null) return '';
  if (cell instanceof CellError) return cell.code;
  if (typeof cell !== 'number') return typeof cell === 'boolean' ? String(cell).toUpperCase() : cell;
  switch (format) {
    case 'bar':
    case 'percent':
      return `${grouped(cell * 100, 1)}%`;
    case 'integer':
    case 'rank':
    case 'money':
      return grouped(cell, 0);
    case 'cents':
    case 'factor':
      return grouped(cell, 2);
    case 'points':
      return grouped(cell, 1);
    case 'wan':
      return `${grouped(cell / 1e4, 1)}万`;
    case 'yi':
      return `${grouped(cell / 1e8, 2)}亿`;
    case 'date':
      return isoOf(cell);
    case 'month':
      return isoOf(cell).slice(0, 7);
    case 'check':
      return cell === 0 ? '✓' : `✗ ${grouped(cell, 2)}`;
    case 'text':
    case 'number':
      return String(cell);
  }
}

function grouped(value: number, places: number): string {
  const rounded = Number(roundHalfAwayFromZero(decimal(value), places));
  const [whole = '0', fraction] = Math.abs(rounded).toFixed(places).split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
  return rounded < 0 ? `-${text}` : text;
}
