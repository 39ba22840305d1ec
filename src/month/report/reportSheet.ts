import { isoOf } from '../../kernel/calendar.ts';
import { say } from '../../kernel/errors.ts';
import type { Language, Text } from '../../kernel/text.ts';
import { builtin, columnOf } from '../../plan/expression.ts';
import type { ColumnSpec, SheetSpec, TableSpec } from '../../plan/sheetSpec.ts';
import { periodText } from '../period.ts';
import type { Exception, Report } from './report.ts';
import { EXCEPTION_TITLES } from './summary.ts';

const money = (key: string, label: Text): ColumnSpec => ({ key, label, format: 'cents' });

/** The month's report as a sheet: what stands out, and the commission statement of everybody. */
export function reportSheet(report: Report, language: Language): SheetSpec {
  const month = periodText(report.period);
  return {
    template: 'report',
    name: say(`Report ${report.period}`, `月报 ${report.period}`),
    prefix: 'Report',
    title: language === 'zh' ? `${month.zh}月报` : `Monthly report, ${month.en}`,
    subtitle: say(`Data as of ${isoOf(report.asOf)}.`, `数据截至 ${isoOf(report.asOf)}。`),
    orientation: 'landscape',
    frozenColumns: 1,
    parameters: [],
    tables: [exceptionTable(report.exceptions, language), statementTable(report, language)],
  };
}

function exceptionTable(exceptions: readonly Exception[], language: Language): TableSpec {
  return {
    key: 'Exceptions',
    title: { en: '1  Exceptions', zh: '一、异常' },
    spare: 0,
    above: [],
    columns: [
      { key: 'name', label: { en: 'Name', zh: '名称' }, format: 'text' },
      { key: 'kind', label: { en: 'Exception', zh: '异常' }, format: 'text' },
      { key: 'value', label: { en: 'Value', zh: '数值' }, format: 'number', formattedByRow: true },
      money('gap', { en: 'Gap', zh: '差额' }),
      { key: 'cause', label: { en: 'Cause and action', zh: '原因与措施' }, format: 'text', width: 260 },
    ],
    rowFormats: exceptions.map(({ kind }) => (kind === 'red' || kind === 'behind' ? 'percent' : 'cents')),
    rows: exceptions.map(({ name, kind, value, gap }) => ({
      name,
      kind: EXCEPTION_TITLES[kind][language],
      value,
      gap,
      cause: null,
    })),
  };
}

function statementTable({ people, statements }: Report, language: Language): TableSpec {
  return {
    key: 'Statements',
    title: { en: '2  Commission', zh: '二、提成' },
    spare: 0,
    above: [
      {
        key: 'total',
        label: { en: 'Total', zh: '合计' },
        role: 'total',
        cells: Object.fromEntries(
          ['target', 'sales', 'pay'].map(key => [key, builtin('SUM', columnOf('Statements', key))]),
        ),
      },
    ],
    columns: [
      { key: 'person', label: { en: 'Salesperson', zh: '销售员' }, format: 'text' },
      money('target', { en: 'Target', zh: '目标' }),
      money('sales', { en: 'Sales', zh: '销售额' }),
      { key: 'achievement', label: { en: 'Achievement', zh: '达成率' }, format: 'percent' },
      money('pay', { en: 'Commission', zh: '提成' }),
      { key: 'note', label: { en: 'Note', zh: '备注' }, format: 'text', width: 220 },
    ],
    rows: statements.map(({ person, target, sales, pay, problem, remark }, index) => ({
      person,
      target,
      sales,
      achievement: people[index]?.achievement ?? null,
      pay,
      note: [problem, remark].flatMap(text => text?.[language] ?? []).join(' ') || null,
    })),
  };
}
