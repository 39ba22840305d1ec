import { labelKey } from '../../kernel/label.ts';
import { type Period, periodText } from '../../kernel/period.ts';
import { type Language, say, type Text } from '../../kernel/text.ts';
import { builtin, columnOf } from '../../plan/expression.ts';
import type { SheetSpec } from '../../plan/sheetSpec.ts';
import { APPROVAL_WORDS, type Approval } from '../../sheets/history.ts';
import type { RosterMember } from '../import/roster.ts';
import type { PayStatement } from './approvals.ts';
import type { PaidPeriod } from './payLines.ts';

/** What payroll needs to know of a person; no pay where the sheets have no figure. */
export interface PayrollRow {
  readonly person: string;
  readonly period: Period;
  readonly pay: number | null;
  readonly currency: string;
  /** The person's team, by the team list; blank where that does not say. */
  readonly costCentre: string;
  /** How far it is agreed on. */
  readonly state: Approval;
}

export function payrollRows(
  { period, unit }: PaidPeriod,
  statements: readonly PayStatement[],
  team: readonly RosterMember[],
): PayrollRow[] {
  const teams = new Map(team.map(member => [labelKey(member.person), member.team]));
  return statements.map(({ person, total, state }) => ({
    person,
    period,
    pay: total,
    currency: unit,
    costCentre: teams.get(labelKey(person)) ?? '',
    state,
  }));
}

const HEADS = {
  person: say('Salesperson', '销售员'),
  period: say('Period', '期间'),
  pay: say('Pay', '应发'),
  currency: say('Currency', '币种'),
  costCentre: say('Cost centre', '成本中心'),
  state: say('State', '状态'),
} satisfies Record<keyof PayrollRow, Text>;
const KEYS = ['person', 'period', 'pay', 'currency', 'costCentre', 'state'] as const;

/** The table as a sheet. */
export function payrollSheet(period: Period, rows: readonly PayrollRow[], language: Language): SheetSpec {
  const { en, zh } = periodText(period);
  return {
    template: 'payroll',
    name: say(`Payroll ${period}`, `发放表 ${period}`),
    prefix: 'Payroll',
    title: say(`Payroll, ${en}`, `${zh}发放表`)[language],
    subtitle: say(
      'As approved, else as the sheets have it; corrections included.',
      '已确认的按确认金额，其余按表中金额；含更正。',
    ),
    orientation: 'portrait',
    frozenColumns: 1,
    parameters: [],
    tables: [
      {
        key: 'Payroll',
        spare: 0,
        above: [
          {
            key: 'total',
            label: say('Total', '合计'),
            role: 'total',
            cells: { pay: builtin('SUM', columnOf('Payroll', 'pay')) },
          },
        ],
        columns: KEYS.map(key => ({ key, label: HEADS[key], format: key === 'pay' ? 'cents' : 'text' })),
        rows: rows.map(row => ({ ...row, state: APPROVAL_WORDS[row.state][language] })),
      },
    ],
  };
}

/** The same as comma-separated values, with a heading row. */
export function payrollCsv(rows: readonly PayrollRow[], language: Language): string {
  const lines = [
    KEYS.map(key => HEADS[key][language]),
    ...rows.map(({ person, period, pay, currency, costCentre, state }) => [
      ...[person, period, pay === null ? '' : String(pay), currency, costCentre],
      APPROVAL_WORDS[state][language],
    ]),
  ];
  return lines.map(line => `${line.map(csvCell).join(',')}\r\n`).join('');
}

/** A spreadsheet that opens the file takes a text for a formula that begins like one; a figure is none. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
