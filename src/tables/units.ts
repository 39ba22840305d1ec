import { shownCell } from '../month/import/cleaning.ts';
import { DEAL_FIELD_KEYS, DEAL_FIELDS, type DealField } from '../month/import/dealField.ts';
import { headingScale } from '../month/import/headingKey.ts';
import { lineScale } from '../month/import/unit.ts';
import { type FileLayout, filledCells, isFigure, shareBelow, withNotes } from './layout.ts';
import { matched } from './matched.ts';
import { rowSpan, said } from './said.ts';

/** How a unit stands in a heading so that it is read there. */
const UNITS: Readonly<Record<number, { readonly han: string; readonly latin: string }>> = {
  1e2: { han: '百元', latin: '百元' },
  1e3: { han: '千元', latin: 'thousands' },
  1e4: { han: '万元', latin: '万元' },
  1e5: { han: '十万元', latin: 'lakh' },
  1e6: { han: '百万元', latin: 'millions' },
  1e7: { han: '千万元', latin: 'crore' },
  1e8: { han: '亿元', latin: '亿元' },
  1e9: { han: 'bn', latin: 'bn' },
};

/** 金额（元） says that it is no other unit. */
const PLAIN = /[([]\s*元\s*[)\]]|[^百千仟万亿]元$/;
/** Columns of figures that no unit of money is about. */
const UNITLESS =
  /数量|件数|台数|人数|单量|次数|天数|编号|单号|率|占比|比例|%|quantity|qty|units|count|number|\bno\b|\bid\b|rate|percent|share|probability|days|rank|year|年|月/i;

/**
 * A unit above the table holds for its columns of money: it is written into their headings, where it is seen and
 * reckoned with; a heading with a unit of its own keeps that.
 */
export function applyUnits(
  layout: FileLayout,
  linesAbove: readonly string[],
  dateColumns: readonly number[] = [],
): FileLayout {
  const { cells, headingRow } = layout;
  const fields = fieldsAt(layout);
  const line = cells[headingRow] ?? [];
  const isMoney = (column: number): boolean => {
    const field = fields.get(column);
    const kind = field && DEAL_FIELDS[field].kind;
    if (field === 'quantity' || (kind !== undefined && kind !== 'amount')) return false;
    if (kind === 'amount') return true;
    return (
      !UNITLESS.test(shownCell(line[column] ?? null)) &&
      !dateColumns.includes(column) &&
      shareBelow(layout, column, isFigure) > 0.8
    );
  };
  const above = linesAbove
    .map(text => ({ text: text.trim(), scale: lineScale(text) }))
    .find(({ scale }) => scale !== 1);
  const own = line.flatMap((cell, column) => (headingScale(shownCell(cell)) !== 1 && isMoney(column) ? [column] : []));
  const isPlain = (column: number): boolean => PLAIN.test(shownCell(line[column] ?? null).normalize('NFKC'));
  const noted = withNotes(
    layout,
    ...own.map(column => {
      const heading = shownCell(line[column] ?? null);
      return { about: 'unit', text: said.unitInHeading([heading], headingScale(heading)) };
    }),
  );
  if (!above) return noted;
  const columns = line.flatMap((_, column) =>
    isMoney(column) && !own.includes(column) && !isPlain(column) ? [column] : [],
  );
  if (columns.length === 0) return noted;
  const unit = UNITS[above.scale]?.[/\p{Script=Han}/u.test(above.text) ? 'han' : 'latin'] ?? '';
  const names = columns.map(column => shownCell(line[column] ?? null));
  const heading = line.map((cell, column) => (columns.includes(column) ? `${shownCell(cell)} (${unit})` : cell));
  return withNotes(
    { ...noted, cells: cells.map((each, row) => (row === headingRow ? heading : each)) },
    { about: 'unit', text: said.unit(above.text, above.scale, names) },
  );
}

function fieldsAt({ cells }: FileLayout): ReadonlyMap<number, DealField> {
  const { columns } = matched(cells);
  return new Map(
    DEAL_FIELD_KEYS.flatMap(field => (columns[field] === undefined ? [] : [[columns[field], field] as const])),
  );
}

/** Figures above the headings are a table of their own, or a total. */
export function noteAbove(layout: FileLayout): FileLayout {
  const rows = layout.cells
    .slice(0, Math.max(0, layout.headingRow))
    .flatMap((line, row) =>
      line.some(isFigure) && filledCells(line).length > 1 ? [layout.rowNumbers[row] ?? row + 1] : [],
    );
  return rows.length === 0 ? layout : withNotes(layout, { about: 'above', text: said.above(rowSpan(rows)) });
}
