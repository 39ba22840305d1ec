import { type Argument, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import type { KpiFunction } from '../../src/kernel/function.ts';
import { languageOf } from '../../src/kernel/text.ts';
import { blanksOf, canBeAsked } from './blankGuard.ts';
import { argumentFromExcel, type ExcelCell, errorToExcel, matrixToExcel } from './cells.ts';

/** What Excel calls, by name. */
export function excelFunctions(functions: readonly KpiFunction[]): ReadonlyMap<string, Run> {
  return new Map(functions.map(fn => [fn.name, excelFunction(fn)]));
}

type Addresses = readonly (string | null | undefined)[];

export type Run = (...given: unknown[]) => ExcelCell[][] | Promise<ExcelCell[][]>;

/** A function of ours as Excel calls it: the arguments, then the invocation. */
function excelFunction(fn: KpiFunction): Run {
  return (...given) => {
    const invocation = given.at(-1) as CustomFunctions.Invocation;
    const addresses = invocation.parameterAddresses ?? [];
    const args = given.slice(0, -1).map((argument, index) => argumentFromExcel(argument, addresses[index]));
    while (args.length > 0 && args.at(-1) === undefined) args.pop();
    const doubtful = args.flatMap((argument, index) =>
      holdsZero(argument) && canBeAsked(addresses[index]) ? [index] : [],
    );
    return doubtful.length === 0 ? answer(fn, args) : answerGuarded(fn, args, addresses, doubtful);
  };
}

function answer(fn: KpiFunction, args: readonly Argument[]): ExcelCell[][] {
  const language = languageOf(Office.context?.displayLanguage);
  const result = fn.call(args);
  // A thrown error shows its message; one that is returned inside a matrix is the cell's own.
  if (result instanceof CellError) throw errorToExcel(result, language);
  return matrixToExcel(result, language);
}

async function answerGuarded(
  fn: KpiFunction,
  args: readonly Argument[],
  addresses: Addresses,
  doubtful: readonly number[],
): Promise<ExcelCell[][]> {
  const guarded = [...args];
  try {
    await Promise.all(
      doubtful.map(async index => {
        const blanks = await blanksOf(String(addresses[index]));
        guarded[index] = withBlanks(args[index], blanks);
      }),
    );
  } catch {
    throw errorToExcel(UNANSWERED, languageOf(Office.context?.displayLanguage));
  }
  return answer(fn, guarded);
}

const UNANSWERED = new CellError('#N/A', {
  en: 'Excel did not say which of these cells are blank; recalculate with Ctrl+Alt+F9',
  zh: 'Excel 未能说明哪些单元格为空；请按 Ctrl+Alt+F9 重新计算',
});

function holdsZero(argument: Argument): boolean {
  if (argument === undefined) return false;
  return isMatrix(argument) ? argument.some(row => row.includes(0)) : argument === 0;
}

function withBlanks(argument: Argument, blanks: readonly (readonly boolean[])[]): Argument {
  if (argument === undefined) return argument;
  if (!isMatrix(argument)) return blanks[0]?.[0] ? null : argument;
  const matrix: Matrix = argument;
  return matrix.map((row, i) => row.map((cell, j) => (cell === 0 && blanks[i]?.[j] ? null : cell)));
}
