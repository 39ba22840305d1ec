import { isoOf } from '../../kernel/calendar.ts';
import { periodText } from '../../kernel/period.ts';
import { type Language, say, type Text } from '../../kernel/text.ts';
import { builtin, columnOf } from '../../plan/expression.ts';
import type { ColumnSpec, SheetSpec, TableSpec } from '../../plan/sheetSpec.ts';
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
    title: say(`Monthly report, ${month.en}`, `${month.zh}月报`)[language],
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
    title: say('1  Exceptions', '一、异常'),
    spare: 0,
    above: [],
    columns: [
      { key: 'name', label: say('Name', '名称'), format: 'text' },
      { key: 'kind', label: say('Exception', '异常'), format: 'text' },
      { key: 'value', label: say('Value', '数值'), format: 'number', formattedByRow: true },
      money('gap', say('Gap', '差额')),
      { key: 'cause', label: say('Cause and action', '原因与措施'), format: 'text', width: 260 },
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
    title: say('2  Commission', '二、提成'),
    spare: 0,
    above: [
      {
        key: 'total',
        label: say('Total', '合计'),
        role: 'total',
        cells: Object.fromEntries(
          ['target', 'sales', 'pay'].map(key => [key, builtin('SUM', columnOf('Statements', key))]),
        ),
      },
    ],
    columns: [
      { key: 'person', label: say('Salesperson', '销售员'), format: 'text' },
      money('target', say('Target', '目标')),
      money('sales', say('Sales', '销售额')),
      { key: 'achievement', label: say('Achievement', '达成率'), format: 'percent' },
      money('pay', say('Commission', '提成')),
      { key: 'note', label: say('Note', '备注'), format: 'text', width: 220 },
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
