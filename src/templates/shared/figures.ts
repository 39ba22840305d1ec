import type { Language, Text } from '../../kernel/text.ts';
import type { Expression } from '../../plan/expression.ts';
import type { Format, TableSpec } from '../../plan/sheetSpec.ts';
import { wordColumn } from './log.ts';

/** A key figure: what it is called, how it is shown, how it comes about. */
export type Figure = readonly [label: Text, format: Format, value: Expression];

/** Key figures one under the other, each with a formula of its own. */
export function figureTable(title: Text, figures: readonly Figure[], language: Language): TableSpec {
  return {
    key: 'Figures',
    title,
    spare: 0,
    above: [],
    columns: [
      wordColumn('figure', { en: 'Metric', zh: '指标' }),
      { key: 'value', label: { en: 'Value', zh: '数值' }, format: 'number', formattedByRow: true },
    ],
    rows: figures.map(([label, , value]) => ({ figure: label[language], value })),
    rowFormats: figures.map(([, format]) => format),
  };
}
