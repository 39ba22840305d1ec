import { bodyArea, cell, columnIndex, figuresArea, headingRowOf, type Layout, type TableLayout } from './layout.ts';
import type { Area, Light, Op, Style } from './op.ts';
import { type ColumnSpec, type Format, formatOf, isComputed, isComputedCell, isExpression } from './sheetSpec.ts';
import { ALIGNMENT, BAR_COLOR, headingFormat, NUMBER_FORMATS, STYLES } from './theme.ts';

/** One op a format, over all areas that have it. */
export function numberFormats(layout: Layout): Op[] {
  const areas = new Map<Format, Area[]>();
  const add = (format: Format, area: Area): void => {
    if (NUMBER_FORMATS[format] !== 'General') addTo(areas, format, area);
  };
  for (const [column, { format }] of layout.spec.parameters.entries()) {
    if (layout.parameterRow !== undefined) add(format, cell(layout.parameterRow + 1, column));
  }
  for (const table of layout.tables) {
    for (const [index, line] of table.spec.above.entries()) {
      for (const key of Object.keys(line.cells)) {
        const column = columnIndex(table, key);
        add(line.format ?? table.spec.columns[column]?.format ?? 'text', cell(table.aboveRow + index, column));
      }
    }
    for (const column of table.spec.columns) {
      for (const { format, area } of formatAreas(table, column)) add(format, area);
    }
  }
  const formats = [...areas].map(
    ([format, list]): Op => ({ op: 'numberFormat', areas: list, format: NUMBER_FORMATS[format] }),
  );
  const headings = new Map<Format, Area[]>();
  for (const table of layout.tables)
    for (const [format, area] of headingsOverNumbers(table)) addTo(headings, format, area);
  const overNumbers = [...headings].map(
    ([format, list]): Op => ({ op: 'numberFormat', areas: list, format: headingFormat(format) }),
  );
  return [...formats, ...overNumbers];
}

/** Those that would touch what is left-aligned beside them. */
function headingsOverNumbers({ spec, headingRow }: TableLayout): (readonly [Format, Area])[] {
  if (spec.headless || spec.headline) return [];
  return spec.columns.flatMap(({ format, lights, centred }, column) => {
    const isRight = !(centred ?? lights !== undefined) && ALIGNMENT[format] === 'right';
    return isRight && NUMBER_FORMATS[format].endsWith('_)') ? [[format, cell(headingRow, column)] as const] : [];
  });
}

/** A column's cells by their formats: one area, or one a row where the rows differ. */
function formatAreas(table: TableLayout, column: ColumnSpec): { format: Format; area: Area }[] {
  const body = figuresArea(table, column.key);
  if (!column.formattedByRow) return [{ format: column.format, area: body }];
  return Array.from({ length: table.rows }, (_, row) => ({
    format: formatOf(table.spec, column, row),
    area: { ...body, row: body.row + row, rows: 1 },
  }));
}

/** A column's cells by what they are: inputs or computed. */
function roleAreas(table: TableLayout, column: ColumnSpec): { computed: boolean; area: Area }[] {
  const body = figuresArea(table, column.key);
  const mixed = !isComputed(column) && table.spec.rows.some(row => isExpression(row[column.key]));
  if (!mixed) return [{ computed: isComputed(column) || column.fixed === true, area: body }];
  return Array.from({ length: table.rows }, (_, row) => ({
    computed: isComputedCell(table.spec, column, row),
    area: { ...body, row: body.row + row, rows: 1 },
  }));
}

