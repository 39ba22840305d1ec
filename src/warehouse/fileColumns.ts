import type { Matrix } from '../kernel/cell.ts';
import { say, type Text } from '../kernel/text.ts';
import { shownCell } from '../month/import/cleaning.ts';
import { headingKey } from '../month/import/headingKey.ts';
import { type FieldMatch, matchColumns } from '../month/import/matchColumns.ts';
import type { SourceColumns, SourceField } from './source.ts';

/** Fields that a file of deals has, too. */
const SHARED = [
  'person',
  'manager',
  'team',
  'region',
  'product',
  'closed',
  'month',
  'stage',
  'amount',
  'collected',
  'quantity',
  'cost',
] as const satisfies readonly SourceField[];

/** An import knows nothing of these. */
const OTHER: readonly (readonly [SourceField, RegExp])[] = [
  ['score', /^(?:nps )?(?:score|rating)$|^nps$|^(?:nps ?)?(?:评分|得分|打分|推荐分)$/],
  ['customerType', /^(?:customer|client|account) (?:type|segment|class)$|^客户(?:类型|类别|分类|性质)$/],
];

/** What the columns of a file mean, by their headings and first rows, as in an import; a guess is told instead. */
export function fileColumns(cells: Matrix): SourceColumns | Text {
  const { fields, headings } = matchColumns(cells);
  const columns: Partial<Record<SourceField, string>> = {};
  const taken = new Set<number>();
  const matchOf = (field: SourceField): FieldMatch | undefined => fields.find(match => match.field === field);
  for (const field of SHARED) {
    const match = matchOf(field);
    // A column that is called as our field is no guess.
    const own = headings.find(({ heading: name, column }) => name.toLowerCase() === field && !taken.has(column));
    const column = match?.doubtful === false ? match.column : (own?.column ?? match?.column);
    if (column === undefined) continue;
    const heading = headings[column]?.heading ?? '';
    if (match?.doubtful && own === undefined)
      return say(
        `is column ${heading} the ${field}? Say so in a map: {"${field}": "${heading}", …}`,
        `列 ${heading} 是否为 ${field}？请在映射中写明：{"${field}": "${heading}", …}`,
      );
    columns[field] = heading;
    taken.add(column);
  }
  for (const [field, known] of OTHER) {
    const found = (cells[0] ?? []).findIndex((cell, at) => !taken.has(at) && known.test(headingKey(shownCell(cell))));
    if (found >= 0) columns[field] = shownCell(cells[0]?.[found] ?? null);
  }
  return columns;
}
