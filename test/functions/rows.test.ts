import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { type Argument, type Cell, CellError, isMatrix } from '../../src/kernel/cell.ts';
import { awkwardAmount } from '../support/awkward.ts';
import { exactly } from '../support/exactly.ts';
import { plausible } from '../support/plausible.ts';
import { Random } from '../support/random.ts';

const CALLS = 500;
const AMISS: readonly Cell[] = [
  null,
  '',
  'text',
  true,
  Number.NaN,
  -1e9,
  new CellError('#N/A', { en: 'in', zh: '输入' }),
];

const ofRows = catalogue.filter(({ kind }) => kind === 'map').map(fn => [fn.name, fn] as const);

/** An error of a row is that of the cell alone, with the row put into its place. */
function withoutRow(text: string): string {
  return text.replace(/(?:, )?row \d+(?:, column \d+)?:? ?/g, '').replace(/第 \d+ 行(?:第 \d+ 列)?：?/g, '');
}

function comparable(result: unknown): unknown {
  const said = exactly(result);
  return typeof said === 'string' && said.startsWith('#') ? withoutRow(said).replace(/[:：] ?/g, '') : said;
}

describe.each(ofRows)('%s', (name, fn) => {
  it('gives each cell of a range what it gives the cell alone', () => {
    const random = new Random(`${name}, row by row`);
    for (let call = 0; call < CALLS; call++) {
      const rows = random.whole(2, 5);
      const columns = random.chance(0.7) ? 1 : 2;
      const spoilt = (cell: Cell): Cell =>
        random.chance(0.06)
          ? random.pick(AMISS)
          : typeof cell === 'number' && random.chance(0.15)
            ? awkwardAmount(random)
            : cell;
      const args = fn.parameters.map((parameter): Argument => {
        if (parameter.optional && random.chance(0.4)) return undefined;
        const argument = plausible(fn, parameter, rows, columns, random);
        return parameter.shape === 'scalar' && isMatrix(argument) ? argument.map(row => row.map(spoilt)) : argument;
      });
      const result = fn.call(args);
      if (!isMatrix(result)) continue;
      const isRead = (argument: Argument, index: number) =>
        fn.parameters[index]?.shape === 'scalar' && isMatrix(argument);
      for (let row = 0; row < result.length; row++) {
        for (let column = 0; column < columns; column++) {
          const alone = args.map((argument, index) =>
            isMatrix(argument) && isRead(argument, index) ? argument[row]?.[column] : argument,
          );
          expect(comparable(result[row]?.[column])).toEqual(comparable(fn.call(alone)));
        }
      }
    }
  });
});
