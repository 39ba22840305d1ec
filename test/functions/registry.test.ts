import { expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { cells } from '../../src/functions/cells.gen.ts';
import { tables } from '../../src/functions/tables.gen.ts';

it('the catalogue is the functions for cells and those for tables, each in one of the two', () => {
  expect(tables).toEqual(catalogue.filter(fn => fn.kind === 'table'));
  expect(cells).toEqual(catalogue.filter(fn => fn.kind !== 'table'));
});
