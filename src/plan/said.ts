import { serialOfIso } from '../kernel/calendar.ts';
import type { Language, Text } from '../kernel/text.ts';
import type { Expression } from './expression.ts';
import type { Condition, Light } from './op.ts';
import type { AboveRow, ColumnSpec, Format, Literal, ParameterSpec, SheetSpec, TableSpec } from './sheetSpec.ts';

/** As a figure is shown; an amount as the form says for the whole sheet. */
export type SaidFormat = Format | 'amount';

/** What a cell holds: words in the sheet's language, and a day as yyyy-mm-dd where days are shown. */
export type SaidCell = Literal | Text | Expression | undefined;

/** A light that is switched on by a word, in the sheet's language. */
interface WordLight extends Omit<Light, 'condition'> {
  readonly word: Text;
}
export type SaidLight = Light | WordLight;

interface Said {
  readonly format: SaidFormat;
  /** The words that are offered, and no other may be typed. */
  readonly choices?: readonly Text[] | undefined;
}

export interface Column extends Omit<ColumnSpec, 'format' | 'lights'>, Said {
  readonly lights?: readonly SaidLight[];
}

/** A cell of the strip. */
export interface StripCell extends Omit<ParameterSpec, 'format' | 'value'>, Said {
  readonly value?: SaidCell;
}

export interface RowAbove extends Omit<AboveRow, 'format' | 'cells'> {
  readonly format?: SaidFormat;
  readonly cells: Readonly<Record<string, SaidCell>>;
}

export type Row = Readonly<Record<string, SaidCell>>;

export interface Table extends Omit<TableSpec, 'columns' | 'rows' | 'rowFormats' | 'spare' | 'above'> {
  readonly columns: readonly Column[];
  /** What stands in them, or only how many there are. */
  readonly rows: readonly Row[] | number;
  readonly rowFormats?: readonly SaidFormat[];
  readonly spare?: number;
  readonly above?: readonly RowAbove[];
}

/** A sheet's tables and strip as a template says them: once, for every language and every way to show amounts. */
export interface SaidSheet<Strip = StripCell> extends Pick<SheetSpec, 'form'> {
  readonly amounts?: Format;
  readonly needs?: SheetSpec['needs'];
  readonly strip: readonly Strip[];
  readonly tables: readonly Table[];
  /** Where it is not the template's. */
  readonly subtitle?: Text;
}

type Settled = Pick<SheetSpec, 'form' | 'needs' | 'parameters' | 'tables'>;

/** The same for one language and one way to show amounts. */
export function settle({ amounts = 'money', strip, tables, needs = [], form }: SaidSheet, language: Language): Settled {
  const format = (said: SaidFormat): Format => (said === 'amount' ? amounts : said);
  const cell = (said: SaidCell, shown: SaidFormat): Literal | Expression => {
    if (typeof said === 'string') return shown === 'date' || shown === 'month' ? serialOfIso(said) : said;
    // Words that are blank leave the cell so.
    return isText(said) ? said[language] || null : (said ?? null);
  };
  const rule = (choices: Said['choices']) =>
    choices && ({ rule: { kind: 'list', values: choices.map(word => word[language]) } } as const);
  const lights = listsOnce((list: readonly SaidLight[]) => list.map(light => settledLight(light, language)));
  const column = ({ choices, lights: list, ...said }: Column): ColumnSpec => ({
    ...said,
    format: format(said.format),
    ...rule(choices),
    ...(list && { lights: lights(list) }),
  });
  const row = (said: Row, formats: ReadonlyMap<string, SaidFormat>): TableSpec['rows'][number] =>
    mapped(said, (content, key) => cell(content, formats.get(key) ?? 'text'));
  const table = ({ columns, rows, rowFormats, spare = 0, above = [], ...said }: Table): TableSpec => {
    const formats = new Map(columns.map(({ key, format: shown }) => [key, shown]));
    const lines = typeof rows === 'number' ? Array.from({ length: rows }, (): Row => ({})) : rows;
    return {
      ...said,
      spare,
      columns: columns.map(column),
      rows: lines.map(line => row(line, formats)),
      ...(rowFormats && { rowFormats: rowFormats.map(format) }),
      above: above.map(({ cells, format: shown, ...line }) => ({
        ...line,
        ...(shown && { format: format(shown) }),
        cells: mapped(cells, content => cell(content, 'text')),
      })),
    };
  };
  return {
    ...(form && { form }),
    ...(needs.length > 0 && { needs }),
    parameters: strip.map(({ choices, value, ...said }) => ({
      ...said,
      format: format(said.format),
      value: cell(value, said.format),
      ...rule(choices),
    })),
    tables: tables.map(table),
  };
}

export function isText(said: unknown): said is Text {
  return typeof said === 'object' && said !== null && 'en' in said;
}

function settledLight(light: SaidLight, language: Language): Light {
  if (!('word' in light)) return light;
  const { word, ...colors } = light;
  const condition: Condition = { when: 'textIs', value: word[language] };
  return { condition, ...colors };
}

/** Columns that share a list of lights share one rule in the host. */
function listsOnce<From, To>(make: (list: From) => To): (list: From) => To {
  const made = new Map<From, To>();
  return list => {
    const known = made.get(list) ?? make(list);
    made.set(list, known);
    return known;
  };
}

function mapped<From, To>(
  record: Readonly<Record<string, From>>,
  change: (content: From, key: string) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, content]) => [key, change(content, key)]));
}
