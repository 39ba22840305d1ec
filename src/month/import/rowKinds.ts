import type { Cell } from '../../kernel/cell.ts';
import { readShare } from './amounts.ts';
import { isNothing, isProblem, shownCell } from './cleaning.ts';
import type { DealField } from './dealField.ts';
import { headingKey } from './headingKey.ts';
import { isTurned } from './headingTurns.ts';
import type { Columns } from './matchColumns.ts';

/** What a row says of itself in one column: a target beside actuals, a return, what was made void. */
export interface RowKind {
  readonly heading: string;
  /** '' where anything at all in the column says it: the day on which an order was cancelled. */
  readonly value: string;
  /** Aimed at, not sold, whatever its sign; others take a figure back and are no matter where it is negative. */
  readonly isAimed: boolean;
  /** It stands where people do. */
  readonly isPerson?: boolean;
}

/** Headings over what kind of figure a row holds: under these whatever turns an amount is no sale. */
const MEASURES =
  /^(?:measures?|metrics?|measure names?|kpi|value type|data type|指标|指标名称|口径|数据类型|数据项|度量|度量名称|kennzahl|wertart)$/;
/** Under these only a target or a plan is none: a version may be called anything. */
const SCENARIOS = /^(?:scenario|version|figure|场景|版本|szenario)$/;
const AIMED =
  /^(?:targets?|sales targets?|budget|plan|planned|forecast|quota|goal|prior year|previous year|last year|py|ly|soll|ziel|vorjahr|目标|目标值|销售目标|预算|计划|预测|任务|去年|去年同期|上年同期|同期)$/;
/** Beside one of these such a word says what the figure is; alone it may be a product: budget, standard, premium. */
const ACTUAL = /^(?:actuals?|sales|revenue|achieved|booked|ist|实际|实际值|实绩|销售额|业绩|完成|达成)$/;
/** Lines of a report that stand where people do; nobody is called so. */
const SUMMARY =
  /^(?:targets?|budget|plan|forecast|quota|goal|last year|previous year|prior year|variance|difference|gap|attainment|achievement(?: rate)?|average(?: per \w+)?|growth|tax|vat|目标|指标|预算|计划|预测|任务|去年|去年同期|上年同期|同期|上月|上期|人均|户均|平均|差额|差异|缺口|完成率|达成率|环比|同比|增长率|增长额|税额|占比)$/;
const TAKEN_BACK =
  /^(?:(?:sales? |customer )?returns?|returned|(?:partial |partially )?refund(?:ed|s)?|credit (?:memo|note)s?|cancel(?:l?ed|lation)|reversal|reversed|chargeback|voided?|deleted|write off|test|storno|storniert|gutschrift|retoure|avoir|remboursement|abono|(?:销售|已|部分|全部|全额)?(?:退货|退款|退单|退换货)(?:单|出库|入库|成功|完成)?|红字(?:发票|单据)?|红冲|冲销|冲红|已?作废|已?取消|已?删除|已?撤销|测试)$/;
/** What has not come to count, or is no sale at all. */
const NOT_YET =
  /^(?:未审核|待审核|未审批|审核不通过|审批不通过|未通过|已?驳回|已?拒绝|无效|失效|未生效|未确认|支出|采购|rejected|declined|not approved|unapproved|invalid|expense|purchase)$/;
/** Headings of a yes or no that a row has to have. */
const CONDITION =
  /^(?:is )?(?:valid|approved|active|confirmed|effective|signed)$|^是否(?:有效|生效|已?审核|已?审批|已?确认|计入|计业绩)$|^有效性$/;
const NO = /^(?:false|no|n|0|否|×|✗|✘|nein|non)$/;
/** Headings of the side of an entry, and the side that takes away. */
const SIDE = /^(?:dr cr|cr dr|debit credit|credit debit|sign|借贷(?:方向|标志)?|方向|正负(?:号)?|符号)$/;
const LESS = /^(?:dr|debit|d|借|借方|-|−|–|负|减)$/;
/** Headings of a yes or no that takes the row back. */
const FLAG =
  /^(?:is )?(?:deleted|voided?|cancell?ed|refunded|returned|reversed|test)$|^是否(?:已)?(?:作废|删除|取消|退货|退款|红冲|冲销|撤销|测试)$|^(?:作废|删除|取消|退货|退款|红冲|冲销)(?:标志|标记|标识|状态)?$/;
const FLAG_DAY =
  /^(?:cancell?ed|cancellation|voided?|deleted|refunded|returned)(?: (?:at|on|date|time))$|^(?:作废|删除|取消|退货|退款|撤销)(?:日期|时间)$/;
/** Where no column says what was won, these say what was not. */
const LOST =
  /^(?:closed )?(?:lost|loss) (?:reason|date|time)$|^reason (?:lost|for loss)$|^(?:输单|丢单|失单|流失)(?:原因|日期|时间)$/;
