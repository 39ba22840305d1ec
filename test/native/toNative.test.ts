import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { natives } from '../../src/functions/natives.gen.ts';
import { NoTwin } from '../../src/kernel/native.ts';
import { scan } from '../../src/native/scan.ts';
import { isOurs, toNative } from '../../src/native/toNative.ts';

const twin = (formula: string, cells?: Parameters<typeof toNative>[1]): string => {
  const native = toNative(formula, cells);
  return native.is === 'formula' ? native.formula : native.is;
};

describe('toNative', () => {
  it('toNative() replaces calls as Excel, Google Sheets and a stored file write them', () => {
    for (const call of [
      'KPI.GROWTH(A1,B1)',
      'KPI_GROWTH(A1,B1)',
      '_xldudf_KPI_GROWTH(A1,B1)',
      'kpi.growth( A1 , B1 )',
    ]) {
      expect(twin(`=${call}`)).toBe('=IF(LEN(A1)=0,"",(A1-B1)/ABS(B1))');
    }
  });

  it('toNative() leaves everything else as it is', () => {
    const formula = `=IF('KPI.RAG(x)'!A1="KPI.RAG(1)",Plan[@[KPI.RAG(Q1)]],{1,2;3,4})`;
    expect(toNative(formula)).toEqual({ is: 'same' });
    expect(twin(`=1+KPI.LEADS(A1,B1)*2&"KPI.LEADS(1,2)"`)).toBe(
      '=1+IF(LEN(A1)=0,"",IF((A1<0)+(B1<0),("?"+0),A1+B1))*2&"KPI.LEADS(1,2)"',
    );
  });

  it('toNative() replaces nested calls, inside out', () => {
    expect(twin('=KPI.RAG(KPI.GROWTH(A1,B1),0,0.1)')).toBe(
      '=IF(LEN(IF(LEN(A1)=0,"",(A1-B1)/ABS(B1)))=0,"no data",' +
        'IF(IF(LEN(A1)=0,"",(A1-B1)/ABS(B1))>=50,("?"+0),' +
        'IF(ROUND(IF(LEN(A1)=0,"",(A1-B1)/ABS(B1)),12)<0,"red",' +
        'IF(ROUND(IF(LEN(A1)=0,"",(A1-B1)/ABS(B1)),12)>0.1,"green","amber"))))',
    );
    expect(twin('=SUM(A1,KPI.RATE(B1,C1))')).toBe('=SUM(A1,IF(LEN(B1)=0,"",B1/C1))');
  });

  it('toNative() puts brackets where they are needed, and takes blanks as built-in functions do', () => {
    expect(twin('=KPI.RATE(A1+A2,-B1)')).toBe('=IF(LEN((A1+A2))=0,"",(A1+A2)/(-B1))');
    expect(twin('=KPI.WEIGHTED_PIPELINE(IF(P[Amount]="","",P[Amount]),P[Chance])')).toContain(
      'SUMPRODUCT(P[Amount],P[Chance])',
    );
  });

  it('toNative() looks a choice in a cell up among its words', () => {
    const formula = twin('=KPI.ACHIEVEMENT(A1,B1,C1)');
    expect(formula).toContain('MATCH(TRIM(C1),{"higher";"higher is better";"越高越好";"up";"max";"正向";"高"},0)');
    expect(formula).toContain('LEN(C1)=0');
    expect(formula.endsWith('("?"+0)))')).toBe(true);
  });

  it('toNative() says whether the twin gives an array', () => {
    expect(toNative('=KPI.GROWTH(A1:A9,B1:B9)')).toMatchObject({ is: 'formula', array: true });
    expect(toNative('=KPI.GROWTH(T[@A],T[@B])')).toMatchObject({ is: 'formula', array: false });
    expect(toNative('=KPI.TIME_PROGRESS(A1,B1,C1:C9)')).toMatchObject({
      is: 'value',
      why: { en: 'it works on single cells only' },
    });
  });

  it('toNative() writes the twin of a plan when it knows the table, headings in any order', () => {
    const plan = [
      ['rate', 'from'],
      [0.02, 100],
      [0.01, 0],
    ];
    expect(toNative('=KPI.COMMISSION_RATE(A1,P1:Q3)')).toMatchObject({ is: 'value', fn: 'COMMISSION_RATE' });
    expect(twin('=KPI.COMMISSION_RATE(A1,P1:Q3)', () => plan)).toContain('SMALL(INDEX(P1:Q3,0,2),{1;2})');
    expect(twin('=KPI.COMMISSION_RATE(A1,{100,0.02;0,0.01})')).toBe(
      '=IF(LEN(A1)=0,"",(SUMPRODUCT((ROUND(A1,12)>={0;100})*{0.01;0.02})-SUMPRODUCT((ROUND(A1,12)>={100})*{0.01})))',
    );
    expect(toNative('=KPI.COMMISSION_RATE(A1,P1:Q3)', () => [['from', 'rate']])).toMatchObject({ is: 'value' });
  });

  it('toNative() gives the part that INDEX takes of a list, and says why there is none', () => {
    const split = (args: string, at: string) => toNative(`=INDEX(KPI.SPLIT(${args}),${at})`);
    expect(split('A1,B1:B9', '3')).toMatchObject({ is: 'formula', array: false });
    expect(split('A1,B1:B9,,0', '3')).toEqual(split('A1,B1:B9', '3'));
    expect(twin('=IF(C1=0,"",1+INDEX(KPI.SPLIT(A1,B1:B9),3))')).toMatch(/^=IF\(C1=0,"",1\+IF\(.*\)\)$/);
    expect(twin('=INDEX(KPI.SPLIT(A1,B1:B9),ROW()-ROW($C$1))')).toContain('INDEX(B1:B9,SUM(ROW()-ROW($C$1)))');
    expect(twin('=INDEX(B1:B9,KPI.LEADS(A1,A2))')).toMatch(/^=INDEX\(B1:B9,IF\(.*\)\)$/);
    const why = (args: string, at = '1') => {
      const native = split(args, at);
      return native.is === 'value' ? native.why.en : native.is;
    };
    expect(why('A1,B1:B9,1,5')).toBe('a minimum is reached in rounds');
    expect(why('A1,B1:B9,1,C1')).toBe('a minimum is reached in rounds');
    expect(why('A1,B1:C9')).toBe('its cells are no single row or column');
    expect(why('A1,B1:B9,1,,C1:C8')).toBe('its ranges differ in shape');
    expect(why('A1,{1;2;3}')).toBe('what it reads is computed in the formula, not in cells');
    expect(why('A1,B1:B9', '1,2')).toBe('the cell is none of the list’s');
    const labels = (reference: string) => (reference === 'C1:C2' ? [['North'], ['Ｓouth']] : undefined);
    expect(toNative('=INDEX(KPI.SPLIT(A1:A2,B1:B2,,,,C1:C2),1)', labels)).toMatchObject({
      why: { en: 'group names have full-width or hidden characters' },
    });
    expect(toNative('=INDEX(KPI.COHORT(A1:A9,B1:B9),1,2)')).toMatchObject({ is: 'value', fn: 'COHORT' });
  });

  it('toNative() names the own cells of a row where it is told where they are', () => {
    const formula = '=INDEX(KPI.SPLIT(A1,B2:B9),(ROW()-ROW($C$1)))';
    const own = toNative(formula, undefined, (column, place) => {
      expect([column, place]).toEqual(['B2:B9', 'ROW()-ROW($C$1)']);
      return '$B4';
    });
    expect(own.is === 'formula' && own.formula).toContain('ROW(B2:B9)<ROW($B4)');
    expect(own.is === 'formula' && own.formula).not.toContain('INDEX');
  });

  it('toNative() says why a cell has to become a value', () => {
    expect(toNative('=1+KPI.MIX(A1:A9)')).toMatchObject({ fn: 'MIX', why: { zh: '结果占多个单元格' } });
    expect(toNative('=KPI.UNHEARD(A1)')).toMatchObject({ is: 'value', fn: 'KPI.UNHEARD' });
    expect(toNative('=KPI.RATE(A1)')).toMatchObject({ is: 'value', why: { en: 'an argument is missing' } });
    expect(toNative('=KPI.RATE(A1,B1,C1)')).toMatchObject({ is: 'value', why: { en: 'it has too many arguments' } });
    const long = `=KPI.RATE(${'A1+'.repeat(3000)}A1,B1)`;
    expect(toNative(long)).toMatchObject({ is: 'value', why: { en: 'the formula would be too long' } });
  });

  it('every function that gives one value has a twin, or a reason why not in both languages', () => {
    for (const fn of catalogue.filter(({ kind }) => kind !== 'table')) {
      const native = natives[fn.name];
      expect([fn.name, native === undefined]).toEqual([fn.name, false]);
      if (native instanceof NoTwin) expect(native.why.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe('scan', () => {
  it('scan() takes a formula apart without a loss', () => {
    const parts = scan(`=KPI.A("(,",'x)'!B1,{1,2},T[[#This Row],[a,b]]) + KPI.B()`, isOurs);
    expect(parts).toEqual([
      '=',
      { name: 'KPI.A', args: ['"(,"', "'x)'!B1", '{1,2}', 'T[[#This Row],[a,b]]'] },
      ' + ',
      { name: 'KPI.B', args: [] },
    ]);
  });
});
