import { type Cell, CellError, type Matrix } from '../kernel/cell.ts';
import { labelKey } from '../kernel/label.ts';
import { languages } from '../kernel/text.ts';
import { exactSum } from '../month/figures/exactSum.ts';
import type { Member } from '../plan/field.ts';
import { belowHeadings } from '../plan/namedColumns.ts';
import type { Inventory, OurSheet } from '../port/port.ts';
import { LIGHT_WORDS } from '../sheets/tracker.ts';

/** How many rows of a sheet show each light. */
export interface Lights {
  readonly red: number;
  readonly amber: number;
  readonly green: number;
  readonly none: number;
  /** Rows that should show a light and do not: an error, something else, or nothing. */
  readonly unread: number;
  /** Rows whose light is still being calculated. */
  readonly waiting: number;
}

/** A sheet of ours and how things stand on it. */
export interface SheetStatus extends OurSheet {
  /** Serial numbers. */
  readonly start?: number;
  readonly end?: number;
  readonly asOf?: number;
  readonly lights?: Lights;
  /** Whose rows these are, each once. */
  readonly people?: readonly Member[];
}

const DAYS = ['Start', 'End', 'AsOf'] as const;
/** Of sheets whose rows have a light. */
const ROWS = ['Light', 'Person', 'Region', 'Target'] as const;

/** Templates whose rows have a light each. */
const LIT: ReadonlySet<string> = new Set(['tracker']);

/** The light that a word stands for, in any language. */
const LIGHTS: Readonly<Record<string, keyof Lights>> = Object.fromEntries(
  (['red', 'amber', 'green', 'none'] as const).flatMap(light =>
    languages.map(language => [LIGHT_WORDS[light][language], light]),
  ),
);

/** The names whose cells say how things stand, those that there are. */
export function factNames({ ours, names }: Inventory): string[] {
  const there = new Set(names);
  return ours
    .flatMap(({ prefix, template }) => {
      const isLit = LIT.has(template) || there.has(`${prefix}_Light`);
      const facts = isLit ? [...DAYS, ...ROWS] : DAYS;
      return facts.map(fact => `${prefix}_${fact}`);
    })
    .filter(name => there.has(name));
}

export function statusesOf({ ours }: Inventory, cells: Readonly<Record<string, Matrix>>): SheetStatus[] {
  const lists = Object.entries(cells).map(([name, matrix]) => [name, { cells: matrix.flat() }] as const);
  const columns = belowHeadings(Object.fromEntries(lists), ours);
  return ours.map(sheet => {
    const fact = (name: (typeof DAYS | typeof ROWS)[number]) => columns[`${sheet.prefix}_${name}`]?.cells;
    const [start, end, asOf] = DAYS.map(name => dayIn(fact(name)));
    const lit = fact('Light') ?? (LIT.has(sheet.template) ? [] : undefined);
    return {
      ...sheet,
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
      ...(asOf !== undefined && { asOf }),
      ...(lit && { lights: lightsIn(lit, fact('Person') ?? []) }),
      ...(lit && { people: peopleIn(fact('Person') ?? [], fact('Region') ?? [], fact('Target') ?? []) }),
    };
  });
}

/** Just after something was written: lights that cannot be read yet are being calculated. */
export function calculating({ lights, ...sheet }: SheetStatus): SheetStatus {
  if (!lights) return sheet;
  return { ...sheet, lights: { ...lights, unread: 0, waiting: lights.waiting + lights.unread } };
}

function peopleIn(names: readonly Cell[], regions: readonly Cell[], targets: readonly Cell[]): Member[] {
  const people = new Map<string, Member>();
  for (const [row, name] of names.entries()) {
    const person = textOf(name);
    if (person === '') continue;
    const { target = 0, ...known } = people.get(labelKey(person)) ?? { person, region: textOf(regions[row]) };
    const more = targets[row];
    const isKnown = people.get(labelKey(person))?.target !== undefined || typeof more === 'number';
    const sum = exactSum([target, typeof more === 'number' ? more : 0]);
    people.set(labelKey(person), { ...known, ...(isKnown && { target: sum }) });
  }
  return [...people.values()];
}

const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell.trim() : '');

function dayIn([cell]: readonly Cell[] = []): number | undefined {
  return typeof cell === 'number' && cell >= 1 ? cell : undefined;
}

/** Whoever stands in a row has a light there, "no data" at least. */
function lightsIn(cells: readonly Cell[], people: readonly Cell[]): Lights {
  const count = { red: 0, amber: 0, green: 0, none: 0, unread: 0, waiting: 0 };
  for (let row = 0; row < Math.max(cells.length, people.length); row++) {
    const cell = cells[row] ?? '';
    const light = typeof cell === 'string' ? LIGHTS[cell] : undefined;
    if (light) count[light]++;
    else if (isWaiting(cell)) count.waiting++;
    else if (cell !== '' || (people[row] ?? '') !== '') count.unread++;
  }
  return count;
}

/** What Excel and Google Sheets show until a custom function has answered. */
function isWaiting(cell: Cell): boolean {
  return cell instanceof CellError ? cell.code === '#BUSY!' : cell === 'Loading...' || cell === '正在加载…';
}
