import { labelKey } from '../../kernel/label.ts';
import { ExactSum } from '../figures/exactSum.ts';
import { countedAmount } from '../import/readRows.ts';

/** A line of either source: what it is matched by, and its amount. */
export interface SourceLine {
  readonly key: string;
  readonly amount: number;
  /** What the CRM says was collected; undefined where it does not say. */
  readonly collected?: number | undefined;
}

export type MatchStatus = 'same' | 'different' | 'onlyCrm' | 'onlyReceipts';

export interface Match {
  readonly key: string;
  readonly status: MatchStatus;
  /** Signed, by the CRM; undefined where it does not know the key. */
  readonly signed: number | undefined;
  /** What should have come in: collected by the CRM, or all that was signed. */
  readonly expected: number;
  readonly received: number;
  /** Received less expected. */
  readonly difference: number;
  /** What counts by the CRM's own figures, and what by the receipts. */
  readonly countedByCrm: number;
  readonly countedByReceipts: number;
  readonly crmLines: number;
  readonly receiptLines: number;
}

export interface Reconciliation {
  readonly matches: readonly Match[];
  readonly counts: Readonly<Record<MatchStatus, number>>;
  readonly signed: number;
  readonly expected: number;
  readonly received: number;
  readonly difference: number;
  /** What the counting rule changes when the receipts are believed. */
  readonly effect: number;
  /** Lines that name nothing to be matched by. */
  readonly withoutKey: { readonly crm: number; readonly receipts: number };
}

/** The CRM's sales against finance's receipts, matched by contract or by customer. */
export function reconcile(
  crm: readonly SourceLine[],
  receipts: readonly SourceLine[],
  minimumShare: number,
): Reconciliation {
  const groups = new Map<string, Group>();
  const groupOf = (key: string): Group => {
    const id = labelKey(key);
    const group = groups.get(id) ?? newGroup(key);
    groups.set(id, group);
    return group;
  };
  const withoutKey = { crm: 0, receipts: 0 };
  for (const line of crm) {
    if (line.key.trim() === '') withoutKey.crm++;
    else addCrm(groupOf(line.key), line);
  }
  for (const { key, amount } of receipts) {
    if (key.trim() === '') {
      withoutKey.receipts++;
      continue;
    }
    const group = groupOf(key);
    group.received.add(amount);
    group.receiptLines++;
  }
  const matches = [...groups.values()].map(group => matchOf(group, minimumShare)).sort(bySize);
  const counts: Record<MatchStatus, number> = { same: 0, different: 0, onlyCrm: 0, onlyReceipts: 0 };
  for (const { status } of matches) counts[status]++;
  return {
    matches,
    counts,
    signed: total(matches, match => match.signed ?? 0),
    expected: total(matches, match => match.expected),
    received: total(matches, match => match.received),
    difference: total(matches, match => match.difference),
    effect: total(
      matches,
      match => match.countedByReceipts,
      match => 0 - match.countedByCrm,
    ),
    withoutKey,
  };
}

interface Group {
  readonly key: string;
  readonly signed: ExactSum;
  readonly collected: ExactSum;
  readonly received: ExactSum;
  knowsCollected: boolean;
  crmLines: number;
  receiptLines: number;
}

function newGroup(key: string): Group {
  return {
    key: key.trim(),
    signed: new ExactSum(),
    collected: new ExactSum(),
    received: new ExactSum(),
    knowsCollected: false,
    crmLines: 0,
    receiptLines: 0,
  };
}

function addCrm(group: Group, { amount, collected }: SourceLine): void {
  group.crmLines++;
  group.signed.add(amount);
  if (collected === undefined) return;
  group.knowsCollected = true;
  group.collected.add(collected);
}

function matchOf(group: Group, minimumShare: number): Match {
  const { key, crmLines, receiptLines, knowsCollected } = group;
  const signed = group.signed.value;
  const expected = knowsCollected ? group.collected.value : signed;
  const received = group.received.value;
  const difference = total([received, 0 - expected], value => value);
  return {
    key,
    status: statusOf(crmLines, receiptLines, expected, difference),
    signed: crmLines === 0 ? undefined : signed,
    expected,
    received,
    difference,
    countedByCrm: countedAmount(signed, expected, minimumShare),
    countedByReceipts: countedAmount(signed, received, minimumShare),
    crmLines,
    receiptLines,
  };
}

/** A contract of which nothing should have come in yet misses nothing. */
function statusOf(crmLines: number, receiptLines: number, expected: number, difference: number): MatchStatus {
  if (crmLines === 0) return 'onlyReceipts';
  if (receiptLines === 0 && expected !== 0) return 'onlyCrm';
  return difference === 0 ? 'same' : 'different';
}

function total<Item>(items: readonly Item[], ...parts: readonly ((item: Item) => number)[]): number {
  const sum = new ExactSum();
  for (const item of items) for (const part of parts) sum.add(part(item));
  return sum.value;
}

/** The largest differences first. */
function bySize(a: Match, b: Match): number {
  return Math.abs(b.difference) - Math.abs(a.difference) || (a.key < b.key ? -1 : 1);
}