const UNSURE = '< 100%';
const YES = /^(?:true|yes|y|x|1|是|√|✓|✔|ja|oui|sí|si)$/;

/** Columns whose texts are names or days, or are asked about as stages. */
const SKIPPED: readonly DealField[] = ['manager', 'customer', 'stage', 'id', 'closed', 'month'];
/** What may be called Test or Budget without taking anything back. */
const NAMED: readonly DealField[] = ['product', 'region', 'team'];
const LONGEST = 40;
/** A column of so many texts holds no kinds. */
const MOST_TEXTS = 300;

interface Watched {
  readonly column: number;
  readonly heading: string;
  readonly key: string;
  readonly isNamed: boolean;
  readonly isPerson: boolean;
  /** How likely a deal is, where no stage tells. */
  readonly isShare: boolean;
  readonly saysLost: boolean;
  readonly texts: Map<string, RowKind | undefined>;
}

/** Finds what rows say of themselves; each text of a column is looked at once. */
export class RowKinds {
  /** Columns that also say "actual". */
  readonly actual = new Set<string>();
  private readonly watched: readonly Watched[];

  constructor(headings: readonly Cell[], columns: Columns) {
    const skipped = SKIPPED.map(field => columns[field]);
    const named = NAMED.map(field => columns[field]);
    this.watched = headings.flatMap((cell, column): Watched[] => {
      const heading = shownCell(cell).trim();
      if (heading === '' || skipped.includes(column)) return [];
      const key = headingKey(heading);
      const hasStage = columns.stage !== undefined;
      const isShare = !hasStage && columns.probability === column;
      const saysLost = !hasStage && LOST.test(key);
      const [isNamed, isPerson] = [named.includes(column), columns.person === column];
      return [{ column, heading, key, isNamed, isPerson, isShare, saysLost, texts: new Map() }];
    });
  }

  of(line: readonly Cell[]): RowKind | undefined {
    for (const watched of this.watched) {
      const cell = line[watched.column] ?? null;
      const kind = cell === null || cell === '' ? undefined : this.kindOf(watched, cell);
      if (kind) return kind;
    }
    return undefined;
  }

  private kindOf(watched: Watched, cell: Cell): RowKind | undefined {
    const { heading, key, texts } = watched;
    const isFigured = watched.isShare || watched.saysLost || [FLAG, FLAG_DAY, CONDITION].some(flag => flag.test(key));
    if (typeof cell === 'number' && !isFigured) return undefined;
    const text = shownCell(cell).trim();
    if (texts.has(text)) return texts.get(text);
    if (text.length > LONGEST) return undefined;
    if (texts.size > MOST_TEXTS) return watched.isPerson ? kindIn(watched, text) : undefined;
    if (ACTUAL.test(headingKey(text))) this.actual.add(heading);
    const kind = kindIn(watched, text);
    texts.set(text, kind);
    return kind;
  }
}

function kindIn(watched: Watched, text: string): RowKind | undefined {
  const { heading, key, isNamed, isPerson, isShare, saysLost } = watched;
  const value = headingKey(text);
  if (isPerson) return SUMMARY.test(value) ? { heading, value: text, isAimed: true, isPerson } : undefined;
  if (isShare) return isUnsure(text) ? { heading, value: UNSURE, isAimed: false } : undefined;
  if (AIMED.test(value) || (MEASURES.test(key) && isTurned(value, 'amount')))
    return { heading, value: text, isAimed: true };
  if (isNamed) return undefined;
  if (saysLost || FLAG_DAY.test(key))
    return /[1-9\p{L}]/u.test(text) && !isNothing(text) ? { heading, value: '', isAimed: false } : undefined;
  const plain = text.toLowerCase();
  const isBack =
    TAKEN_BACK.test(value) ||
    NOT_YET.test(value) ||
    (/^credits?$/.test(value) && /\btype$/.test(key)) ||
    (FLAG.test(key) && YES.test(plain)) ||
    (CONDITION.test(key) && NO.test(plain)) ||
    (SIDE.test(key) && LESS.test(plain));
  return isBack ? { heading, value: text, isAimed: false } : undefined;
}

/** 60%, 0.6 or 60. */
function isUnsure(text: string): boolean {
  const read = readShare(text);
  return !isProblem(read) && read.value !== null && read.value !== 100 && read.value !== 1;
}

/** Whether a kind speaks for itself: under a heading of measures or people, or beside rows that say "actual". */
export function isPlain({ heading, isAimed, isPerson }: RowKind, actual: ReadonlySet<string>): boolean {
  return (
    !isAimed ||
    isPerson === true ||
    MEASURES.test(headingKey(heading)) ||
    SCENARIOS.test(headingKey(heading)) ||
    actual.has(heading)
  );
}

/** How an answer to it is kept. */
export function kindKey({ heading, value }: Pick<RowKind, 'heading' | 'value'>): string {
  return `${heading}: ${value}`;
}
