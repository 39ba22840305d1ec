import { currencyCode, isCurrency } from './currencies.ts';
import { DEAL_FIELD_KEYS, DEAL_FIELDS, type DealField } from './dealField.ts';
import { headingKey, wholeHeading } from './headingKey.ts';
import { isTurned, withoutTax } from './headingTurns.ts';

/** From here on a column is proposed, from `SURE_FROM` on without asking. */
export const PROPOSED_FROM = 0.5;
export const SURE_FROM = 0.75;

/** A heading's own word, one that says the same in more words, one that ends like it, one that only plans it. */
const SCORES = { alone: 1, qualified: 0.9, numbered: 0.85, ending: 0.6, planned: 0.55 };

// What says nothing about the kind of a figure or a day.
const NEUTRAL = new Set(
  'total,net,gross,order,deal,opportunity,opp,sales,sale,contract,invoice,closed,won,actual,final,line,ext,extended,booked,booking,transaction,txn,sum,base,local,reporting,converted,in,the,of,current,crm,hubspot,salesforce,hs,sf,c,value,primary,main,full,real,record,amount,is,company,house,thousands,thousand,millions,million,k,m,mn,000s,000,s,tax,vat,gst,incl,excl,including,excluding,inc,exc,pre,after,before'.split(
    ',',
  ),
);
/** Revenue in millions, Umsatz in TEUR: what the unit says is reckoned with elsewhere. */
const UNIT_WORDS = new Set(
  'thousands,thousand,millions,million,billions,billion,mio,mrd,tsd,tausend,millionen,teur,keur,meur,kusd,musd,kgbp,mgbp,kchf,mchf,kcny,krmb,usdk,usdm,eurk,eurm,mln,millones,miles,milliers,milhões,milhares,lakh,lakhs,lacs,crore,crores,cr,k,m,mn,mm,mil,bn,000,000s,k€,t€,m€'.split(
    ',',
  ),
);
/** Amount, net: which of two amounts it is. */
const KINDS = new Set(['net', 'gross', 'netto', 'brutto', 'total']);
const NEUTRAL_HAN =
  /实际|最终|本次|本月|本年|合同|订单|销售|成交|签约|签单|商机|业务|机会|合计|总计|总|不含税|含税|未税|价税|税前|税后|人民币|万元|千元|百万元|百万|十万|元|万|千|所属|归属|主|我方|交易|单据|开票|发票|赢单|结单|单笔|本币|本位币|原币|折算|单位|金额|求和项|的/g;
const CONVERTED =
  /\bconverted\b|\b(?:company|home|base|reporting|local|corporate) currency\b|[([]\s*(?:base|converted)\s*[)\]]|本位币|本币|折算|折合|折人民币/i;
const NAMED = /(?: (?:full )?(?:names?)|(?:姓名|名称|名字|全名|名))$/;
const NUMBERED = /(?: (?:ids?|no|number|code|key)|(?:工号|编号|编码|代码|代号|号| ?id))$/;
const NAME_FIELDS: ReadonlySet<DealField> = new Set([
  'person',
  'manager',
  'team',
  'region',
  'product',
  'customer',
  'stage',
]);

/** A heading, taken apart once for all fields. */
export interface HeadingWords {
  readonly key: string;
  readonly whole: string;
  /** The currency that it names: amount_usd, 金额（美元）. */
  readonly currency: string | undefined;
  /** In the currency of the house, whatever the deals were made in. */
  readonly isConverted: boolean;
}

export function headingWords(heading: string): HeadingWords {
  const whole = wholeHeading(heading);
  const tokens = whole.split(' ');
  const named = tokens.find(token => isCurrency(token)) ?? /(人民币|美元|欧元|英镑|日元|港币|港元)/.exec(whole)?.[1];
  return {
    key: headingKey(heading),
    whole,
    currency: named === undefined ? undefined : currencyCode(named),
    isConverted: CONVERTED.test(heading.toLowerCase()),
  };
}

interface KnownWord {
  readonly word: string;
  readonly compact: string;
  readonly isWhole: boolean;
  readonly rank: number;
}

const KNOWN: ReadonlyMap<DealField, readonly KnownWord[]> = new Map(
  DEAL_FIELD_KEYS.map(field => [
    field,
    DEAL_FIELDS[field].words.map(({ word, isWhole }, index) => {
      const key = headingKey(word);
      return { word: key, compact: key.replace(/ /g, ''), isWhole, rank: index * 0.0005 };
    }),
  ]),
);

/** How far a heading is a field: 1 where it is its own word. */
export function likeness(words: HeadingWords, field: DealField): number {
  const score = plainLikeness(words, field);
  // Of two amounts the one in the currency of the house can be added up.
  return words.isConverted && field === 'amount' && score >= SURE_FROM ? 1 + score / 100 : score;
}

