/** What a row of the result holds; figures are texts, since a number would lose digits. */
export type ResultCell = string | null;

/**
 * A file that a spreadsheet reads as it is meant: UTF-8 that says so, a text that could be a formula behind an
 * apostrophe, which the import takes off again, decimals without the zeros that nobody wrote.
 */
export function csvText(headings: readonly string[], names: number, rows: readonly (readonly ResultCell[])[]): string {
  const lines = [
    headings.map(quoted),
    ...rows.map(row =>
      row.map((cell, column) => quoted(cell === null ? '' : column < names ? plain(cell) : shorter(cell))),
    ),
  ];
  return `\uFEFF${lines.map(line => line.join(',')).join('\r\n')}\r\n`;
}

function plain(name: string): string {
  return /^['\s]*[=+\-@]/.test(name) ? `'${name}` : name;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.split('"').join('""')}"` : text;
}

function shorter(figure: string): string {
  const short = figure.includes('.') ? figure.replace(/\.?0+$/, '') : figure;
  return short === '-0' ? '0' : short;
}
