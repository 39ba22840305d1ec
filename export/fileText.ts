import type { Cell, WriteSheet } from 'hucre';

/**
 * A text as a file holds it: Excel reads "_x0041_" in a file as the character with that number, so the underscore of
 * a text that looks so is written as one. https://learn.microsoft.com/openspecs/office_standards/ms-oi29500 (ST_Xstring)
 */
export function fileText(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** A sheet whose texts come out of the file as they are. */
export function withFileTexts(sheet: WriteSheet): WriteSheet {
  const cells = new Map([...(sheet.cells ?? [])].map(([place, cell]) => [place, withTexts(cell)]));
  const tables = sheet.tables?.map(table => ({
    ...table,
    columns: table.columns.map(column => ({ ...column, name: fileText(column.name) })),
  }));
  return { ...sheet, cells, ...(tables && { tables }) };
}

function withTexts(cell: Partial<Cell>): Partial<Cell> {
  const { value, formulaResult, comment } = cell;
  return {
    ...cell,
    ...(typeof value === 'string' && { value: fileText(value) }),
    ...(typeof formulaResult === 'string' && { formulaResult: fileText(formulaResult) }),
    ...(comment && { comment: { ...comment, text: fileText(comment.text) } }),
  };
}
