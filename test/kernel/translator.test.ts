import { describe, expect, it } from 'vitest';
import { translator } from '../../src/kernel/translator.ts';

describe('translator(words)', () => {
  it('finds a text by the English one, and none that it has no word for', () => {
    const translate = translator({ Target: 'Objectif', '(nobody)': '(personne)', Gap: '' });
    expect(['Target', '(nobody)', 'Gap', 'Target 2', ''].map(translate)).toEqual([
      'Objectif',
      '(personne)',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('puts in what stands in the text, in the order of the language', () => {
    const translate = translator({ '{1} of {2} deals': 'von {2} Abschlüssen {1}', 'row {1}': 'Zeile {1}' });
    expect(translate('3 of 10 deals')).toBe('von 10 Abschlüssen 3');
    expect(translate('row 3\nand 4')).toBe('Zeile 3\nand 4');
    expect(translate('rows')).toBeUndefined();
    expect(translator({ 'row {1}': 'Zeile {1} {2}' })('row 3')).toBe('Zeile 3 {2}');
  });

  it('takes the text that says most', () => {
    const translate = translator({ '{1} rows': '{1} Zeilen', '{1} rows left out': '{1} Zeilen ausgelassen' });
    expect(translate('2 rows left out')).toBe('2 Zeilen ausgelassen');
    expect(translate('2 rows')).toBe('2 Zeilen');
  });

  it('says what is put together piece by piece, and names as they are', () => {
    const translate = translator({
      '{1}: {2}': '{1} : {2}',
      '{1}, {2}': '{1}, {2}',
      'row {1}': 'ligne {1}',
      wrong: 'faux',
    });
    expect(translate('sales, row 3: wrong')).toBe('sales, ligne 3 : faux');
    expect(translator({ '{1} {2}': '{1} {2}', Jan: 'janv.' })('Jan 2026')).toBe('janv. 2026');
    expect(translate('Ann, Bob')).toBeUndefined();
    expect(translate('sales: Ann')).toBeUndefined();
  });

  it('knows a message that stands as a sentence', () => {
    const translate = translator({ 'the range is empty': 'la plage est vide', '{1}.': '{1}.' });
    expect(translate('The range is empty.')).toBe('La plage est vide.');
  });

  it('takes signs for nothing but signs', () => {
    expect(translator({ 'a (b) {1}?': 'c $1 {1}!' })('a (b) x?')).toBe('c $1 x!');
  });
});
