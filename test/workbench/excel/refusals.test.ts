import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OfficeInNode, officeInNode } from '../../support/officeInNode.ts';

/** What Excel does not take, the played one does not take either. */
describe('the played Excel refuses', () => {
  let office: OfficeInNode;
  beforeAll(async () => {
    office = await officeInNode({ functions: false });
  });
  afterAll(() => office.book.dispose());

  const codeOf = async (queue: (sheet: Excel.Worksheet, workbook: Excel.Workbook) => void): Promise<string> => {
    const { workbook } = new Excel.RequestContext();
    queue(workbook.worksheets.getActiveWorksheet(), workbook);
    return workbook.context.sync().then(
      () => 'taken',
      (reason: unknown) => (reason instanceof OfficeExtension.Error ? reason.code : String(reason)),
    );
  };
  const formula = (text: string) =>
    codeOf(sheet => {
      sheet.getRange('A1').formulas = [[text]];
    });

  it.each([
    ['an open bracket', '=SUM(A2'],
    ['a closed one', '=A2)'],
    ['an operator without a right side', '=A2+'],
    ['an open text', '="abc'],
    ['a text of 256 characters', `="${'a'.repeat(256)}"`],
    ['8,193 characters', `=${'1+'.repeat(4096)}1`],
    ['a table that is not there', '=SUM(Nowhere[Amount])'],
  ])('a formula with %s', async (_, text) => {
    expect(await formula(text)).toBe('InvalidArgument');
  });

  it.each(['=SUM(A2:A3)', `="${'a'.repeat(255)}"`, '=-A2%', '={1,2;3,4}', `=Sheet1!A2&"("`, '=IF(A2,,1)'])(
    'not %s',
    async text => {
      expect(await formula(text)).toBe('taken');
    },
  );

  it('a text of 32,768 characters in a cell', async () => {
    const write = (length: number) =>
      codeOf(sheet => {
        sheet.getRange('B1').values = [['a'.repeat(length)]];
      });
    expect([await write(32_768), await write(32_767)]).toEqual(['InvalidArgument', 'taken']);
  });

  it('a sheet called History, and names that Excel cannot have', async () => {
    const add = (name: string) => codeOf((_, { worksheets }) => void worksheets.add(name));
    expect([await add('History'), await add('history'), await add('a/b'), await add('History 2')]).toEqual([
      'InvalidArgument',
      'InvalidArgument',
      'InvalidArgument',
      'taken',
    ]);
  });

  it('names and conditional formats with bad formulas', async () => {
    expect(await codeOf((_, { names }) => void names.add('Bad', '=SUM('))).toBe('InvalidArgument');
    const light = codeOf(sheet => {
      sheet.getRange('A1').conditionalFormats.add('Custom').custom.rule.formula = '=A1>';
    });
    expect(await light).toBe('InvalidArgument');
  });

  it('a rule from 5 to 1', async () => {
    const between = (formula1: number, formula2: number) =>
      codeOf(sheet => {
        sheet.getRange('A1').dataValidation.rule = { wholeNumber: { formula1, formula2, operator: 'Between' } };
      });
    expect([await between(5, 1), await between(1, 5)]).toEqual(['InvalidArgument', 'taken']);
  });

  it('colours, sizes and number formats that are none', async () => {
    const set = (change: (range: Excel.Range) => void) => codeOf(sheet => change(sheet.getRange('A1')));
    expect([
      await set(({ format }) => {
        format.fill.color = '#12';
      }),
      await set(({ format }) => {
        format.font.size = 0;
      }),
      await set(({ format }) => {
        format.font.size = 410;
      }),
      await set(({ format }) => {
        format.rowHeight = 410;
      }),
      await set(range => {
        range.numberFormat = [['0.0"']];
      }),
      await set(({ format }) => {
        format.fill.color = '#123456';
      }),
      await set(({ format }) => {
        format.fill.color = 'red';
      }),
      await set(range => {
        range.numberFormat = [['0.0%']];
      }),
    ]).toEqual([...new Array(5).fill('InvalidArgument'), ...new Array(3).fill('taken')]);
  });

  it('settings of more than 2 MB over all keys', async () => {
    const keep = (key: string, length: number) =>
      codeOf((_, { settings }) => void settings.add(key, '中'.repeat(length)));
    expect([await keep('a', 500_000), await keep('b', 200_000), await keep('b', 100_000)]).toEqual([
      'taken',
      'InvalidArgument',
      'taken',
    ]);
  });

  it('nearly everything on a protected sheet', async () => {
    expect(await codeOf(sheet => sheet.protection.protect())).toBe('taken');
    const codes = [
      await codeOf(sheet => {
        sheet.getRange('C1').values = [[1]];
      }),
      await codeOf(sheet => {
        sheet.getRange('C1').format.font.bold = true;
      }),
      await codeOf(sheet => void sheet.tables.add(sheet.getRange('C1:C3'), true)),
      await codeOf(sheet => sheet.getRange('A1').conditionalFormats.clearAll()),
      await codeOf(sheet => sheet.getRange('A1').dataValidation.clear()),
      await codeOf(sheet => void sheet.charts.add('Line', sheet.getRange('A1:A2'))),
      await codeOf(sheet => void sheet.protection.protect()),
    ];
    expect(codes).toEqual(new Array(codes.length).fill('AccessDenied'));
    expect(await codeOf(sheet => sheet.protection.unprotect())).toBe('taken');
  });
});
