import { labelKey } from '../../kernel/label.ts';
import { endsSlice } from '../../kernel/slices.ts';
import { ExactSum, exactDifference } from '../figures/exactSum.ts';
import { slicedSort } from '../figures/slicedSort.ts';
import { finish } from '../import/inspect.ts';
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

/** What counts is reckoned in decimals where it is doubtful, some 20 µs a match. */
const MATCHES_A_SLICE = 500;

/** The CRM's sales against finance's receipts, matched by contract or by customer. */
export function reconcile(
  crm: readonly SourceLine[],
  receipts: readonly SourceLine[],
  minimumShare: number,
): Reconciliation {
  return finish(reconciling(crm, receipts, minimumShare));
}

/** The same, slice by slice: it yields how many of the lines of both are done. */
export function* reconciling(
  crm: readonly SourceLine[],
  receipts: readonly SourceLine[],
  minimumShare: number,
): Generator<number, Reconciliation> {
  const groups = new Map<string, Group>();
  const groupOf = (key: string): Group => {
    const id = labelKey(key);
    const group = groups.get(id) ?? newGroup(key);
    groups.set(id, group);
    return group;
  };
  const withoutKey = { crm: 0, receipts: 0 };
  let seen = 0;
  for (const line of crm) {
    if (endsSlice(++seen)) yield seen;
    if (line.key.trim() === '') withoutKey.crm++;
    else addCrm(groupOf(line.key), line);
  }
  for (const { key, amount } of receipts) {
    if (endsSlice(++seen)) yield seen;
    if (key.trim() === '') {
      withoutKey.receipts++;
      continue;
    }
    const group = groupOf(key);
    group.received.add(amount);
    group.receiptLines++;
  }
  const found: Match[] = [];
  const counts: Record<MatchStatus, number> = { same: 0, different: 0, onlyCrm: 0, onlyReceipts: 0 };
  const sums = new Sums();
  for (const group of groups.values()) {
    const match = matchOf(group, minimumShare);
    found.push(match);
    counts[match.status]++;
    sums.add(match);
    if (found.length % MATCHES_A_SLICE === 0) yield seen;
  }
  const matches = yield* slicedSort(found, bySize, seen);
  return { matches, counts, ...sums.values, withoutKey };
}

class Sums {
  private readonly signed = new ExactSum();
  private readonly expected = new ExactSum();
  private readonly received = new ExactSum();
  private readonly difference = new ExactSum();
  private readonly effect = new ExactSum();

  add(match: Match): void {
    this.signed.add(match.signed ?? 0);
    this.expected.add(match.expected);
    this.received.add(match.received);
    this.difference.add(match.difference);
    this.effect.add(match.countedByReceipts);
    this.effect.add(0 - match.countedByCrm);
  }

  get values(): Pick<Reconciliation, 'signed' | 'expected' | 'received' | 'difference' | 'effect'> {
    const { signed, expected, received, difference, effect } = this;
    return {
      signed: signed.value,
      expected: expected.value,
      received: received.value,
      difference: difference.value,
      effect: effect.value,
    };
  }
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
  const difference = exactDifference(received, expected);
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

/** The largest differences first. */
function bySize(a: Match, b: Match): number {
  return Math.abs(b.difference) - Math.abs(a.difference) || (a.key < b.key ? -1 : 1);
}
