import { type Argument, CellError } from '../../src/kernel/cell.ts';
import type { KpiFunction } from '../../src/kernel/function.ts';
import { languageOf, say } from '../../src/kernel/text.ts';
import { isDoubtful, withBlanks } from './blankGuard.ts';
import { argumentFromExcel, type ExcelCell, errorToExcel, matrixToExcel } from './cells.ts';
import { emptyPlaces, isLeftOut, mayBeLeftOut } from './leftOut.ts';
import { remembered } from './remembered.ts';

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
    const args = given.slice(0, -1).map((argument, index) => {
      const parameter = fn.parameters[index];
      if (parameter && isLeftOut(parameter, argument, addresses[index])) return undefined;
      return argumentFromExcel(argument, addresses[index]);
    });
    while (args.length > 0 && args.at(-1) === undefined) args.pop();
    const indices = [...args.keys()];
    const blanks = indices.filter(index => isDoubtful(args[index], addresses[index]));
    const empty = indices.slice(0, -1).filter(index => {
      const parameter = fn.parameters[index];
      return parameter !== undefined && mayBeLeftOut(parameter, args[index], addresses[index]);
    });
    if (blanks.length === 0 && empty.length === 0) return answer(fn, args);
    return answerAsked(fn, args, { addresses, caller: invocation.address, blanks, empty });
  };
}

function answer(fn: KpiFunction, args: readonly Argument[]): ExcelCell[][] {
  const language = languageOf(Office.context?.displayLanguage);
  const result = fn.kind === 'table' ? remembered(fn, args) : fn.call(args);
  // A thrown error shows its message; one that is returned inside a matrix is the cell's own.
  if (result instanceof CellError) throw errorToExcel(result, language);
  return matrixToExcel(result, language);
}

/** What only the workbook can tell, by the places of the arguments. */
interface Open {
  readonly addresses: Addresses;
  readonly caller: string | undefined;
  readonly blanks: readonly number[];
  readonly empty: readonly number[];
}

async function answerAsked(
  fn: KpiFunction,
  args: readonly Argument[],
  { addresses, caller, blanks, empty }: Open,
): Promise<ExcelCell[][]> {
  const known = [...args];
  try {
    const [places] = await Promise.all([
      empty.length > 0 ? emptyPlaces(fn.name, caller) : new Set<number>(),
      ...blanks.map(async index => {
        known[index] = await withBlanks(args[index], addresses[index]);
      }),
    ]);
    for (const index of empty) if (places.has(index)) known[index] = undefined;
  } catch {
    throw errorToExcel(UNANSWERED, languageOf(Office.context?.displayLanguage));
  }
  return answer(fn, known);
}

const UNANSWERED = new CellError(
  '#N/A',
  say(
    'Excel did not say which of these cells are blank; recalculate with Ctrl+Alt+F9',
    '无法从 Excel 取得哪些单元格为空；请按 Ctrl+Alt+F9 重新计算',
  ),
);
