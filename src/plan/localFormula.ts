/**
 * Sheets reads a formula that a script writes by the spreadsheet's own locale. Where the decimal sign is a comma,
 * arguments are separated by semicolons and the columns of an array literal by backslashes.
 */
export function localFormula(formula: string, locale: string): string {
  if (!hasDecimalComma(locale)) return formula;
  const isInArray = brackets();
  return formula.replace(TOKEN, token => {
    const inArray = isInArray(token);
    if (token === ',') return inArray ? '\\' : ';';
    return NUMBER.test(token) ? token.replace('.', ',') : token;
  });
}

function hasDecimalComma(locale: string): boolean {
  try {
    return new Intl.NumberFormat(locale.replace(/_/g, '-')).format(1.5).includes(',');
  } catch {
    return false;
  }
}

/** Follows the brackets of a formula: whether the innermost that is open is an array's brace. */
function brackets(): (token: string) => boolean {
  const open: string[] = [];
  return token => {
    if (token === '(' || token === '{') open.push(token);
    if (token === ')' || token === '}') open.pop();
    return open[open.length - 1] === '{';
  };
}

/** A quoted text or sheet name, a word or reference, a number, a bracket, a comma. */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_$][\p{L}\p{N}_.$!:]*|\d+\.\d+|\.\d+|[(){},]/gu;
const NUMBER = /^\d*\.\d+$/;

/** The other way round: a formula as a spreadsheet with a decimal comma hands it out, in English notation. */
export function standardFormula(formula: string, locale: string): string {
  if (!hasDecimalComma(locale)) return formula;
  const isInArray = brackets();
  return formula.replace(LOCAL_TOKEN, token => {
    const inArray = isInArray(token);
    if (token === '\\') return ',';
    if (token === ';') return inArray ? ';' : ',';
    return LOCAL_NUMBER.test(token) ? token.replace(',', '.') : token;
  });
}

const LOCAL_TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_$][\p{L}\p{N}_.$!:]*|\d+,\d+|,\d+|[(){};\\]/gu;
const LOCAL_NUMBER = /^\d*,\d+$/;
