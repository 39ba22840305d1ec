import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/kernel/cell.ts';
import { languages } from '../../src/kernel/text.ts';
import { type CONTRACT_COLUMNS, readContracts } from '../../src/sheets/collection.ts';
import { collection } from '../../src/templates/collection.ts';
import { figuresOf, specOf } from '../support/planning.ts';

type Columns = Readonly<Partial<Record<(typeof CONTRACT_COLUMNS)[number], readonly Cell[]>>>;
const contractsOf = (columns: Columns) => readContracts(name => columns[name] ?? []);

describe('readContracts()', () => {
  it('reads what is owed and what was paid', () => {
    const columns = { Contract: ['C-1', 7], Customer: ['Acme', 'Beta'], Amount: [1000, 500], Paid: [250, null] };
    expect(contractsOf({ ...columns, Due: [46050, ''] })).toEqual([
      { contract: 'C-1', customer: 'Acme', amount: 1000, paid: 250, due: 46050 },
      { contract: '7', customer: 'Beta', amount: 500, paid: 0, due: undefined },
    ]);
  });

  it('passes over the heading and rows without an amount', () => {
    const columns = { Contract: ['Contract', 'C-1', null], Amount: ['Amount', 1000, null] };
    expect(contractsOf(columns).map(({ contract }) => contract)).toEqual(['C-1']);
  });

  it('reads nothing of a sheet whose names are gone', () => {
    expect(contractsOf({})).toEqual([]);
  });

  it.each(languages)('finds in the template all that it reads (%s)', language => {
    const spec = specOf(collection, language);
    const figures = figuresOf(spec, language);
    const contracts = readContracts(name => {
      const places = spec.tables.flatMap(({ key, columns }) =>
        columns.filter(({ named }) => named === name).map(column => figures.column(key, column.key)),
      );
      expect(places.length, name).toBe(1);
      return places.flat();
    });
    expect(contracts.length).toBe(12);
    expect(contracts[0]).toMatchObject({ contract: 'C-101', amount: 200_000, paid: 100_000 });
    expect(contracts.every(({ due }) => due !== undefined)).toBe(true);
  });
});
