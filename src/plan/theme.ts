import type { Light, Style } from './op.ts';
import type { Format } from './sheetSpec.ts';

/** One accent, quiet greys; inputs look like inputs. Text on fill has a contrast of 4.5 : 1 or more. */
const ACCENT = '#0F6C6C';
const LINE = '#D5DEDE';

export const TAB_COLOR = ACCENT;

export const STYLES = {
  title: { size: 18, bold: true, color: '#123B3B', vertical: 'middle' },
  subtitle: { color: '#5A6868', vertical: 'middle' },
  parameterLabel: { color: '#5A6868', size: 9, vertical: 'bottom', border: { color: LINE, edges: 'bottom' } },
  tableTitle: { size: 13, bold: true, color: ACCENT, vertical: 'bottom' },
  heading: {
    fill: ACCENT,
    color: '#FFFFFF',
    bold: true,
    wrap: true,
    vertical: 'middle',
    horizontal: 'center',
    border: { color: LINE, edges: 'all' },
  },
  input: { fill: '#FFF9E5', color: '#1A1A1A', vertical: 'middle', border: { color: LINE, edges: 'all' } },
  computed: { color: '#1A1A1A', vertical: 'middle', border: { color: LINE, edges: 'all' } },
  total: { fill: '#E3EFEF', bold: true, color: '#123B3B', vertical: 'middle', border: { color: LINE, edges: 'all' } },
  bar: { color: ACCENT },
  wrapped: { wrap: true },
  check: { fill: '#F4F8F8', color: '#5A6868', vertical: 'middle', border: { color: LINE, edges: 'all' } },
} as const satisfies Record<string, Style>;

export const NUMBER_FORMATS: Readonly<Record<Format, string>> = {
  text: 'General',
  number: 'General',
  integer: '#,##0',
  rank: '0',
  money: '#,##0',
  cents: '#,##0.00',
  // Ten thousands and hundred millions with a decimal point put between the digits that scaling leaves.
  wan: '0\\.0,"万"',
  yi: '0\\.00,,"亿"',
  percent: '0.0%',
  points: '0.0',
  factor: '0.00',
  date: 'yyyy-mm-dd',
  month: 'yyyy-mm',
  check: '[=0]"✓";"✗ "#,##0.00',
  bar: 'General',
};

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
