import { CellError, type Matrix } from '../../kernel/cell.ts';
import type { Value } from '../../kernel/json.ts';
import { labelKey } from '../../kernel/label.ts';
import type { Period } from '../../kernel/period.ts';
import type { Language } from '../../kernel/text.ts';
import {
  type Approval,
  HISTORY_COLUMNS,
  type HistoryRow,
  historyCells,
  KEY_COLUMNS,
  type ReadHistory,
} from '../../sheets/history.ts';
import type { Change } from '../change/changeSet.ts';
import { same } from '../change/fitToWorkbook.ts';
import { exactDifference, exactSum } from '../figures/exactSum.ts';
import { originOf } from '../figures/history.ts';
import { amountText } from '../figures/shownFigures.ts';
import type { PaidPeriod, PayLine } from './payLines.ts';

/** A person's statement of a period: what the sheets pay, what was agreed, what was corrected. */
export interface PayStatement {
  readonly person: string;
  /** None where the sheets do not have the person any more. */
  readonly line: PayLine | undefined;
  /** What the history keeps of it, and where. */
  readonly kept: KeptPay | undefined;
  readonly state: Approval;
  readonly remark: string;
  /** Corrections of earlier periods that are paid with it. */
  readonly corrections: readonly HistoryRow[];
  /** What is paid: as it was approved, else as the sheets have it; corrections included. */
  readonly total: number | null;
  /** By how much the sheets pay otherwise than was approved, beyond what was corrected since. */
  readonly due: number;
}

interface KeptPay {
  readonly row: HistoryRow;
  /** Its place in the history's table, from 0. */
  readonly place: number;
}

/** The statements of a period in the order of the sheets; those that only the history knows come last. */
export function payStatements({ period, lines }: PaidPeriod, history: ReadHistory): PayStatement[] {
  const current = history.rows.flatMap((row, index): KeptPay[] =>
    row.status === 'current' && row.unitType === 'person' ? [{ row, place: history.places[index] ?? -1 }] : [],
  );
  const kept = new Map(
    current
      .filter(({ row }) => row.metric === 'pay' && row.period === period)
      .map(pay => [labelKey(pay.row.unit), pay] as const),
  );
  const corrections = current.flatMap(({ row }) => (row.metric === 'correction' ? [row] : []));
  const seen = new Set(lines.map(({ person }) => labelKey(person)));
  // Who has left the sheets is still paid what was agreed, and what was corrected of earlier periods.
  const owed = [...[...kept.values()].map(({ row }) => row), ...corrections.filter(row => row.period === period)];
  const left = new Map<string, string>();
  for (const { unit } of owed) {
    const key = labelKey(unit);
    if (!seen.has(key) && !left.has(key)) left.set(key, unit);
  }
  const people: readonly (readonly [string, PayLine | undefined])[] = [
    ...lines.map(line => [line.person, line] as const),
    ...[...left.values()].map(person => [person, undefined] as const),
  ];
  return people.map(([person, line]): PayStatement => {
    const pay = kept.get(labelKey(person));
    const own = corrections.filter(({ unit }) => labelKey(unit) === labelKey(person));
    const booked = own.filter(row => row.period === period);
    const state = pay?.row.approval ?? 'draft';
    const agreed = state === 'approved' ? (pay?.row.actual ?? null) : null;
    // An approved amount that is no number any more is not replaced by another one.
    const amount = state === 'approved' ? agreed : amountOf(line, pay);
    return {
      person,
      line,
      kept: pay,
      state,
      remark: pay?.row.source ?? '',
      corrections: booked,
      total: amount === null ? null : exactSum([amount, ...booked.map(({ actual }) => actual)]),
      due: agreed === null ? 0 : dueOf(agreed, line, own, period),
    };
  });
}

/** What the sheets pay; who has left them is paid what the history keeps, and without that nothing but corrections. */
function amountOf(line: PayLine | undefined, kept: KeptPay | undefined): number | null {
  if (line) return line.pay;
  return kept ? kept.row.actual : 0;
}

function dueOf(agreed: number, line: PayLine | undefined, own: readonly HistoryRow[], period: Period): number {
  if (line?.pay === null || line === undefined) return 0;
  const corrected = own.filter(({ source }) => originOf(source) === period).map(({ actual }) => actual);
  return exactDifference(line.pay, exactSum([agreed, ...corrected]));
}

/**
 * Who is agreed on and has left the sheets, beside who stands there for the same amount and is not agreed on: one
 * person under two names would be paid twice.
 */
export function underTwoNames(
  statements: readonly PayStatement[],
): { readonly before: string; readonly now: string }[] {
  const gone = statements.filter(({ line, kept }) => !line && kept && kept.row.actual !== 0);
  const open = statements.filter(({ line, kept }) => line && !kept);
  return gone.flatMap(({ person, kept }) =>
    open.filter(({ line }) => line?.pay === kept?.row.actual).map(({ person: now }) => ({ before: person, now })),
  );
}

