import { largestOf } from '../kernel/lists.ts';
import type { Layout } from './layout.ts';
import type { Format } from './sheetSpec.ts';
import { isExpression } from './sheetSpec.ts';
import { STYLES } from './theme.ts';

const PIXELS_PER_CHARACTER = 8;
const PADDING = 22;
const NARROWEST = 72;
const WIDEST = 260;
/** Words that are there to be read, and the first column, which holds what the others are about. */
const WIDEST_WORDS = 380;
/** Widths in steps look calmer, and neighbours of one width are set at once. */
const STEP = 20;
/** Points of a cell that no style says anything about. */
const DEFAULT_SIZE = 11;
/** The labels of the strip are in smaller letters. */
const LABEL_SIZE = 0.85;

/** What a figure of this format needs, in characters. */
const CHARACTERS: Readonly<Record<Format, number>> = {
  text: 8,
  number: 7,
  integer: 7,
  rank: 6,
  money: 12,
  cents: 14,
  wan: 10,
  yi: 10,
  percent: 8,
  points: 8,
  factor: 6,
  date: 11,
  month: 9,
  check: 7,
  bar: 16,
};

/** Widths in pixels that hold the texts of both the headings and the cells; a Chinese character is two wide. */
export function columnWidths(layout: Layout): number[] {
  const { spec, language } = layout;
  return Array.from({ length: layout.columns }, (_, index) => {
    // Titles of tables stand in the first column, and run over the next one where they have to.
    let characters = index === 0 ? 9 : 6;
    const need = (wanted: number): void => {
      characters = Math.max(characters, wanted);
    };
    const parameter = spec.parameters[index];
    if (parameter) {
      need(LABEL_SIZE * textWidth(parameter.label[language]));
      need(CHARACTERS[parameter.format]);
      // A list leaves room for its arrow.
      const arrow = parameter.rule?.kind === 'list' ? 4 : 0;
      if (typeof parameter.value === 'string') need(textWidth(parameter.value) + arrow);
    }
    let fixed: number | undefined;
    let words = index === 0;
    for (const table of spec.tables) {
      const column = table.columns[index];
      if (!column) continue;
      fixed = Math.max(fixed ?? 0, column.width ?? 0) || undefined;
      words ||= column.fixed === true;
      if (table.headline) {
        need(LABEL_SIZE * headingWidth(column.label[language]));
        need((CHARACTERS[column.format] * STYLES.headline.size) / DEFAULT_SIZE);
        continue;
      }
      need(headingWidth(column.label[language]));
      need(CHARACTERS[column.format]);
      if (column.formattedByRow) for (const format of table.rowFormats ?? []) need(CHARACTERS[format]);
      for (const row of table.rows) {
        const cell = row[column.key];
        if (typeof cell === 'string') need(textWidth(cell));
      }
      for (const line of table.above) {
        if (index === 0) need(textWidth(line.label[language]));
        const cell = line.cells[column.key];
        if (typeof cell === 'string' && !isExpression(cell)) need(textWidth(cell));
      }
    }
    const wanted = Math.max(NARROWEST, fixed ?? 0, characters * PIXELS_PER_CHARACTER + PADDING);
    return Math.min(words ? WIDEST_WORDS : WIDEST, STEP * Math.ceil(wanted / STEP));
  });
}

/** The widest title, which runs over the columns beside it where there is nothing in them. */
export function titlesWidth({ spec, language }: Layout): number {
  const tables = spec.tables.map(({ title }) => textWidth(title?.[language] ?? '') * STYLES.tableTitle.size);
  const widest = largestOf([textWidth(spec.title) * STYLES.title.size, ...tables]);
  return (PIXELS_PER_CHARACTER * widest) / DEFAULT_SIZE;
}

/** A long heading breaks into two lines, but never inside a word. */
function headingWidth(heading: string): number {
  const words = heading.split(/\s+/).map(textWidth);
  const width = textWidth(heading);
  return Math.max(...words, width > 14 ? Math.ceil(width / 2) : width) + 2;
}

function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0x2e7f ? 2 : 1;
  return width;
}
