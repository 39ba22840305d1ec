/** What Sheets says of a formula that it cannot read. */
export const PARSE_ERROR = 'Formula parse error.';

/** A text, a quoted sheet name, a number, a word or reference, a sign that stands for itself. */
const token = (number: string): RegExp =>
  new RegExp(`"(?:[^"]|"")*"|'(?:[^']|'')*'|${number}|[\\p{L}_$][\\p{L}\\p{N}_.$!:]*|[(){},;\\\\]`, 'gu');
const ENGLISH = token('\\d+\\.\\d+');
const LOCAL = token('\\d+[.,]\\d+');

/**
 * A formula of a spreadsheet with a decimal comma in English notation: arguments are parted by semicolons, the cells
 * of an array's row by backslashes. https://support.google.com/docs/answer/6208276
 */
export function fromDecimalComma(formula: string): string {
  const open: string[] = [];
  return formula.replace(LOCAL, token => {
    if (token === '(' || token === '{') open.push(token);
    if (token === ')' || token === '}') open.pop();
    const isArray = open.at(-1) === '{';
    if (token === ',' || (token === '\\' && !isArray)) throw new Error(PARSE_ERROR);
    if (token === '\\') return ',';
    if (token === ';') return isArray ? ';' : ',';
    if (/^\d+\.\d+$/.test(token)) throw new Error(PARSE_ERROR);
    return /^\d+,\d+$/.test(token) ? token.replace(',', '.') : token;
  });
}

/** The other way round: as such a spreadsheet hands it out. */
export function toDecimalComma(formula: string): string {
  const open: string[] = [];
  return formula.replace(ENGLISH, token => {
    if (token === '(' || token === '{') open.push(token);
    if (token === ')' || token === '}') open.pop();
    if (token === ',') return open.at(-1) === '{' ? '\\' : ';';
    return /^\d+\.\d+$/.test(token) ? token.replace('.', ',') : token;
  });
}

/** Where the decimal sign is a point, semicolons part arguments all the same. */
export function fromDecimalPoint(formula: string): string {
  const open: string[] = [];
  return formula.replace(ENGLISH, token => {
    if (token === '(' || token === '{') open.push(token);
    if (token === ')' || token === '}') open.pop();
    if (token === '\\') throw new Error(PARSE_ERROR);
    return token === ';' && open.at(-1) !== '{' ? ',' : token;
  });
}
