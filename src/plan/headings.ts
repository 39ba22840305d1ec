/** The texts that a formula of `headedColumn` or `headedTable` begins its column, or its columns, with. */
const BEFORE = /^=ARRAYFORMULA\((?:IF\(ROW\([^()]*\)=ROW\([^()]*\)[,;]|(?:IFNA\()?VSTACK\()\{?/i;
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

/** `=ARRAYFORMULA(IF(ROW(A$7:A$9)=ROW(A$7),"Heading",rows))`: what it computes below its heading. */
export function rowsBelow(formula: string): { readonly heading: string; readonly rows: string } | undefined {
  const found = /^=ARRAYFORMULA\(IF\(/i.test(formula) ? find(formula) : undefined;
  const [heading] = found?.texts ?? [];
  if (!found || heading === undefined) return undefined;
  return { heading, rows: `=${withoutFilters(withoutTests(formula.slice(found.end + 1, -2)))}` };
}

/** `=ARRAYFORMULA(VSTACK("Heading",list))`: the list below its headings. */
export function listBelow(
  formula: string,
): { readonly headings: readonly string[]; readonly list: string } | undefined {
  const found = /^=ARRAYFORMULA\((?:IFNA\()?VSTACK\(/i.test(formula) ? find(formula) : undefined;
  if (!found) return undefined;
  const several = formula[found.end] === '}';
  const list = several ? formula.slice(found.end + 2, -'),""))'.length) : formula.slice(found.end + 1, -2);
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
