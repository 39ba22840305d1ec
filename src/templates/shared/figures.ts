import type { Text } from '../../kernel/text.ts';
import type { Expression } from '../../plan/expression.ts';
import type { SaidFormat, Table } from '../../plan/said.ts';

/** A key figure: what it is called, how it is shown, how it comes about. */
type Figure = readonly [label: Text, format: SaidFormat, value: Expression];

/** Key figures side by side, each with a formula of its own. */
export function figureTable(title: Text, figures: readonly Figure[]): Table {
  const keyed = figures.map(([label, format, value], index) => ({ key: `figure${index + 1}`, label, format, value }));
  return {
    key: 'Figures',
    title,
    headline: true,
    columns: keyed.map(({ key, label, format }) => ({ key, label, format })),
    rows: [Object.fromEntries(keyed.map(({ key, value }) => [key, value]))],
  };
}
