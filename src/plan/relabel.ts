import { addAll } from '../kernel/lists.ts';
import { type Language, languages, say, type Text } from '../kernel/text.ts';
import type { Field } from './field.ts';
import { formerly } from './formerly.ts';
import type { SheetSpec } from './sheetSpec.ts';
import { initialValues, Problems, type Template } from './template.ts';

/** A text in a cell, or a note on it; row and column count from 0. */
export interface Label {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What a sheet says: its texts but for those that formulas show, and its notes. */
export interface SheetTexts {
  readonly cells: readonly Label[];
  readonly notes: readonly Label[];
}

/** What is written over what stands there. */
export type Labels = SheetTexts;

/** What a template can say: one sheet in both languages. */
export interface Wording {
  readonly spec: SheetSpec;
  readonly title: Text;
}

/** By what stands in a cell, in either language, what it is to say. */
type Words = ReadonlyMap<string, string>;

/** A row that is told by its words: labels of parameters, or headings. */
interface WordRow {
  readonly words: Words;
  readonly notes: Words;
  /** So many of its words have to be there. */
  readonly least: number;
  readonly headings: boolean;
}

/**
 * A sheet's labels in the other language, known by their texts wherever people have moved them. What stands below
 * headings is the user's own, even where it is one of our words.
 */
export function relabel({ cells, notes }: SheetTexts, wordings: readonly Wording[], to: Language): Labels {
  const wordRows = wordings.flatMap(({ spec }) => wordRowsOf(spec, to));
  const titles = wordsOf(wordings.flatMap(titlesOf), to);
  const filled = wordsOf(wordings.flatMap(filledTitlesOf), to);
  const lines = wordsOf(
    wordings.flatMap(({ spec }) => linesOf(spec)),
    to,
  );
  const result: { cells: Label[]; notes: Label[] } = { cells: [], notes: [] };
  let inBody = false;
  for (const row of byRow(cells)) {
    const known = mostLike(row, wordRows);
    const [first] = row;
    const alone = first?.column === 0 && row.length === 1 ? first : undefined;
    if (known) {
      addAll(result.cells, reworded(row, known.words));
      const own = notes.filter(note => note.row === first?.row);
      addAll(result.notes, reworded(own, known.notes));
      inBody = known.headings;
    } else if (alone && titles.has(alone.text)) {
      addAll(result.cells, reworded([alone], titles));
      inBody = filled.has(alone.text);
    } else if (first?.column === 0 && !inBody) addAll(result.cells, reworded([first], lines));
  }
  return result;
}

/** All that a template says, whichever of its options were chosen when a sheet was made. */
export function wordingsOf(template: Template, today: string): Wording[] {
  const initial = { en: valuesIn(template, 'en', today), zh: valuesIn(template, 'zh', today) };
  const options = Object.entries(template.fields).flatMap(([key, field]) => {
    const { control, choices = [] } = field;
    const values: unknown[] = control === 'toggle' ? [true, false] : choices.map(({ value }) => value);
    // A list that begins empty may bring a table and columns of its own.
    if (control === 'lines' && Object(initial.en[key]).length === 0) values.push([anyLine(field, today)]);
    return values.map((value): Record<string, unknown> => ({ [key]: value }));
  });
  const none: Record<string, unknown> = {};
  return [none, ...options].flatMap(option => {
    const en = template.build({ ...initial.en, ...option }, 'en');
    const zh = template.build({ ...initial.zh, ...option }, 'zh');
    return en instanceof Problems || zh instanceof Problems ? [] : [{ spec: en, title: say(en.title, zh.title) }];
  });
}

function anyLine({ columns = [] }: Field, today: string): Readonly<Record<string, unknown>> {
  const cells = { text: 'A', number: 1, date: today };
  return Object.fromEntries(columns.map(({ key, type }) => [key, cells[type]]));
}

function valuesIn(template: Template, language: Language, today: string): Record<string, unknown> {
  return initialValues(template, { language, today });
}

function wordRowsOf({ parameters, tables }: SheetSpec, to: Language): WordRow[] {
  const rowOf = (said: readonly { readonly label: Text; readonly note?: Text }[], headings: boolean): WordRow => ({
    words: wordsOf(
      said.map(({ label }) => label),
      to,
    ),
    notes: wordsOf(
      said.flatMap(({ note }) => note ?? []),
      to,
    ),
    least: Math.min(said.length, Math.max(2, Math.ceil(said.length / 2))),
    headings,
  });
  // Words that a formula brings are not written over: the row is known, and stays.
  const standing = (row: WordRow): WordRow => ({
    ...row,
    words: new Map([...row.words.keys()].map(word => [word, word])),
  });
  const rows = [
    rowOf(parameters, false),
    ...tables.map(({ columns, headless }) => (headless ? standing(rowOf(columns, true)) : rowOf(columns, true))),
  ];
  return rows.filter(({ least }) => least > 0);
}

function titlesOf({ spec, title }: Wording): Text[] {
  return [title, spec.subtitle, ...spec.tables.flatMap(table => table.title ?? [])];
}

/** Below them stands what a formula fills, headings and all. */
function filledTitlesOf({ spec }: Wording): Text[] {
  return spec.tables.flatMap(({ headless, title }) => (headless && title ? [title] : []));
}

function linesOf({ tables }: SheetSpec): Text[] {
  return tables.flatMap(({ above }) => above.map(({ label }) => label));
}

function wordsOf(texts: readonly Text[], to: Language): Words {
  const words = new Map<string, string>();
  for (const text of texts) words.set(text[to], text[to]);
  const add = (said: string, text: Text): void => {
    if (!words.has(said)) words.set(said, text[to]);
  };
  for (const text of texts) for (const language of languages) add(text[language], text);
  for (const text of texts)
    for (const language of languages) for (const said of formerly(text[language])) add(said, text);
  return words;
}

function byRow(cells: readonly Label[]): Label[][] {
  const rows = new Map<number, Label[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row.sort((a, b) => a.column - b.column));
}

function mostLike(row: readonly Label[], wordRows: readonly WordRow[]): WordRow | undefined {
  let found: WordRow | undefined;
  let most = 0;
  for (const wordRow of wordRows) {
    const count = row.filter(({ text }) => wordRow.words.has(text)).length;
    if (count < wordRow.least || count <= most) continue;
    found = wordRow;
    most = count;
  }
  return found;
}

function reworded(labels: readonly Label[], words: Words): Label[] {
  return labels.flatMap(({ row, column, text }) => {
    const said = words.get(text);
    return said === undefined || said === text ? [] : [{ row, column, text: said }];
  });
}