/** What was approved and is paid otherwise by now: it belongs into a later statement. */
export interface DueCorrection {
  readonly person: string;
  /** The period that it is of. */
  readonly of: Period;
  readonly before: number;
  readonly after: number;
  readonly amount: number;
}

/** The corrections that a period's statements have to take up; whose statement is approved already waits. */
export function dueCorrections(all: readonly PaidPeriod[], into: PaidPeriod, history: ReadHistory): DueCorrection[] {
  const closed = new Set(
    payStatements(into, history).flatMap(({ person, state }) => (state === 'approved' ? [labelKey(person)] : [])),
  );
  return all
    .filter(({ period }) => period < into.period)
    .flatMap(earlier =>
      payStatements(earlier, history).flatMap(({ person, due, line }): DueCorrection[] => {
        if (due === 0 || !line || line.pay === null || closed.has(labelKey(person))) return [];
        const before = exactDifference(line.pay, due);
        return [{ person, of: earlier.period, before, after: line.pay, amount: due }];
      }),
    );
}

/** What the user has chosen for a statement. */
export interface Agreement {
  readonly state: Approval;
  readonly remark: string;
}

export interface Agreeing {
  readonly payout: PaidPeriod;
  readonly statements: readonly PayStatement[];
  /** By the person's label key; who is left out stays as it is. */
  readonly chosen: ReadonlyMap<string, Agreement>;
  readonly corrections: readonly DueCorrection[];
  readonly history: { readonly prefix: string; readonly cells: Matrix };
  /** A serial number. */
  readonly today: number;
  readonly language: Language;
}

/** What agreeing on statements writes into the history. */
export function agreementChanges(agreeing: Agreeing): Change[] {
  const { statements, chosen, history, today, language, payout } = agreeing;
  const added: HistoryRow[] = agreeing.corrections.map(due => correctionRow(due, payout.period, today));
  const changes = new Map<string, Extract<Change, { kind: 'cells' }>['cells'][number][]>();
  for (const statement of statements) {
    const { kept, line, person } = statement;
    const choice = chosen.get(labelKey(person));
    if (!choice || (choice.state === statement.state && choice.remark === statement.remark && kept)) continue;
    if (!kept && choice.state === 'draft' && choice.remark === '') continue;
    // What was approved is paid as it was approved, whatever the sheets say since.
    const actual = kept?.row.approval === 'approved' ? kept.row.actual : amountOf(line, kept);
    if (actual === null) continue;
    const row: HistoryRow = {
      period: payout.period,
      unitType: 'person',
      unit: kept?.row.unit ?? person,
      metric: 'pay',
      target: null,
      actual,
      source: choice.remark,
      closedAt: today,
      status: 'current',
      approval: choice.state,
    };
    if (kept) change(changes, kept.place, history.cells, historyCells(row, language));
    else added.push(row);
  }
  const named = (name: string): string => `${history.prefix}_${name}`;
  const written = [...changes].map(
    ([name, cells]): Change => ({ kind: 'cells', name: named(name), keys: KEY_COLUMNS.map(named), cells }),
  );
  if (added.length === 0) return written;
  const rows = added.map(row => historyCells(row, language));
  return [...written, { kind: 'append', columns: HISTORY_COLUMNS.map(named), rows }];
}

function correctionRow(
  { person, of, before, after, amount }: DueCorrection,
  period: Period,
  today: number,
): HistoryRow {
  return {
    period,
    unitType: 'person',
    unit: person,
    metric: 'correction',
    target: null,
    actual: amount,
    source: `${of}: ${amountText(before)} → ${amountText(after)}`,
    closedAt: today,
    status: 'current',
  };
}

const WRITTEN = ['Actual', 'Source', 'ClosedAt', 'Status'] as const;

function change(
  changes: Map<string, { row: number; key: readonly Value[]; before: Value; after: Value }[]>,
  place: number,
  cells: Matrix,
  line: readonly Value[],
): void {
  const held = (cells[place] ?? []).map(cell => (cell instanceof CellError ? cell.code : cell === '' ? null : cell));
  const at = (name: (typeof HISTORY_COLUMNS)[number]): number => HISTORY_COLUMNS.indexOf(name);
  const key = KEY_COLUMNS.map(name => held[at(name)] ?? null);
  for (const name of WRITTEN) {
    const before = held[at(name)] ?? null;
    const written = line[at(name)] ?? null;
    const after = written === '' ? null : written;
    if (same(before, after)) continue;
    const list = changes.get(name) ?? [];
    list.push({ row: place, key, before, after });
    changes.set(name, list);
  }
}
