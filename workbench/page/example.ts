import { BooleanNumber, BorderStyleTypes, HorizontalAlign, type ICellData, type IStyleData } from '@univerjs/core';
import type { Language } from '../../src/kernel/text.ts';
import type { Dialect } from '../../src/plan/dialect.ts';
import type { Book } from '../book/book.ts';

const words = {
  en: {
    sheet: 'Example',
    title: 'Sales, first quarter',
    note: (prefix: string) => `Change a figure, or type a formula of your own: every function begins with ${prefix}`,
    columns: ['Name', 'Sales', 'Target', 'Achievement', 'Status', 'Commission'],
    people: ['Ana Costa', 'Ben Adler', 'Chloe Martin', 'David Novak', 'Emma Larsen'],
    total: 'Team',
    plan: 'Commission plan',
    from: 'Achievement from',
    rate: 'Rate',
    score: 'How likely to recommend us? (0–10)',
    nps: 'Net promoter score',
    lights: ['green', 'amber', 'red'],
    lightStyle: '',
  },
  zh: {
    sheet: '示例',
    title: '第一季度销售',
    note: (prefix: string) => `改动任意数字，或自己输入公式：所有函数均以 ${prefix} 开头。`,
    columns: ['姓名', '销售额', '目标', '达成率', '红绿灯', '提成'],
    people: ['王芳', '李强', '陈静', '刘洋', '赵磊'],
    total: '团队',
    plan: '提成方案',
    from: '达成率不低于',
    rate: '比例',
    score: '您有多大可能推荐我们？（0–10 分）',
    nps: '净推荐值',
    lights: ['绿', '黄', '红'],
    lightStyle: ',,,"zh"',
  },
} as const satisfies Record<Language, object>;

const SALES = [
  [128_400, 120_000],
  [96_500, 110_000],
  [74_200, 100_000],
  [131_000, 105_000],
  [88_900, 90_000],
] as const;
const PLAN = [
  [0, 0.01],
  [0.8, 0.02],
  [1, 0.03],
] as const;
const SCORES = [
  [10, 9, 7],
  [10, 4, 9],
  [null, 8, 0],
] as const;
const PLAN_ROW = 11;

const HEAD: IStyleData = {
  bg: { rgb: '#0f6c6c' },
  cl: { rgb: '#ffffff' },
  bl: BooleanNumber.TRUE,
  ht: HorizontalAlign.CENTER,
};
const TOTAL: IStyleData = { bl: BooleanNumber.TRUE, bd: { t: { s: BorderStyleTypes.THIN, cl: { rgb: '#0f6c6c' } } } };
const LIGHTS = [
  ['#c6efce', '#1e6b2b'],
  ['#ffeb9c', '#7a5a00'],
  ['#ffc7ce', '#9c0006'],
] as const;

const format = (pattern: string, style: IStyleData = {}): IStyleData => ({ ...style, n: { pattern } });

/** A sheet that explains itself: figures, and our functions beside them. */
export function writeExample(book: Book, language: Language, dialect: Dialect): void {
  const text = words[language];
  const call = (name: string, args: string): ICellData => ({ f: `=${dialect.functionName(name)}(${args})` });
  const cells: Record<number, Record<number, ICellData>> = {};
  const put = (row: number, column: number, cell: ICellData, s?: IStyleData): void => {
    const line = cells[row] ?? {};
    line[column] = s ? { ...cell, s } : cell;
    cells[row] = line;
  };

  put(0, 0, { v: text.title }, { fs: 16, bl: BooleanNumber.TRUE });
  put(1, 0, { v: text.note(dialect.functionName('')) }, { cl: { rgb: '#5b6b6b' } });
  for (const [index, heading] of text.columns.entries()) put(3, index, { v: heading }, HEAD);
  for (const [index, [sales, target]] of SALES.entries()) {
    const row = 4 + index;
    const line = row + 1;
    put(row, 0, { v: text.people[index] ?? '' });
    put(row, 1, { v: sales }, format('#,##0'));
    put(row, 2, { v: target }, format('#,##0'));
    put(row, 3, call('ACHIEVEMENT', `B${line},C${line}`), format('0.0%'));
    put(row, 4, call('RAG', `D${line}${text.lightStyle}`), { ht: HorizontalAlign.CENTER });
    put(row, 5, call('COMMISSION', `B${line},C${line},$A$14:$B$16`), format('#,##0.00'));
  }
  const total = 4 + SALES.length;
  put(total, 0, { v: text.total }, TOTAL);
  put(total, 1, { f: `=SUM(B5:B${total})` }, format('#,##0', TOTAL));
  put(total, 2, { f: `=SUM(C5:C${total})` }, format('#,##0', TOTAL));
  put(total, 3, call('ACHIEVEMENT', `B${total + 1},C${total + 1}`), format('0.0%', TOTAL));
  put(total, 4, call('RAG', `D${total + 1}${text.lightStyle}`), { ...TOTAL, ht: HorizontalAlign.CENTER });
  put(total, 5, { f: `=SUM(F5:F${total})` }, format('#,##0.00', TOTAL));

  put(PLAN_ROW, 0, { v: text.plan }, { bl: BooleanNumber.TRUE });
  put(PLAN_ROW + 1, 0, { v: text.from }, HEAD);
  put(PLAN_ROW + 1, 1, { v: text.rate }, HEAD);
  for (const [index, [from, rate]] of PLAN.entries()) {
    put(PLAN_ROW + 2 + index, 0, { v: from }, format('0%'));
    put(PLAN_ROW + 2 + index, 1, { v: rate }, format('0%'));
  }

  put(PLAN_ROW, 3, { v: text.score }, { bl: BooleanNumber.TRUE });
  for (const [row, line] of SCORES.entries()) {
    for (const [column, score] of line.entries()) if (score !== null) put(PLAN_ROW + 1 + row, 3 + column, { v: score });
  }
  put(PLAN_ROW + 4, 3, { v: text.nps });
  put(PLAN_ROW + 4, 5, call('NPS', 'D13:F15'), format('0.0', { bl: BooleanNumber.TRUE }));

  const sheet = book.workbook.getActiveSheet();
  sheet.getRange(0, 0, PLAN_ROW + 5, 6).setValues(cells);
  for (const [column, width] of [180, 110, 110, 120, 100, 120].entries()) sheet.setColumnWidth(column, width);
  sheet.setRowHeight(0, 34);
  lights(book, text.lights, total);
  sheet.getRange(4, 3).activate();
}

function lights(book: Book, names: readonly string[], total: number): void {
  const sheet = book.workbook.getActiveSheet();
  for (const [index, [fill, color]] of LIGHTS.entries()) {
    const rule = sheet
      .newConditionalFormattingRule()
      .whenTextEqualTo(names[index] ?? '')
      .setBackground(fill)
      .setFontColor(color);
    sheet.addConditionalFormattingRule(rule.setRanges([sheet.getRange(4, 4, total - 3, 1).getRange()]).build());
  }
}

export function exampleSheetName(language: Language): string {
  return words[language].sheet;
}