export function styles(layout: Layout): Op[] {
  const areas = new Map<Style, Area[]>();
  const add = (style: Style, area: Area): void => addTo(areas, style, area);
  const { parameterRow, spec, columns } = layout;
  add(STYLES.title, { row: layout.titleRow, column: 0, rows: 1, columns });
  add(STYLES.subtitle, { row: layout.subtitleRow, column: 0, rows: 1, columns });
  if (parameterRow !== undefined) {
    add(STYLES.parameterLabel, { row: parameterRow, column: 0, rows: 1, columns: spec.parameters.length });
    for (const [column, { value }] of spec.parameters.entries()) {
      add(isExpression(value) ? STYLES.computed : STYLES.input, cell(parameterRow + 1, column));
    }
  }
  for (const table of layout.tables) {
    const width = table.spec.columns.length;
    if (table.titleRow !== undefined)
      add(STYLES.tableTitle, { row: table.titleRow, column: 0, rows: 1, columns: width });
    for (const [index, line] of table.spec.above.entries()) {
      const row = table.aboveRow + index;
      add(line.role === 'total' ? STYLES.total : STYLES.check, { row, column: 0, rows: 1, columns: width });
      if (line.role !== 'input') continue;
      for (const [key, content] of Object.entries(line.cells)) {
        if (!isExpression(content)) add(STYLES.input, cell(row, columnIndex(table, key)));
      }
    }
    const headings = { row: headingRowOf(table), column: 0, rows: 1, columns: width };
    if (table.spec.headline) {
      add(STYLES.headlineLabel, headings);
      add(STYLES.headline, { ...headings, row: table.firstRow, rows: table.rows });
      continue;
    }
    add(STYLES.heading, headings);
    for (const column of table.spec.columns) {
      for (const { computed, area } of roleAreas(table, column)) {
        add(computed ? STYLES.computed : STYLES.input, area);
      }
      if (table.room > 0) add(isComputed(column) ? STYLES.computed : STYLES.input, roomBelow(table, column));
      if (column.wrap) add(STYLES.wrapped, bodyArea(table, column.key));
    }
  }
  return [...areas]
    .map(([style, list]): Op => ({ op: 'style', areas: merged(list), style }))
    .concat(alignments(layout));
}

function alignments(layout: Layout): Op[] {
  const areas = new Map<NonNullable<Style['horizontal']>, Area[]>();
  const add = (format: Format, area: Area): void => {
    const side = ALIGNMENT[format];
    addTo(areas, side, area);
  };
  for (const table of layout.tables) {
    // Labels over their figures read as a form does: one edge for both.
    for (const { key, format, lights, centred } of table.spec.columns)
      if (table.spec.headline) add('text', withHeading(figuresArea(table, key)));
      else add((centred ?? lights !== undefined) ? 'check' : format, withHeading(figuresArea(table, key)));
    for (const [index, line] of table.spec.above.entries()) {
      for (const key of Object.keys(line.cells)) {
        const column = columnIndex(table, key);
        const format = table.spec.columns[column]?.format ?? 'text';
        add(line.format === 'check' ? 'check' : format, cell(table.aboveRow + index, column));
      }
    }
  }
  const { parameterRow, spec } = layout;
  if (parameterRow !== undefined) {
    // A strip of labels over their values reads as a form: one edge for all of them.
    add('text', { row: parameterRow, column: 0, rows: 2, columns: spec.parameters.length });
  }
  return [...areas].map(([horizontal, list]) => ({ op: 'style', areas: merged(list), style: { horizontal } }));
}

/** Ten thousand rows may have an area each. */
function addTo<Key>(areas: Map<Key, Area[]>, key: Key, area: Area): void {
  const list = areas.get(key);
  if (list) list.push(area);
  else areas.set(key, [area]);
}

/** Rows to come look like rows. */
function roomBelow(table: TableLayout, { key }: ColumnSpec): Area {
  const body = bodyArea(table, key);
  return { ...body, row: body.row + body.rows, rows: table.room };
}

/** Headings stand over their figures. */
function withHeading(area: Area): Area {
  return { ...area, row: area.row - 1, rows: area.rows + 1 };
}

/** Bars by a rule, where the host has one. */
export function bars({ dialect, tables }: Layout): Op[] {
  if (!dialect.drawsBars) return [];
  return tables.flatMap(table =>
    table.spec.columns.flatMap(({ key, longest }): Op[] =>
      longest === undefined ? [] : [{ op: 'bars', areas: [bodyArea(table, key)], longest, color: BAR_COLOR }],
    ),
  );
}

export function lights(layout: Layout): Op[] {
  const areas = new Map<readonly Light[], Area[]>();
  for (const table of layout.tables) {
    for (const { key, lights: list } of table.spec.columns) {
      if (list) addTo(areas, list, figuresArea(table, key));
    }
  }
  return [...areas].map(([list, where]) => ({ op: 'lights', areas: merged(where), lights: list }));
}

/** Areas that touch side by side become one, so that a host has less to do. */
function merged(areas: readonly Area[]): Area[] {
  const result: Area[] = [];
  for (const area of areas) {
    const last = result[result.length - 1];
    if (last && last.row === area.row && last.rows === area.rows && last.column + last.columns === area.column) {
      result[result.length - 1] = { ...last, columns: last.columns + area.columns };
    } else {
      result.push(area);
    }
  }
  return result;
}
