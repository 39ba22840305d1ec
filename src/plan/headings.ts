import type { Label } from './relabel.ts';

/** What stands before the headings in a formula of `headedColumn`, `headedTable` or `headedList`. */
const BEFORE =
  /^=(?:ARRAYFORMULA\((?:IF\(ROW\([^()]*\)=ROW\([^()]*\)[,;]|(?:IFNA\()?VSTACK\()|(?:_xldudf_)?KPI[._]WITH_HEADINGS\()\{?/i;
const TEXT = /^"((?:[^"]|"")*)"([,\\]?)/;

interface Headings {
  readonly start: number;
  readonly end: number;
  readonly texts: readonly string[];
  /** What parts them. */
  readonly sign: string;
}

function find(formula: string): Headings | undefined {
  const [before] = BEFORE.exec(formula) ?? [];
  if (before === undefined) return undefined;
  const texts: string[] = [];
  let sign = ',';
  let end = before.length;
  const several = before.endsWith('{');
  for (;;) {
    const [whole, text, parted = ''] = TEXT.exec(formula.slice(end)) ?? [];
    if (whole === undefined || text === undefined) break;
    texts.push(text.replace(/""/g, '"'));
    end += several ? whole.length : whole.length - parted.length;
    if (!several || parted === '') break;
    sign = parted;
  }
  return texts.length > 0 ? { start: before.length, end, texts, sign } : undefined;
}

/** The headings that a formula shows, from its own cell to the right; none where it computes something else. */
export function headingsIn(formula: string): readonly string[] {
  return find(formula)?.texts ?? [];
}

/** The same formula with other headings, in the spreadsheet's own notation. */
export function withHeadings(formula: string, texts: readonly string[]): string {
  const found = find(formula);
  if (!found) return formula;
  const quoted = texts.map(text => `"${text.replace(/"/g, '""')}"`).join(found.sign);
  return formula.slice(0, found.start) + quoted + formula.slice(found.end);
}

/** Formulas with other headings, and the labels that stand in none: a text over a formula's heading would break it all. */
export function reheaded(labels: readonly Label[], formulaAt: (row: number, column: number) => string) {
  const anew = new Map<string, { readonly row: number; readonly column: number; readonly formula: string }>();
  const written = labels.filter(({ row, column, text }) => {
    let first = column;
    while (first > 0 && formulaAt(row, first) === '') first--;
    const key = `${row} ${first}`;
    const formula = anew.get(key)?.formula ?? formulaAt(row, first);
    const headings = [...headingsIn(formula)];
    if (column - first >= headings.length) return true;
    headings[column - first] = text;
    anew.set(key, { row, column: first, formula: withHeadings(formula, headings) });
    return false;
  });
  return { anew: [...anew.values()], written };
}

/** `=ARRAYFORMULA(IF(ROW(A$7:A$9)=ROW(A$7),"Heading",rows))`: what it computes below its heading. */
export function rowsBelow(formula: string): { readonly heading: string; readonly rows: string } | undefined {
  const found = /^=ARRAYFORMULA\(IF\(/i.test(formula) ? find(formula) : undefined;
  const [heading] = found?.texts ?? [];
  if (!found || heading === undefined) return undefined;
  return { heading, rows: `=${withoutFilters(withoutTests(formula.slice(found.end + 1, -2)))}` };
}

/** `=ARRAYFORMULA(VSTACK("Heading",list))`, `=KPI.WITH_HEADINGS("Heading",list)`: the list below its headings. */
export function listBelow(
  formula: string,
): { readonly headings: readonly string[]; readonly list: string } | undefined {
  const isStacked = /^=ARRAYFORMULA\((?:IFNA\()?VSTACK\(/i.test(formula);
  const found = isStacked || /^=(?:_xldudf_)?KPI[._]WITH_HEADINGS\(/i.test(formula) ? find(formula) : undefined;
  if (!found) return undefined;
  const several = formula[found.end] === '}';
  const after = isStacked ? (several ? '),""))' : '))') : ')';
  const list = formula.slice(found.end + (several ? 2 : 1), -after.length);
  return { headings: found.texts, list: `=${withoutFilters(list)}` };
}

const FILTER = /FILTER\(([^(),]+),ROW\(([^(),]+)\)>ROW\(([^(),]+)\)\)/gi;

/** The rows below a heading, as a range that begins below it. */
function withoutFilters(text: string): string {
  return text.replace(FILTER, (whole, range: string) => belowFirst(range) ?? whole);
}

function belowFirst(range: string): string | undefined {
  const [, start, row, rest] = /^(.*\$?[A-Z]+\$?)(\d+)(:.+)$/i.exec(range) ?? [];
  return start === undefined || rest === undefined ? undefined : `${start}${Number(row) + 1}${rest}`;
}

const TEST = /IF\(ROW\([^()]*\)=ROW\([^()]*\),"",/;

/** Below the heading it need not be kept away from anything. */
function withoutTests(text: string): string {
  const { index, 0: test } = TEST.exec(text) ?? { index: -1, 0: '' };
  if (index < 0) return text;
  const start = index + test.length;
  let open = 1;
  let end = start;
  for (const { 0: sign, index: at } of text.slice(start).matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[()]/g)) {
    if (sign === '(') open++;
    else if (sign === ')') open--;
    end = start + at;
    if (open === 0) break;
  }
  return withoutTests(text.slice(0, index) + text.slice(start, end) + text.slice(end + 1));
}
