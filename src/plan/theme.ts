import type { Light, Style } from './op.ts';
import type { Format } from './sheetSpec.ts';

/**
 * Rows are told apart by hairlines, headings by a line in the one accent: strong colour is left for the lights. What
 * may be typed over is blue on a quiet cream, as in financial models. Text on fill has a contrast of 4.5 : 1 or more.
 */
const ACCENT = '#0F6C6C';
const INK = '#123B3B';
const MUTED = '#5A6868';
const LINE = '#E1E8E8';

export const TAB_COLOR = ACCENT;

export const STYLES = {
  title: { size: 20, bold: true, color: INK, vertical: 'middle' },
  subtitle: { color: MUTED, vertical: 'middle' },
  parameterLabel: { color: MUTED, size: 9, vertical: 'bottom', line: LINE },
  tableTitle: { size: 13, bold: true, color: ACCENT, vertical: 'bottom' },
  heading: { fill: '#EDF4F3', color: INK, bold: true, wrap: true, vertical: 'middle', line: ACCENT },
  headlineLabel: { color: MUTED, size: 9, wrap: true, vertical: 'bottom' },
  headline: { color: INK, size: 18, bold: true, vertical: 'middle', line: LINE },
  input: { fill: '#FFFCF0', color: '#1B4B9B', vertical: 'middle', line: LINE },
  computed: { color: '#1A1A1A', vertical: 'middle', line: LINE },
  total: { bold: true, color: INK, vertical: 'middle', line: LINE },
  wrapped: { wrap: true },
  check: { color: MUTED, vertical: 'middle', line: LINE },
} as const satisfies Record<string, Style>;

/** A number keeps the width of a bracket to its right, so that it does not touch what stands there. */
export const NUMBER_FORMATS: Readonly<Record<Format, string>> = {
  text: 'General',
  number: 'General',
  integer: '#,##0_)',
  rank: '0',
  money: '#,##0_)',
  cents: '#,##0.00_)',
  // Ten thousands and hundred millions with a decimal point put between the digits that scaling leaves.
  wan: '0\\.0,"万"_)',
  yi: '0\\.00,,"亿"_)',
  percent: '0.0%_)',
  points: '0.0_)',
  factor: '0.00_)',
  date: 'yyyy-mm-dd',
  month: 'yyyy-mm',
  check: '[=0]"✓";[<0]"✗ −"#,##0.00;"✗ "#,##0.00',
  bar: '0%_)',
};

/**
 * The same for the text of a heading over numbers. Figures look as they do in the column below: a row that is put in
 * directly under a heading takes its format.
 */
export function headingFormat(format: Format): string {
  const figures = NUMBER_FORMATS[format];
  return `${figures};-${figures};${figures};@_)`;
}

export const ALIGNMENT: Readonly<Record<Format, NonNullable<Style['horizontal']>>> = {
  text: 'left',
  number: 'right',
  integer: 'right',
  rank: 'center',
  money: 'right',
  cents: 'right',
  wan: 'right',
  yi: 'right',
  percent: 'right',
  points: 'right',
  factor: 'right',
  date: 'center',
  month: 'center',
  check: 'center',
  bar: 'left',
};

/** Calmer than a chart: it stands in a row of figures. */
export const BAR_COLOR = '#4F9E99';

/** Of a chart's series, in order. */
export const SERIES_COLORS = ['#0F6C6C', '#D98E04', '#5B7FA6', '#8A6BA8', '#7A8B8B'] as const;

/** The more, the deeper: shares of a whole in five steps, from the highest. */
export const HEAT: readonly Light[] = [
  heat(0.8, 2, '#8CC9C3'),
  heat(0.6, 0.8, '#AEDAD5'),
  heat(0.4, 0.6, '#CBE8E5'),
  heat(0.2, 0.4, '#E2F3F1'),
  heat(0, 0.2, '#F4FAF9'),
];

function heat(from: number, below: number, fill: string): Light {
  return { condition: { when: 'between', from, below }, fill, color: '#123B3B' };
}

export const LIGHT_COLORS = {
  red: { fill: '#FBDCDC', color: '#8E1B1B' },
  amber: { fill: '#FFEDC2', color: '#6B4A00' },
  green: { fill: '#D6F0DD', color: '#12592B' },
  none: { fill: '#EDEFEF', color: '#565E5E' },
} as const satisfies Record<string, Omit<Light, 'condition'>>;
