import { describe, expect, it } from 'vitest';
import { aliasMap, nearNames, resolveName } from '../../src/month/import/nearNames.ts';

const asked = (found: Readonly<Record<string, number>>, known: readonly string[] = []) =>
  nearNames('product', new Map(Object.entries(found)), known).map(({ found: name, candidates }) => [
    name,
    ...candidates.map(candidate => `${candidate.name} (${candidate.why})`),
  ]);

describe('nearNames()', () => {
  it('asks about GTXPro where GTX Pro is known', () => {
    expect(asked({ GTXPro: 729, 'GTX Basic': 5 }, ['GTX Pro', 'GTX Basic', 'GTX Plus Pro'])).toEqual([
      ['GTXPro', 'GTX Pro (spacing)'],
    ]);
  });

  it('asks about capitals, punctuation and one letter of a longer name', () => {
    expect(asked({ 'anna bell': 1 }, ['Anna Bell'])).toEqual([['anna bell', 'Anna Bell (case)']]);
    expect(asked({ 'Smith-Jones': 1 }, ["Smith Jones'"])).toEqual([['Smith-Jones', "Smith Jones' (punctuation)"]]);
    expect(asked({ 'Markita Hanson': 1 }, ['Markita Hansen'])).toEqual([['Markita Hanson', 'Markita Hansen (edit)']]);
    expect(asked({ 'Markita Hnasen': 1 }, ['Markita Hansen'])).toEqual([['Markita Hnasen', 'Markita Hansen (edit)']]);
    expect(asked({ 'Markita Hansenn': 1 }, ['Markita Hansen'])).toEqual([['Markita Hansenn', 'Markita Hansen (edit)']]);
    expect(asked({ 华东大区一部: 1 }, ['华东大区 一部'])).toEqual([['华东大区一部', '华东大区 一部 (spacing)']]);
  });

  it('proposes the likeliest first: capitals, blanks, signs, then a letter', () => {
    const known = ['Anna Bells', 'Anna-Bell', 'AnnaBell', 'Anna Bell'];
    expect(asked({ 'anna bell': 1 }, known)).toEqual([
      ['anna bell', 'Anna Bell (case)', 'AnnaBell (spacing)', 'Anna-Bell (punctuation)', 'Anna Bells (edit)'],
    ]);
    expect(asked({ '-- ': 1, '': 1 }, ['--', '-'])).toEqual([]);
  });

  it('does not ask about short names and other numbers', () => {
    expect(
      asked({ Lee: 1, 王方: 1, 'GTX 600': 1, 'MG Special': 1 }, ['Lea', '王芳', 'GTX 500', 'MG Advanced']),
    ).toEqual([]);
  });

  it('does not ask about what is known, however alike two known ones are', () => {
    expect(asked({ 'Markita Hansen': 1, 'Markita Hanson': 1 }, ['Markita Hansen', 'Markita Hanson'])).toEqual([]);
  });

  it('without a list asks about the rarer of two spellings', () => {
    expect(asked({ GTXPro: 3, 'GTX Pro': 40 })).toEqual([['GTXPro', 'GTX Pro (spacing)']]);
  });

  it('does not ask again what was answered, also with "another one"', () => {
    const found = new Map([
      ['GTXPro', 3],
      ['GTX-Pro', 2],
    ]);
    const aliases = [
      { field: 'product', from: 'GTXPro', to: 'GTX Pro' },
      { field: 'product', from: 'GTX-Pro', to: null },
    ] as const;
    expect(nearNames('product', found, ['GTX Pro'], aliases)).toEqual([]);
    const map = aliasMap(aliases);
    expect(resolveName('product', 'GTXPro', map)).toBe('GTX Pro');
    expect(resolveName('product', 'GTX-Pro', map)).toBe('GTX-Pro');
    expect(resolveName('customer', 'GTXPro', map)).toBe('GTXPro');
  });

  it('compares ten thousand names with ten thousand in no time', () => {
    const names = Array.from(
      { length: 10_000 },
      (_, index) => `Customer ${String.fromCharCode(97 + (index % 26))} number ${index}`,
    );
    const found = new Map(names.map(name => [name.replace(' number', 'number'), 1]));
    expect(nearNames('customer', found, names)).toHaveLength(10_000);
  });
});