function plainLikeness({ key, whole }: HeadingWords, field: DealField): number {
  if (key === '') return 0;
  const words = KNOWN.get(field) ?? [];
  const exact = asWord(key, words);
  const isPlanned = PLANS.has(field) && PLANNED.test(whole);
  if (exact !== undefined) {
    if (isPlanned) return SCORES.planned - exact;
    // What only the brackets turn: 销售额（目标）.
    return isTurned(whole, field) && !isTurned(key, field) ? 0 : SCORES.alone - exact;
  }
  if (isPlanned) return planned(key, words, field);
  if (isTurned(whole, field)) return 0;
  const score = Math.max(qualified(key, words, field), ending(key, words));
  return field === 'target' ? Math.max(score, ofAmount(whole)) : score;
}

/** Target revenue, 销售额（目标）: what is aimed at of an amount. */
function ofAmount(whole: string): number {
  const rest = whole.replace(AIMED, ' ').trim();
  return rest !== whole && asWord(rest, KNOWN.get('amount') ?? []) !== undefined ? SCORES.qualified : 0;
}

const AIMED = /\b(?:targets?|targeted|quotas?|goals?|objectives?|budget(?:ed)?)\b|目标|任务|指标|考核|预算/g;

/** Days and amounts that are only planned are better than none, and asked about. */
function planned(key: string, words: readonly KnownWord[], field: DealField): number {
  const rest = key.replace(PLANNED_ALL, ' ').trim();
  if (rest === key || isTurned(rest, field)) return 0;
  return asWord(rest, words) !== undefined || ending(rest, words) >= SURE_FROM ? SCORES.planned : 0;
}

const PLANNED = /\b(?:est|estimated|expected|forecast|forecasted)\b|预计|预测|预期/;
const PLANNED_ALL = /\b(?:est|estimated|expected|forecast|forecasted)\b|预计|预测|预期/g;
const PLANS: ReadonlySet<DealField> = new Set(['amount', 'closed']);

function asWord(key: string, words: readonly KnownWord[]): number | undefined {
  const compact = key.replace(/ /g, '');
  return words.find(({ word, compact: other }) => key === word || (compact === other && /^[a-z]/.test(other)))?.rank;
}

/** Sales rep name, 销售代表ID, amount_usd: a known word, and what only qualifies it. */
function qualified(key: string, words: readonly KnownWord[], field: DealField): number {
  const bare = withoutTax(key)
    .split(' ')
    .filter((token, index) => !isCurrency(token) && !UNIT_WORDS.has(token) && !(index > 0 && KINDS.has(token)))
    .join(' ')
    .replace(/ (?:in|en|em)$/, '')
    .replace(/(?:usd|cny|rmb|eur|gbp|hkd|人民币|美元|[百千万亿十]+[元円])$/, '')
    .trim();
  if (bare !== '' && bare !== key) {
    const rank = asWord(bare, words);
    if (rank !== undefined) return SCORES.qualified - rank;
  }
  if (!NAME_FIELDS.has(field)) return 0;
  const name = bare.replace(NAMED, '');
  const number = bare.replace(NUMBERED, '');
  const byName = name === bare ? undefined : asWord(name, words);
  if (byName !== undefined) return SCORES.qualified - byName;
  const joined = /^([a-z]{3,})(name|id)$/.exec(bare);
  const numbered = joined?.[1] ?? (number === bare ? '' : number);
  const byNumber = asWord(numbered, words);
  if (byNumber !== undefined) return SCORES.numbered - byNumber;
  const rest = name === bare ? numbered : name;
  return rest !== '' && ending(rest, words) >= SURE_FROM ? SCORES.numbered - 0.05 : 0;
}

/** The head of a name stands at its end, in both languages: 实际成交日期, "Actual close date". */
function ending(key: string, words: readonly KnownWord[]): number {
  let best = 0;
  for (const { word, compact, isWhole, rank } of words) {
    if (isWhole || word.length < (/^[a-z]/.test(word) ? 3 : 2)) continue;
    const rest = before(key, word, compact);
    if (rest === undefined) continue;
    best = Math.max(best, (isNeutral(rest) ? SCORES.qualified : SCORES.ending) - rank);
  }
  return best;
}

function before(key: string, word: string, compact: string): string | undefined {
  if (!/^[a-z]/.test(word)) return key.endsWith(word) ? key.slice(0, -word.length) : undefined;
  if (key.endsWith(` ${word}`)) return key.slice(0, -word.length);
  const rest = key.slice(0, -compact.length);
  // ACTUALCLOSEDATE has no blanks to part it.
  return !key.includes(' ') && key.endsWith(compact) && isNeutral(rest) ? rest : undefined;
}

function isNeutral(rest: string): boolean {
  return rest
    .replace(NEUTRAL_HAN, ' ')
    .split(' ')
    .every(token => token === '' || NEUTRAL.has(token) || isCurrency(token));
}
