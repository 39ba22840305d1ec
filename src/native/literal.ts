import type { Argument, Cell } from '../kernel/cell.ts';

/** The value of an argument that is typed into the formula, or undefined where it has to be computed. */
export function literalOf(text: string): Argument | undefined {
  const said = text.trim();
  return said.startsWith('{') && said.endsWith('}') ? arrayOf(said.slice(1, -1)) : cellOf(said);
}

function cellOf(text: string): Cell | undefined {
  if (STRING.test(text)) return text.slice(1, -1).replace(/""/g, '"');
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  const [, figure, percent] = NUMBER.exec(text) ?? [];
  if (figure === undefined) return undefined;
  return percent ? Number(figure) / 100 : Number(figure);
}

function arrayOf(inside: string): Argument | undefined {
  let row: Cell[] = [];
  const rows = [row];
  for (const [token] of inside.matchAll(ELEMENT)) {
    if (token === ';') {
      row = [];
      rows.push(row);
    }
    if (token !== ',' && token !== ';') {
      const cell = cellOf(token.trim());
      if (cell === undefined) return undefined;
      row.push(cell);
    }
  }
  return rows;
}

const STRING = /^"(?:[^"]|"")*"$/;
const NUMBER = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%)?$/i;
const ELEMENT = /"(?:[^"]|"")*"|[^,;"]+|[,;]/g;
