import type { SheetGrid, Spot } from '../grid/grid.ts';
import { cellsOf, type Place } from '../grid/places.ts';
import { labelKey } from '../kernel/label.ts';
import { addTo } from '../kernel/lists.ts';
import { say, type Text } from '../kernel/text.ts';
import { type Call, callsOf, referencesIn } from '../native/scan.ts';
import { meeting } from '../plan/builtins.ts';
import { bySheet, type Check, type HealthFinding, type Patient } from './check.ts';

/** A name as somebody wrote it, and where. */
interface Written extends Spot {
  readonly sheet: SheetGrid;
  readonly name: string;
}

/** A column of names by which a sheet sums, and the cells whose names it looks up there. */
interface LookedUp {
  readonly among: Place;
  readonly wanted: Place[];
  /** By an earlier version, which took the signs * ? ~ of a name for those of a pattern. */
  asPattern: boolean;
}

/**
 * Names that are one to our functions and two to the sums beside them: "East " and "East". A leaderboard merges them,
 * SUMIF does not, and nothing on the sheet shows that it is short of a row. And names that a formula of an earlier
 * version reads as patterns, which add what is other people's.
 */
export const alike: Check = patient => {
  const columns = lookedUpIn(patient);
  return [
    ...told(columns.flatMap(spelledOtherwise), APART, MERGE),
    ...told(columns.filter(({ asPattern }) => asPattern).flatMap(takenForPatterns), AS_PATTERNS, INSERT_ANEW),
  ];
};

function told(found: readonly Written[], what: (names: readonly string[]) => Text, advice: Text): HealthFinding[] {
  const once = new Map(found.map(cell => [`${cell.sheetId} ${cell.row} ${cell.column}`, cell]));
  return bySheet([...once.values()], cells => ({
    what: what([...new Set(cells.map(({ name }) => `“${name}”`))]),
    repairs: [],
    advice,
  }));
}

const MOST_NAMED = 5;
const listed = (names: readonly string[], comma: string): string =>
  `${names.slice(0, MOST_NAMED).join(comma)}${names.length > MOST_NAMED ? ' …' : ''}`;

const APART = (names: readonly string[]): Text =>
  say(
    `names that differ from others by spaces or signs that nobody sees: ${listed(names, ', ')}. Lists merge them, sums by name leave them out`,
    `名称与其他名称仅空格或不可见字符不同：${listed(names, '、')}。榜单会合并，按名称求和时会漏计`,
  );
const MERGE = say(
  'Type them as the others are written. The data check takes extra spaces out of a whole column.',
  '请改为与其他单元格一致的写法；数据体检可清除整列的多余空格。',
);
const AS_PATTERNS = (names: readonly string[]): Text =>
  say(
    `names with * ? or ~, by which formulas of an earlier version sum other names, too: ${listed(names, ', ')}`,
    `名称含 * ? 或 ~，较早版本的公式按其求和时会计入其他名称：${listed(names, '、')}`,
  );
const INSERT_ANEW = say(
  'Write the name without the sign, or insert the template anew.',
  '请改用不含该符号的名称，或重新插入模板。',
);

/** All columns in which our sheets look names up, each once. */
function lookedUpIn(patient: Patient): LookedUp[] {
  const { grid, places } = patient;
  const columns = new Map<string, LookedUp>();
  for (const sheet of grid.sheets) {
    if (sheet.marks.prefix === undefined) continue;
    const seen = new Set<string>();
    for (const [row, line] of sheet.formulas.entries()) {
      for (const [column, formula] of line.entries()) {
        // A column's formulas are the same text in Excel, whose criterion is a cell of the row.
        if (!formula.includes('"="&') || seen.has(formula)) continue;
        seen.add(formula);
        const spot = { sheetId: sheet.sheetId, row, column };
        for (const [range, criterion] of criteriaIn(formula)) {
          const among = places.find(range, spot);
          if (!among) continue;
          const key = keyOf(among);
          const known = columns.get(key) ?? { among, wanted: [], asPattern: false };
          columns.set(key, known);
          known.asPattern ||= !criterion.includes('SUBSTITUTE(');
          for (const reference of referencesIn(criterion)) {
            const wanted = wholeColumn(reference, spot, patient);
            if (wanted && !known.wanted.some(other => keyOf(other) === keyOf(wanted))) known.wanted.push(wanted);
          }
        }
      }
    }
  }
  return [...columns.values()];
}

