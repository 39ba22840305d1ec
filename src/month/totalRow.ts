import type { Cell } from '../kernel/cell.ts';
import { labelKey } from '../kernel/label.ts';
import { readAmount } from './amounts.ts';
import { isProblem } from './cleaned.ts';
import { simplified } from './simplified.ts';

/** What a cell says of its row: that it sums up others, and which. */
export interface TotalLabel {
  readonly label: string;
  /** Averages and counts are no sums. */
  readonly isSum: boolean;
  /** No customer is called so. */
  readonly isPlain: boolean;
  /** Of whom, where it says so: West Total, 张三 汇总. */
  readonly of: string | undefined;
  /** The word stands first: Total Energies may be a customer. */
  readonly isLeading: boolean;
  /** A figure in the same cell: 合计：600. */
  readonly amount: number | undefined;
}

const PLAIN =
  'grand[ -]?totals?|sub[ -]?totals?|overall totals?|(?:本页|本月|本期|本年|本季|全部|全年)?(?:合计|总计|小计|共计|总和)|総合?计|总合计|gesamtsumme|gesamtergebnis|teilergebnis|zwischensumme|total général|sous-total|total general|totale generale|sub ?total geral|total geral|totaal generaal';
const SUMS = `${PLAIN}|totals?|sum|汇总|累计|summe|gesamt|ergebnis|somme|suma|soma|totaux|totales|totale|totaal|itogo|итого|всего`;
const OTHERS =
  'averages?|avg|mean|count|max|maximum|min|minimum|median|(?:standard deviation|std ?dev)|平均|平均值|平均数|均值|中位数|计数|个数|最大|最小|最大值|最小值|最高|最低|durchschnitt|mittelwert|anzahl|moyenne|promedio|recuento|conteggio|gemiddelde|aantal|среднее';
/** Customers and products may end like these: Social Media. */
const OTHERS_ALONE = 'mittel|minimalwert|maximalwert|médiane|nombre|media|mediana|média|mínimo|máximo|件数';
const RECORDS = '(?: ?[(（]\\d[\\d,]* ?(?:records?|rows?|items?|条|行|笔)[)）])?';

const ALONE = new RegExp(`^(?:(${SUMS})|(${OTHERS}|${OTHERS_ALONE}))${RECORDS}[:：]?$`);
const IS_PLAIN = new RegExp(`^(?:${PLAIN})${RECORDS}[:：]?$`);
const WITH_FIGURE = new RegExp(`^(?:${SUMS})${RECORDS} ?[:：= ] ?(.*\\d.*)$|^(?:合计|总计|小计|共计)(\\d.*)$`);
const AFTER = new RegExp(`^(.+?)[ -]?(?:(${SUMS})|(${OTHERS}))${RECORDS}[:：]?$`);
const BEFORE = new RegExp(`^(?:${SUMS})(?: for| of|[:：-])? ?[(（]?(.+?)[)）]?$`);
const LONGEST_LABEL = 60;
// Most cells are none, which is seen at once.
const MAY_BE =
  /tot|sum|som|gesamt|ergebnis|averag|avg|mean|count|max|min|m[áí][xn]|m[ée]dia|deviation|dev|durchschnitt|mittel|anzahl|moyenne|nombre|promedio|recuento|conteggio|gemiddeld|aantal|итого|всего|среднее|[合总總総小共汇匯累平均计計数數件中高低大值]/i;

/** The label of a row that sums up others, or may do so. */
export function totalLabel(line: readonly Cell[]): TotalLabel | undefined {
  let found: TotalLabel | undefined;
  for (const cell of line) {
    if (typeof cell !== 'string' || cell.length >= LONGEST_LABEL || !MAY_BE.test(cell)) continue;
    const read = labelIn(cell);
    // A cell that says nothing else is surer than one that also names somebody.
    if (read && (found === undefined || (found.of !== undefined && read.of === undefined))) found = read;
  }
  return found;
}

function labelIn(cell: string): TotalLabel | undefined {
  const label = cell.trim();
  // 合 计 is how the two signs are spread over a wide cell.
  const key = simplified(labelKey(cell))
    .replace(/^(.) (计)$/, '$1$2')
    .replace(/^[*#-]+ ?| ?[*#-]+$/g, '');
  const alone = ALONE.exec(key);
  const base = { label, isSum: true, isPlain: false, of: undefined, isLeading: false, amount: undefined };
  if (alone) return { ...base, isSum: alone[2] === undefined, isPlain: IS_PLAIN.test(key) };
  const [, spaced, joined] = WITH_FIGURE.exec(key) ?? [];
  const figure = readAmount(spaced ?? joined ?? null);
  if (!isProblem(figure) && figure.value !== null) return { ...base, isPlain: true, amount: figure.value };
  const after = AFTER.exec(key);
  if (after) return { ...base, isSum: after[3] === undefined, of: after[1]?.trim() };
  const before = BEFORE.exec(key)?.[1]?.trim();
  return before ? { ...base, of: before, isLeading: true } : undefined;
}

/** Whether a row is a total by its label alone: Total, West Total, 合计; not a customer whose name begins like one. */
export function saysTotal(line: readonly Cell[]): boolean {
  const label = totalLabel(line);
  return label !== undefined && !label.isLeading;
}
