import type { Cell, Matrix } from '../kernel/cell.ts';
import type { Inventory, OurSheet } from './port.ts';

/** How many rows of a sheet show each light. */
export interface Lights {
  readonly red: number;
  readonly amber: number;
  readonly green: number;
  readonly none: number;
}

/** A sheet of ours and how things stand on it. */
export interface Standing extends OurSheet {
  /** Serial numbers. */
  readonly start?: number;
  readonly end?: number;
  readonly asOf?: number;
  readonly lights?: Lights;
}

const FACTS = ['Start', 'End', 'AsOf', 'Light'] as const;

/** The words that RAG writes, in both languages. */
const WORDS: Readonly<Record<string, keyof Lights>> = {
  red: 'red',
  amber: 'amber',
  green: 'green',
  'no data': 'none',
  红: 'red',
  黄: 'amber',
  绿: 'green',
  无数据: 'none',
};

/** The names whose cells say how things stand, those that there are. */
export function factNames({ ours, names }: Inventory): string[] {
  const there = new Set(names);
  return ours.flatMap(({ prefix }) => FACTS.map(fact => `${prefix}_${fact}`)).filter(name => there.has(name));
}

export function standingsOf({ ours }: Inventory, cells: Readonly<Record<string, Matrix>>): Standing[] {
  return ours.map(sheet => {
    const fact = (name: (typeof FACTS)[number]): Matrix | undefined => cells[`${sheet.prefix}_${name}`];
    const [start, end, asOf] = (['Start', 'End', 'AsOf'] as const).map(name => dayIn(fact(name)));
    const light = fact('Light');
    return {
      ...sheet,
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
      ...(asOf !== undefined && { asOf }),
      ...(light && { lights: lightsIn(light.flat()) }),
    };
  });
}

function dayIn(cells: Matrix | undefined): number | undefined {
  const cell = cells?.[0]?.[0];
  return typeof cell === 'number' && cell >= 1 ? cell : undefined;
}

function lightsIn(cells: readonly Cell[]): Lights {
  const count = { red: 0, amber: 0, green: 0, none: 0 };
  for (const cell of cells) {
    const light = typeof cell === 'string' ? WORDS[cell] : undefined;
    if (light) count[light]++;
  }
  return count;
}
