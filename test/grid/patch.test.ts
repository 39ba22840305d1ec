import { describe, expect, it } from 'vitest';
import { packKept, unpackKept } from '../../src/grid/kept.ts';
import { cellsIn, changedSince, inverse, joined, type Patch, splitAt } from '../../src/grid/patch.ts';
import { shown } from '../support/grids.ts';

const at = (row: number, column: number, sheetId = 's') => ({ sheetId, row, column });

describe('joined', () => {
  it('joined() writes cells below one another in one go', () => {
    const cells = [at(2, 1), at(1, 1), at(4, 1), at(1, 2), at(1, 1, 't')].map(spot => ({
      ...spot,
      before: 0,
      after: 1,
    }));
    expect(joined(cells).map(({ sheetId, row, column, after }) => [sheetId, row, column, after.length])).toEqual([
      ['s', 1, 1, 2],
      ['s', 4, 1, 1],
      ['s', 1, 2, 1],
      ['t', 1, 1, 1],
    ]);
  });
});

describe('inverse', () => {
  it('inverse() brings back what was there, the last first', () => {
    const patches: Patch[] = [
      { ...at(0, 0), before: [[1]], after: [[2]] },
      { ...at(1, 0), before: [[{ formula: '=A1' }], [null]], after: [[5], [6]], spilled: true },
    ];
    expect(inverse(patches)).toEqual([
      { ...at(1, 0), before: [[5], [6]], after: [[{ formula: '=A1' }], [null]] },
      { ...at(0, 0), before: [[2]], after: [[1]] },
    ]);
    expect(cellsIn(patches)).toBe(3);
  });
});

describe('splitAt', () => {
  it('splitAt() takes single cells out, and leaves together what one formula fills', () => {
    const three: Patch = { ...at(0, 0), before: [[1], [2], [3]], after: [[4], [5], [6]] };
    const filled: Patch = { ...at(0, 1), before: [[{ formula: '=X' }], [null]], after: [[1], [2]], spilled: true };
    expect(splitAt([three, filled], [])).toEqual({ clear: [three, filled], hit: [] });
    expect(splitAt([three, filled], [at(1, 0), at(1, 1)])).toEqual({
      clear: [
        { ...at(0, 0), before: [[1]], after: [[4]] },
        { ...at(2, 0), before: [[3]], after: [[6]] },
      ],
      hit: [{ ...at(1, 0), before: [[2]], after: [[5]] }, filled],
    });
  });
});

describe('changedSince', () => {
  const changed = (
    patch: Partial<Patch>,
    formula: string,
    value: Parameters<typeof shown>[0] | number | string | null,
  ) =>
    changedSince([{ ...at(0, 0), before: [[null]], after: [[null]], ...patch }], () => ({
      formula,
      value: typeof value === 'string' && value.startsWith('#') ? shown(value as '#N/A') : value,
    })).length > 0;

  it('changedSince() knows a formula that the host has written in its own way', () => {
    const before = [[{ formula: '=sum(A1, B1)' }]];
    expect(changed({ before }, '=SUM(A1,@B1)', 3)).toBe(false);
    expect(changed({ before }, '=SUM(A1,B2)', 3)).toBe(true);
    expect(changed({ before }, '', 3)).toBe(true);
  });

  it('changedSince() compares figures to 12 digits, blanks and errors as what they are', () => {
    expect(changed({ before: [[0.1 + 0.2]] }, '', 0.3)).toBe(false);
    expect(changed({ before: [[0.3]] }, '', 0.3000001)).toBe(true);
    expect(changed({ before: [[null]] }, '', '')).toBe(false);
    expect(changed({ before: [['#N/A']] }, '', '#N/A')).toBe(false);
    expect(changed({ before: [[{ date: 5 }]] }, '', 5)).toBe(false);
    expect(changed({ before: [[5]] }, '=2+3', 5)).toBe(true);
  });

  it('changedSince() does not look at what a formula fills, nor at cells that were just made', () => {
    const before = [[{ formula: '=A1:A2' }], [null]];
    expect(changed({ before, spilled: true }, '=A1:A2', 9)).toBe(false);
    expect(changed({ before: [[1]], fresh: true }, '', 9)).toBe(false);
  });
});

describe('packKept', () => {
  const patches: Patch[] = [
    { ...at(3, 1), before: [[{ formula: '=T' }], [{ formula: '=T' }]], after: [[1], ['a']] },
    { ...at(9, 0), before: [[{ date: 46000 }, true]], after: [[null, { formula: '=T' }]], spilled: true },
  ];

  it('packKept() writes a formula once, and unpackKept() reads everything back', () => {
    const text = packKept({ share: patches, undo: { what: 'doctor', patches } });
    expect(text.split('=T')).toHaveLength(2);
    expect(unpackKept(text)).toEqual({ share: patches, undo: { what: 'doctor', patches } });
  });

  it('packKept() writes a formula once for all rows whose own row it names, and every row gets its own back', () => {
    const formulas = [3, 4, 5].map(
      row => `=$B${row + 1}/SUM($B$4:B${row + 1})+ROWS(C4:C${row + 1})&"B${row + 1}"&'B${row + 1}'!A1`,
    );
    const after = [1, 2, 3].map(figure => [figure]);
    const share = [{ ...at(3, 2), before: formulas.map(formula => [{ formula }]), after }];
    expect(unpackKept(packKept({ share })).share).toEqual(share);
    const plain = [3, 4, 5].map(row => [{ formula: `=$B${row + 1}/SUM($B$4:$B$9)` }]);
    const text = packKept({ share: [{ ...at(3, 2), before: plain, after }] });
    expect(text.split('SUM')).toHaveLength(2);
  });

  it('unpackKept() answers nothing where the text is not whole', () => {
    for (const text of [undefined, '', '{}', 'null', '[1]', packKept({ share: patches }).slice(0, 50)]) {
      expect(unpackKept(text)).toEqual({});
    }
    expect(unpackKept(packKept({ share: patches }).replace('"=T"', '7'))).toEqual({});
  });
});
