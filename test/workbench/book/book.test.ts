import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CellError, isMatrix } from '../../../src/kernel/cell.ts';
import type { Book } from '../../../workbench/book/book.ts';
import { createHeadlessBook } from '../../../workbench/book/headless.ts';

describe('Book', () => {
  let book: Book;
  const seen: unknown[] = [];
  const cell = (a1: string) => book.workbook.getActiveSheet().getRange(a1);

  beforeAll(() => {
    book = createHeadlessBook();
    book.register('T.SEE', (args, references) => {
      seen.push([args, references.map(reference => reference && [reference.row, reference.column, reference.rows])]);
      return 7;
    });
    book.register('T.FAIL', () => new CellError('#N/A', { en: 'why', zh: '因' }));
    book.register('T.LATER', async ([value]) => {
      await new Promise(resolve => setTimeout(resolve, 30));
      const given = isMatrix(value) ? value[0]?.[0] : value;
      return typeof given === 'number' ? given + 1 : new CellError('#VALUE!', { en: 'no number', zh: '非数字' });
    });
    book.register('T.SPILL', () => [
      [1, 'two'],
      [new CellError('#DIV/0!', { en: 'nought', zh: '零' }), true],
    ]);
  });
  afterAll(() => book.dispose());

  it('tells 0 from an empty text, however often it compares', async () => {
    cell('N1:N3').setValues([[0], [''], [2]]);
    cell('O1').setValue({ f: '=IF(N1:N3="","blank",N1:N3)' });
    cell('P1').setValue({ f: '=IF(N1:N3="","blank",N1:N3)' });
    await book.calculated();
    expect(cell('O1:P3').getValues()).toEqual([
      [0, 0],
      ['blank', 'blank'],
      [2, 2],
    ]);
  });

  it('reads separators in the texts of an array constant as parts of them', async () => {
    cell('R1').setValue({ f: '=INDEX({"a, b","c;""d";1,2},1,1)&"|"&INDEX({"a, b","c;""d";1,2},1,2)' });
    cell('R2').setValue({ f: '=COLUMNS({"No.","Sales, net"})&" "&ROWS({"x;y";"z"})' });
    cell('R3').setValue({ f: '=SUM({1,2;3,4})' });
    await book.calculated();
    expect(cell('R1:R3').getValues()).toEqual([['a, b|c;"d'], ['2 2'], [10]]);
  });

  it('reads patterns where a text is looked up, and nowhere else', async () => {
    cell('I20:J23').setValues([
      ['A*', 1],
      ['Abc', 2],
      ['a~b', 4],
      ['A?c', 8],
    ]);
    const asked: [string, number][] = [
      ['SUMIF(I20:I23,"=A*",J20:J23)', 15],
      ['SUMIF(I20:I23,"=A~*",J20:J23)', 1],
      ['SUMIFS(J20:J23,I20:I23,"=a~~b")', 4],
      ['COUNTIF(I20:I23,"<>A?c")', 2],
      ['COUNTIFS(I20:I23,"=A~?c")', 1],
      ['MATCH("A~?c",I20:I23,0)', 4],
      ['IF(I21="A*",1,0)', 0],
      ['SUMPRODUCT(--(I20:I23="a*"))', 1],
    ];
    for (const [row, [formula]] of asked.entries()) cell(`K${row + 20}`).setValue({ f: `=${formula}` });
    await book.calculated();
    expect(
      cell(`K20:K${19 + asked.length}`)
        .getValues()
        .flat(),
    ).toEqual(asked.map(([, figure]) => figure));
  });

  it.each([
    ['that one formula gives', '=""'],
    ['of a list', '=IF(SEQUENCE(2)>0,"",1)'],
  ])('an empty text %s is a text, in the calculation and after it', async (_, formula) => {
    const at = formula === '=""' ? 'R1' : 'R2';
    cell('R1:T9').clear();
    cell('R1').setValue({ f: formula });
    const asked = () => [
      `${at}>0`,
      `${at}=""`,
      `ISBLANK(${at})`,
      `ISERROR(${at}+1)`,
      `COUNTA(${at})`,
      `SUM(${at})`,
      `N(T.SEE(${at}))`,
    ];
    for (const column of ['S', 'T']) {
      for (const [index, question] of asked().entries()) cell(`${column}${index + 1}`).setValue({ f: `=${question}` });
      await book.calculated();
      expect(cell(`${column}1:${column}7`).getValues().flat(), column).toEqual([1, 1, 0, 1, 1, 0, 7]);
      expect(seen.at(-1)).toMatchObject([[[['']]], expect.anything()]);
    }
  });

  it('a cell that was emptied is blank, however it was emptied', async () => {
    for (const empty of [
      () => cell('R1').setValue(''),
      () => cell('R1').clear(),
      () => cell('R1').setValue({ v: null }),
    ]) {
      cell('R1').setValue('typed');
      await book.calculated();
      empty();
      cell('S1').setValue({ f: '=ISBLANK(R1)' });
      cell('S2').setValue({ f: '=R1+1' });
      await book.calculated();
      expect(cell('S1:S2').getValues().flat()).toEqual([1, 1]);
      cell('S1:S2').clear();
    }
  });

  it('register() hands over blanks, errors and addresses as they are', async () => {
    cell('A1').setValue(0);
    cell('A3').setValue('x');
    cell('A4').setValue({ f: '=1/0' });
    cell('C1').setValue({ f: '=T.SEE(A1:A4, "t", 5)' });
    await book.calculated();
    expect(cell('C1').getValue()).toBe(7);
    const [args, references] = seen.at(-1) as [unknown[][][], unknown];
    expect(args[0]?.slice(0, 3)).toEqual([[0], [null], ['x']]);
    expect(args[0]?.[3]?.[0]).toMatchObject({ code: '#DIV/0!' });
    expect(args.slice(1)).toEqual(['t', 5]);
    expect(references).toEqual([[0, 0, 4], undefined, undefined]);
  });

  it('errorAt() answers why a cell shows an error, until it no longer does', async () => {
    cell('E1').setValue({ f: '=T.FAIL()' });
    await book.calculated();
    expect(cell('E1').getValue()).toBe('#N/A');
    expect(book.errorAt('first', 0, 4)?.message.en).toBe('why');
    cell('E1').setValue(3);
    await book.calculated();
    expect(book.errorAt('first', 0, 4)).toBeUndefined();
  });

  it('register() spills a matrix with errors in it', async () => {
    cell('G1').setValue({ f: '=T.SPILL()' });
    await book.calculated();
    expect(cell('G1:H2').getValues()).toEqual([
      [1, 'two'],
      ['#DIV/0!', 1],
    ]);
    expect(book.errorAt('first', 1, 6)?.message.en).toBe('nought');
  });

  it('register() waits for promises, through formulas that depend on each other', async () => {
    cell('A10').setValue(1);
    cell('B10').setValue({ f: '=T.LATER(A10)' });
    cell('C10').setValue({ f: '=T.LATER(B10)' });
    cell('D10').setValue({ f: '=T.LATER(C10)+1' });
    cell('E10').setValue({ f: '=T.LATER("x")' });
    await book.calculated();
    expect(cell('B10:E10').getValues()).toEqual([[2, 3, 5, '#VALUE!']]);
    cell('A10').setValue(5);
    await book.calculated();
    expect(cell('B10:E10').getValues()).toEqual([[6, 7, 9, '#VALUE!']]);
  });
});
