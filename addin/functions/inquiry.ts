import type { Area } from '../../src/plan/op.ts';
import { type Property, readAreas, type WantedCells } from '../ops/pieces.ts';

/** What a cell holds, by its place in the range that was asked about; undefined where the range is gone. */
export type CellAnswer = (row: number, column: number) => unknown;

interface Asked {
  readonly place: WantedCells;
  readonly answer: (answer: CellAnswer) => void;
  readonly fail: (reason: unknown) => void;
}

/** Excel takes no calls while the user types in a cell. */
const PATIENCE = 300;

/**
 * Cells between two ranges that are rather read along than asked for apart: a cell takes about 12 bytes of a reply,
 * a range about 500 of a request.
 */
const NEAR = 40;

/** Asks the workbook about cells, once for everything that is calculated together. */
export function inquiry(property: Property): (place: WantedCells) => Promise<CellAnswer> {
  let waiting: Asked[] = [];
  const ask = async (): Promise<void> => {
    const asked = waiting;
    waiting = [];
    const groups = groupsOf(asked);
    try {
      const read = await readAreas(groups, property);
      for (const [index, group] of groups.entries()) tell(group, read[index]?.[property]);
    } catch (reason) {
      if (!isEditing(reason)) for (const { fail } of asked) fail(reason);
      else {
        waiting = asked.concat(waiting);
        setTimeout(ask, PATIENCE);
      }
    }
  };
  return place =>
    new Promise((answer, fail) => {
      if (waiting.length === 0) setTimeout(ask, 0);
      waiting.push({ place, answer, fail });
    });
}

function isEditing(reason: unknown): boolean {
  return reason instanceof OfficeExtension.Error && reason.code === 'InvalidOperationInCellEditMode';
}

interface Group {
  readonly sheet: string;
  area: Area;
  readonly asked: Asked[];
}

function tell({ area, asked }: Group, cells: readonly (readonly unknown[])[] | undefined): void {
  for (const { place, answer } of asked) {
    const [down, right] = [place.area.row - area.row, place.area.column - area.column];
    answer((row, column) => cells?.[down + row]?.[right + column]);
  }
}

/** Ranges one below the other become one, and then those that stand side by side. */
function groupsOf(asked: readonly Asked[]): Group[] {
  const single = asked.map(one => ({ sheet: one.place.sheet, area: one.place.area, asked: [one] }));
  return merged(merged(single, DOWN), ACROSS);
}

/** How a range runs: where it begins and how far it goes, and the same across. */
interface Direction {
  run(area: Area): readonly [from: number, count: number];
  side(area: Area): readonly [from: number, count: number];
  longer(area: Area, count: number): Area;
}

const DOWN: Direction = {
  run: ({ row, rows }) => [row, rows],
  side: ({ column, columns }) => [column, columns],
  longer: (area, rows) => ({ ...area, rows }),
};
const ACROSS: Direction = {
  run: ({ column, columns }) => [column, columns],
  side: ({ row, rows }) => [row, rows],
  longer: (area, columns) => ({ ...area, columns }),
};

function merged(groups: readonly Group[], { run, side, longer }: Direction): Group[] {
  const key = ({ area }: Group): readonly number[] => [...side(area), ...run(area)];
  const sorted = groups
    .map(group => ({ group, key: key(group) }))
    .sort((a, b) => byName(a.group.sheet, b.group.sheet) || byNumbers(a.key, b.key));
  const result: Group[] = [];
  for (const { group } of sorted) {
    const last = result.at(-1);
    const [from, count] = run(group.area);
    const [lastFrom, lastCount] = last ? run(last.area) : [0, 0];
    const [start, width] = side(group.area);
    const isBeside = last?.sheet === group.sheet && side(last.area)[0] === start && side(last.area)[1] === width;
    if (!last || !isBeside || (from - lastFrom - lastCount) * width > NEAR) {
      result.push(group);
      continue;
    }
    last.area = longer(last.area, Math.max(lastCount, from + count - lastFrom));
    for (const one of group.asked) last.asked.push(one);
  }
  return result;
}

function byName(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
