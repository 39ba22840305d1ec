import type { Cell } from '../../kernel/cell.ts';
import { labelKey } from '../../kernel/label.ts';
import { readAmount } from './amounts.ts';
import { isProblem } from './cleaning.ts';
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
  /** Nobody is called so: Anna Total, 华东小计, while Kim Min is somebody. */
  readonly isNoName: boolean;
  /** 华东小计: neither a product nor a customer ends like that. */
  readonly isSure: boolean;
  /** The word alone is a name as well: Max, Min, Sum. */
  readonly mayBeName: boolean;
  /** The word stands first: Total Energies may be a customer. */
  readonly isLeading: boolean;
  /** A figure in the same cell: 合计：600. */
  readonly amount: number | undefined;
}

const HAN_SUM = '(?:合计|总计|小计|共计|总和|总合|汇总)';
/** What only says whose or when: 本月合计, 3月份小计, 全公司总计. */
const HAN_WHOLE =
  '(?:本页|本月|本期|本年|本季|全部|全年|全国|全公司|全员|团队|部门|公司|销售|销售额|业绩|应收|(?:\\d{4}年)?\\d{1,2}月份?|\\d{4}年)';
const COUNTED = '\\d[\\d,]* ?(?:records?|rows?|items?|deals?|orders?|people|reps|条|行|笔|人|名|单|个|家)';
const PLAIN = `grand[ -]?totals?|sub[ -]?totals?|overall totals?|(?:grand|sum)[ -]?ttl|${HAN_WHOLE}?${HAN_SUM}(?:金额|额|数|值|行)?|共 ?\\d+ ?(?:条|行|笔|人|名|单|个|家)|総合?计|合计|总合计|计|gesamtsumme|gesamtergebnis|teilergebnis|zwischensumme|insgesamt|total général|sous-total|total general|totale generale|sub ?total geral|total geral|totaal generaal|suma końcowa|genel toplam|mindösszesen|общий итог|tổng cộng|총합계|합계|총계|소계|σ|∑`;
const SUMS = `${PLAIN}|totals?|totalt|ttl|tot|sum|sum total|[σ∑] ?totals?|累计|总金额|总额|总数|summe|summa|gesamt|gesamtbetrag|ergebnis|somme|suma|soma|totaux|totales|totale|totaal|razem|łącznie|celkem|összesen|toplam|i alt|yhteensä|итог|итого|всего|tổng|รวม|jumlah`;
const OTHERS =
  'averages?|avg|mean|count|max|maximum|min|minimum|median|(?:standard deviation|std ?dev)|平均|平均值|平均数|均值|中位数|计数|个数|最大|最小|最大值|最小值|最高|最低|durchschnitt|mittelwert|anzahl|moyenne|promedio|recuento|conteggio|gemiddelde|aantal|среднее';
/** Customers and products may end like these: Social Media. */
const OTHERS_ALONE = 'mittel|minimalwert|maximalwert|médiane|nombre|media|mediana|média|mínimo|máximo|件数';
/** Up to now, with what is not in the file. */
const RUNNING = '(?:本年|本月|本季|本期|年|月)累计|累计至今|年初至今|ytd|mtd|qtd|year to date';
const RECORDS = `(?: ?[(（](?:${COUNTED}|元|万元|千元)[)）]| ?${COUNTED})?`;

const ALONE = new RegExp(`^(?:(${SUMS})|(${OTHERS}|${OTHERS_ALONE}|${RUNNING}))${RECORDS}\\.?[:：]?$`);
const IS_PLAIN = new RegExp(`^(?:${PLAIN}|${RUNNING})${RECORDS}[:：]?$`);
const WITH_FIGURE = new RegExp(`^(?:${SUMS})${RECORDS} ?[:：= ] ?(.*\\d.*)$|^(?:合计|总计|小计|共计)(\\d.*)$`);
const AFTER = new RegExp(`^(.+?)[ -]?(?:(${SUMS})|(${OTHERS}))${RECORDS}[:：]?$`);
const BEFORE = new RegExp(`^(${SUMS})(?: for| of|[:：-])? ?[(（]?(.+?)[)）]?$`);
/** Words that are part of nobody's name; Sum, Max and Min are. */
const NO_NAME =
  /\b(?:sub|grand )?totals?\b|\bgesamt|\bzwischensumme|\btoplam\b|итог|합계|총계|소계|合计|小计|总计|共计|汇总/;
