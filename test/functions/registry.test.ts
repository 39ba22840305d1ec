import { expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { cells } from '../../src/functions/cells.gen.ts';
import { ranges } from '../../src/functions/ranges.gen.ts';

it('the catalogue is the functions for cells and those for ranges, each in one of the two', () => {
  expect(cells).toEqual(catalogue.filter(fn => fn.kind === 'map'));
  expect(ranges).toEqual(catalogue.filter(fn => fn.kind !== 'map'));
});
