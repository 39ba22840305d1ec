import type { FaultBench } from './faultBench.ts';
import { month, NOTHING, type Suite } from './faultContract.ts';
import { fillIn, rolledOver, seen } from './rollCases.ts';

const roll = async (bench: FaultBench) => month(bench, (await rolledOver(bench.port, 'roll')).set);
const takeBack = (bench: FaultBench) => month(bench, 'takeBack');

/** A month that is rolled over: sheets are made, marked, protected and taken out, formulas of others follow. */
export const ROLL_OVER: Suite = {
  begins: 'begins with a tracker and a sheet that reads it',
  furnish: ({ port }) => fillIn(port),
  scenarios: [
    { name: 'roll over', begin: NOTHING, run: roll, end: takeBack },
    { name: 'undo of rolling over', begin: roll, run: takeBack, end: NOTHING },
  ],
  async look({ port, book, protectedSheets }) {
    const { names, ...rest } = Object(await seen(port, book));
    const found = JSON.stringify({ ...rest, defined: names, locked: protectedSheets() });
    // A sheet that is made a second time finds its name taken by what the first time left.
    return JSON.parse(found.replaceAll('Tracker 2026-04 2', 'Tracker 2026-04'));
  },
  operations: ({ hasTables }) => (hasTables ? 6 : 340),
};
