import { type Argument, CellError, isMatrix } from '../../src/kernel/cell.ts';
import type { KpiFunction, NamedParameter } from '../../src/kernel/function.ts';
import { known } from '../../src/kernel/known.ts';
import { languageOf, say } from '../../src/kernel/text.ts';
import type { Open } from './asked.ts';
import { isDoubtful } from './blankGuard.ts';
import { argumentFromExcel, type ExcelCell, errorToExcel, matrixToExcel } from './cells.ts';
import { isLeftOut, mayBeLeftOut, onlyCell } from './leftOut.ts';
import { remembered } from './remembered.ts';

/** What Excel calls, by name. */
export function excelFunctions(functions: readonly KpiFunction[]): ReadonlyMap<string, Run> {
  return new Map(functions.map(fn => [fn.name, excelFunction(fn)]));
}

type Address = string | null | undefined;
export type Addresses = readonly Address[];

export type Run = (...given: unknown[]) => ExcelCell[][] | Promise<ExcelCell[][]>;

/** A function of ours as Excel calls it: the arguments, then the invocation. */
function excelFunction(fn: KpiFunction): Run {
  // Parameters are of many makes, and a look at one takes longer for it: what every call asks is copied into one make.
  const taken = fn.parameters.map(({ shape, optional, default: fallback }) => ({ shape, optional, default: fallback }));
  return (...given) => {
    const invocation = given.pop() as CustomFunctions.Invocation;
    const addresses = invocation.parameterAddresses ?? [];
    const args: Argument[] = [];
    const blanks: number[] = [];
    const empty: number[] = [];
    for (let index = 0; index < given.length; index++) {
      const [parameter, address] = [taken[index], addresses[index]];
      if (parameter && isLeftOut(parameter, given[index], address)) continue;
      const argument = readArgument(parameter?.shape, given[index], address);
      // Arguments that were left out behind the last one are none.
      if (argument === undefined) continue;
      args[index] = argument;
      if (isDoubtful(argument, address)) blanks.push(index);
      else if (parameter && mayBeLeftOut(parameter, argument, address)) empty.push(index);
    }
    // A 0 in the last place was written: nothing is left out behind it.
    if (empty.at(-1) === args.length - 1) empty.pop();
    if (blanks.length === 0 && empty.length === 0) return answer(fn, args);
    return answerAsked(fn, args, { addresses, caller: invocation.address, blanks, empty });
  };
}

/** Ten thousand rows bring one plan ten thousand times. */
const knownTable = known((table: readonly unknown[]) => argumentFromExcel(table, null));

function readArgument(shape: NamedParameter['shape'] | undefined, given: unknown, address: Address): Argument {
  if (shape === 'table' && Array.isArray(given)) return knownTable(given);
  // A cell comes as a range of one, which a single value is read from as it is from the cell.
  const cell = shape === 'scalar' ? onlyCell(given) : given;
  return typeof cell === 'number' ? cell : argumentFromExcel(given, address);
}

function answer(fn: KpiFunction, args: readonly Argument[]): ExcelCell[][] {
  const result = fn.kind === 'table' ? remembered(fn, args) : fn.call(args);
  // Most results are one cell, with nothing in it to be said in a language.
  if (!isMatrix(result) && !(result instanceof CellError)) return [[result ?? '']];
  const language = languageOf(Office.context?.displayLanguage);
  // A thrown error shows its message; one that is returned inside a matrix is the cell's own.
  if (result instanceof CellError) throw errorToExcel(result, language);
  return matrixToExcel(result, language);
}

async function answerAsked(fn: KpiFunction, args: readonly Argument[], open: Open): Promise<ExcelCell[][]> {
  const asked = await askedArguments(fn, args, open).catch(() => {
    throw errorToExcel(UNANSWERED, languageOf(Office.context?.displayLanguage));
  });
  return answer(fn, asked);
}

/** Where no argument is in doubt, as in a column of figures, nobody waits for what asks. */
async function askedArguments(fn: KpiFunction, args: readonly Argument[], open: Open): Promise<readonly Argument[]> {
  const { askedArguments: ask } = await import('./asked.ts');
  return ask(fn, args, open);
}

const UNANSWERED = new CellError(
  '#N/A',
  say(
    'Excel did not say which of these cells are blank; recalculate with Ctrl+Alt+F9',
    '无法从 Excel 取得哪些单元格为空；请按 Ctrl+Alt+F9 重新计算',
  ),
);