function keyOf({ sheet, area }: Place): string {
  return [sheet.sheetId, area.row, area.column, area.rows, area.columns].join(' ');
}

const isByCriteria = (name: string): boolean => /^(?:(?:COUNT|SUM)IFS?|M(?:AX|IN)IFS)$/i.test(name);

/** Pairs of a range and what has to stand in it, where that is the name in a cell. */
function criteriaIn(formula: string): (readonly [range: string, criterion: string])[] {
  return callsOf(formula, isByCriteria).flatMap(({ name, args }: Call) => {
    const pairs = /^(?:SUM|MAX|MIN)IFS$/i.test(name) ? args.slice(1) : args;
    return pairs.flatMap((criterion, index) => {
      const range = pairs[index - 1];
      return index % 2 === 1 && range !== undefined && criterion.startsWith('"="&')
        ? [[range, criterion] as const]
        : [];
    });
  });
}

/** The cells of a criterion; of a table's row those of all its rows. */
function wholeColumn(reference: string, spot: Spot, { places }: Patient): Place | undefined {
  const place = places.find(reference, spot);
  const table = place && reference.includes('[') ? places.tableAt(spot)?.area : undefined;
  if (!place || !table || place.area.rows > 1) return place;
  return { ...place, area: { ...place.area, row: table.row + 1, rows: table.rows - 1 } };
}

function namesIn(place: Place): Written[] {
  const { sheet, area } = place;
  return cellsOf(place).flatMap((line, down) =>
    line.flatMap((name, right): Written[] =>
      typeof name === 'string' && name.trim() !== ''
        ? [{ sheet, sheetId: sheet.sheetId, row: area.row + down, column: area.column + right, name }]
        : [],
    ),
  );
}

/** Names of a column that are written otherwise than most of the same; or cells that look one up otherwise. */
function spelledOtherwise({ among, wanted }: LookedUp): Written[] {
  const asking = byKey(wanted.flatMap(namesIn));
  return [...byKey(namesIn(among))].flatMap(([key, same]) => {
    const spellings = new Map<string, Written[]>();
    for (const cell of same) addTo(spellings, cell.name.toLowerCase(), cell);
    const asked = (asking.get(key) ?? []).filter(({ name }) => !spellings.has(name.toLowerCase()));
    const [best = [], ...others] = [...spellings.values()].sort(
      (one, other) => untidy(one) - untidy(other) || other.length - one.length,
    );
    const odd = [...(asked.length > 0 && untidy(best) > 0 ? best : []), ...others.flat()];
    return odd.length > 0 ? odd : asked;
  });
}

function byKey(cells: readonly Written[]): Map<string, Written[]> {
  const keys = new Map<string, Written[]>();
  for (const cell of cells) addTo(keys, labelKey(cell.name), cell);
  return keys;
}

/** 0 for a name without what nobody sees. */
function untidy([cell]: readonly Written[]): number {
  return cell && cell.name.toLowerCase() !== labelKey(cell.name) ? 1 : 0;
}

function takenForPatterns({ among, wanted }: LookedUp): Written[] {
  const names = namesIn(among);
  const signed = [...wanted.flatMap(namesIn), ...names].filter(({ name }) => /[*?~]/.test(name));
  return signed.filter(({ name }) => {
    const meets = meeting(name);
    return names.some(other => meets(other.name) !== (other.name.toLowerCase() === name.toLowerCase()));
  });
}
