import { labelKey } from '../../kernel/label.ts';
import { visible } from './cleaning.ts';
import type { DealField } from './dealField.ts';

/** Two names that may mean the same. It is a question: nothing is changed until the user answers. */
export interface NameQuestion {
  readonly field: DealField;
  /** As the file has it, and in how many rows. */
  readonly found: string;
  readonly rows: number;
  /** What it may mean, the likeliest first. */
  readonly candidates: readonly { readonly name: string; readonly why: NameDifference }[];
}

export type NameDifference = 'case' | 'spacing' | 'punctuation' | 'edit';

/** An answer, kept in the workbook: `to` is the name meant, or null for "this is another one". */
export interface Alias {
  readonly field: DealField;
  readonly from: string;
  readonly to: string | null;
}

// One letter more or less makes another name of a short one: Lee and Lea, 王芳 and 王方.
const LATIN_LENGTH = 6;
const HAN_LENGTH = 4;
const HAN = /\p{Script=Han}/u;

/** Names of the file that nearly are known ones, or nearly each other where none are known. */
export function nearNames(
  field: DealField,
  found: ReadonlyMap<string, number>,
  known: readonly string[],
  aliases: readonly Alias[] = [],
): NameQuestion[] {
  // A name in the workbook may hold characters that nobody sees.
  const exact = new Set(known.map(name => visible(name).trim()));
  const answered = new Set(aliases.filter(alias => alias.field === field).map(({ from }) => from));
  const unknown = [...found].filter(([name]) => name !== '' && !exact.has(name));
  const open = unknown.filter(([name]) => !answered.has(name)).sort(byRows);
  // Without a list the name with more rows is the likelier one.
  const targets = [...known, ...unknown.sort(byRows).map(([name]) => name)];
  const index = new NameIndex(targets);
  const rank = new Map(targets.map((name, place) => [name, place]));
  return open.flatMap(([name, rows]) => {
    const own = rank.get(name) ?? targets.length;
    const candidates = index
      .near(name)
      .filter(other => (rank.get(other.name) ?? 0) < own)
      .sort((a, b) => ORDER[a.why] - ORDER[b.why] || (rank.get(a.name) ?? 0) - (rank.get(b.name) ?? 0));
    return candidates.length > 0 ? [{ field, found: name, rows, candidates }] : [];
  });
}

/** Puts the answers into effect: every name that has one becomes the name meant. */
export function resolveName(field: DealField, name: string, aliases: ReadonlyMap<string, string>): string {
  return aliases.get(`${field}|${name}`) ?? name;
}

export function aliasMap(aliases: readonly Alias[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const { field, from, to } of aliases) if (to !== null) map.set(`${field}|${from}`, to);
  return map;
}

const ORDER: Readonly<Record<NameDifference, number>> = { case: 0, spacing: 1, punctuation: 2, edit: 3 };

function byRows([nameA, a]: readonly [string, number], [nameB, b]: readonly [string, number]): number {
  return b - a || (nameA < nameB ? -1 : 1);
}

/** Finds near names without comparing every one with every other: by their letters, and by their letters less one. */
class NameIndex {
  private readonly byLetters = new Map<string, Set<string>>();
  private readonly byLess = new Map<string, Set<string>>();

  constructor(names: readonly string[]) {
    for (const name of new Set(names)) {
      const letters = lettersOf(name);
      add(this.byLetters, letters, name);
      if (isLong(letters)) for (const less of lessOne(letters)) add(this.byLess, less, name);
    }
  }

  near(name: string): { name: string; why: NameDifference }[] {
    const letters = lettersOf(name);
    if (letters === '') return [];
    const same = [...(this.byLetters.get(letters) ?? [])].filter(other => other !== name);
    const close = new Set<string>();
    if (isLong(letters)) {
      for (const less of lessOne(letters)) {
        for (const other of this.byLess.get(less) ?? []) if (isOneEdit(letters, lettersOf(other))) close.add(other);
      }
    }
    return [
      ...same.map(other => ({ name: other, why: difference(name, other) })),
      ...[...close].map(other => ({ name: other, why: 'edit' as const })),
    ];
  }
}

function add(map: Map<string, Set<string>>, key: string, name: string): void {
  const names = map.get(key);
  if (names) names.add(name);
  else map.set(key, new Set([name]));
}

function lettersOf(name: string): string {
  return labelKey(name).replace(/[^\p{L}\p{N}]/gu, '');
}

function isLong(letters: string): boolean {
  return letters.length >= (HAN.test(letters) ? HAN_LENGTH : LATIN_LENGTH);
}

/** The letters themselves, and with each one left out. */
function lessOne(letters: string): string[] {
  return [letters, ...Array.from(letters, (_, index) => letters.slice(0, index) + letters.slice(index + 1))];
}

/** One letter more, less, other, or two neighbours swapped; a digit makes another thing: GTX 500 is not GTX 600. */
function isOneEdit(a: string, b: string): boolean {
  if (a === b || digitsIn(a) !== digitsIn(b)) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const restA = a.slice(start, endA);
  const restB = b.slice(start, endB);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

function digitsIn(text: string): string {
  return text.replace(/\D/g, '');
}

function difference(a: string, b: string): NameDifference {
  if (labelKey(a) === labelKey(b)) return 'case';
  return labelKey(a).replace(/\s/g, '') === labelKey(b).replace(/\s/g, '') ? 'spacing' : 'punctuation';
}