const NAMES = /^(?:max|min|mean|sum|som|suma|soma|tot|media)$/;
const HAN_END = new RegExp(`${HAN_SUM}[:：]?$`);
const LONGEST_LABEL = 60;
// Most cells are none, which is seen at once.
const MAY_BE =
  /tot|ttl|[σΣ∑]|razem|łącznie|celkem|összes|toplam|i alt|yhteens|итог|[ymq]td|to date|合|합|총|소|รวม|tổng|jumlah|insgesamt|sum|som|gesamt|ergebnis|averag|avg|mean|count|max|min|m[áí][xn]|m[ée]dia|deviation|dev|durchschnitt|mittel|anzahl|moyenne|nombre|promedio|recuento|conteggio|gemiddeld|aantal|итого|всего|среднее|[合总總総小共汇匯累平均计計数數额額件中高低大值]/i;

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
  const [isNoName, isSure] = [NO_NAME.test(key), HAN_END.test(key)];
  const base = {
    label,
    isSum: true,
    isPlain: false,
    of: undefined,
    isNoName,
    isSure,
    mayBeName: NAMES.test(key),
    isLeading: false,
    amount: undefined,
  };
  if (alone) return { ...base, isSum: alone[2] === undefined, isPlain: IS_PLAIN.test(key) };
  const [, spaced, joined] = WITH_FIGURE.exec(key) ?? [];
  const figure = readAmount(spaced ?? joined ?? null);
  if (!isProblem(figure) && figure.value !== null) return { ...base, isPlain: true, amount: figure.value };
  const [, of, sum, other] = AFTER.exec(key) ?? [];
  if (of !== undefined && isParted(key, of, sum ?? other ?? ''))
    return { ...base, isSum: other === undefined, of: of.trim() };
  const [, word = '', rest] = BEFORE.exec(key) ?? [];
  const leading = rest?.trim();
  return leading && !LETTER.test(key.charAt(word.length)) ? { ...base, of: leading, isLeading: true } : undefined;
}

// Chinese has no blanks between words, and neither have 합계 and the like.
const LETTER = /[a-z\u00c0-\u024f\u0400-\u04ff]/i;

/** Benjamin is not the least of Benja; a longer word may be joined: Nettosumme. */
function isParted(key: string, of: string, word: string): boolean {
  const isJoined = key.charAt(of.length) === word.charAt(0) && LETTER.test(word.charAt(0)) && LETTER.test(of.slice(-1));
  return !isJoined || /^(?:summe|gesamt|total)/.test(word);
}

const EVERYBODY =
  /^(?:all(?: (?:reps|sales reps|people|salespeople|owners|sellers))?|everyone|everybody|overall|whole team|全部|全体|全员|整体|所有人|全体人员|全国|全公司)$/;

/** Who is nobody in particular: All in a column of people. */
export function everybody(person: string): TotalLabel | undefined {
  if (!EVERYBODY.test(simplified(labelKey(person)))) return undefined;
  return {
    label: person,
    isSum: true,
    isPlain: false,
    of: undefined,
    isNoName: true,
    isSure: false,
    mayBeName: false,
    isLeading: false,
    amount: undefined,
  };
}

/** Whether a row is a total by its label alone: Total, West Total, 合计; not a customer whose name begins like one. */
export function saysTotal(line: readonly Cell[]): boolean {
  const label = totalLabel(line);
  return label !== undefined && !label.isLeading;
}
