import { tokenize } from '@borgar/fx';
import { isOurs } from '../native/toNative.ts';
import type { Dialect } from '../plan/dialect.ts';
import { DUMMY } from './check.ts';

const NAME = /^(?:_xldudf_)?KPI[._](.+)$/i;

/** Whether a formula calls our functions as another host or a stored file does. */
export function isForeign(formula: string, { functionName }: Dialect): boolean {
  if (DUMMY.test(formula)) return true;
  return tokenize(formula, { mergeRefs: true }).some(
    ({ type, value }) => type === 'func' && isOurs(value) && value.toUpperCase() !== own(value, functionName),
  );
}

/** A formula as this host writes it, wherever it came from. */
export function inOwnNotation(formula: string, dialect: Dialect): string {
  const bare = DUMMY.test(formula) ? withoutDummy(formula) : formula;
  const renamed = tokenize(bare, { mergeRefs: true })
    .map(({ type, value }) => (type === 'func' && isOurs(value) ? own(value, dialect.functionName) : value))
    .join('');
  return dialect.computedColumns === 'array' ? withoutBlankTests(renamed) : withoutArrayFormula(renamed);
}

function own(name: string, functionName: Dialect['functionName']): string {
  return functionName((NAME.exec(name)?.[1] ?? '').toUpperCase());
}

/** IFERROR(__xludf.DUMMYFUNCTION("KPI_NPS(A1:A9)"),40) → KPI_NPS(A1:A9) */
function withoutDummy(formula: string): string {
  const [, quoted] = /__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\)/i.exec(formula) ?? [];
  return quoted === undefined ? formula : `=${quoted.replace(/""/g, '"')}`;
}

/** What other cells of such an array hold: the value that they had, and no formula. */
export function isDummyValue(formula: string): boolean {
  return /__xludf\.DUMMYFUNCTION\("""COMPUTED_VALUE"""\)/i.test(formula);
}

function withoutArrayFormula(formula: string): string {
  return formula.replace(/^=\s*ARRAYFORMULA\((.*)\)$/is, '=$1');
}

/** Google Sheets hands blanks over as they are, and would take one cell of the range only. */
function withoutBlankTests(formula: string): string {
  return formula.replace(
    /\bIF\(((?:'(?:[^']|'')*'!|[\p{L}\p{N}_.]+!)?\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+)="","",\1\)/giu,
    '$1',
  );
}
