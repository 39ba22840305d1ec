import { isCurrency } from './currencies.ts';
import { simplified } from './simplified.ts';

const LONGEST = 200;

const HAN_UNIT = '百万|千万|十万|亿|万|千|仟|百';
/** What such a unit is of; the Japanese 円 as well. */
const HAN_MONEY = '元|円|圆|美元|港元|欧元|日元|日圆|人民币|新[台臺]币|台币|港币|rmb|cny|[¥￥$]';
const HAN: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  仟: 1e3,
  k: 1e3,
  万: 1e4,
  w: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
};
/** What may stand before or after a unit of Latin letters. */
const MONEY =
  "(?:us|hk|nt|a|c|s)?[$€£¥₹]|usd|eur|gbp|cny|rmb|jpy|hkd|inr|chf|aud|cad|sgd|rs\\.?|euros?|dollars?|us dollars?|yuan|yen|pounds?|rupees?|d[’']?euros?";
const LATIN: readonly (readonly [string, number])[] = [
  ['crores?|cr', 1e7],
  ['lakhs?|lacs?|lk', 1e5],
  ['10 ?k', 1e4],
  ['billions?|bn|mrd|mds?|milliards?|milliarden', 1e9],
  ['millions?|mln|млн|mn|mio|mm|m|millionen|millones|milhões|milioni|m(?:eur|usd|chf|gbp)', 1e6],
  [
    "thousands?|thds?|tsd|tys|тыс|tausend|milliers?|miles|milhares|migliaia|[tk](?:eur|€|chf|usd|gbp)|k|[x×*]? ?(?:1[,.' ]?)?000(?:['’]?s)?",
    1e3,
  ],
];

/**
 * The unit that a heading gives its figures: 金额（万元） is 10,000, 万元金额 as well, "Amount (USD k)" 1,000,
 * "Revenue in millions" 1,000,000, "Sales (lakh)" 100,000; 1 where it gives none.
 */
export function headingScale(heading: string): number {
  const plain = plainOf(heading);
  const noted = (plain.match(BRACKETS) ?? []).map(note => note.slice(1, -1));
  const bare = plain.replace(BRACKETS, ' ');
  for (const note of noted) {
    // 金额（W）: 万, by its first letter.
    const isWan = note.trim() === 'w' && /\p{Script=Han}/u.test(bare);
    const scale = isWan ? 1e4 : noteScale(note);
    if (scale !== undefined) return scale;
  }
  const han = new RegExp(
    `^(${HAN_UNIT})(?:${HAN_MONEY})|(${HAN_UNIT})(?:${HAN_MONEY})$|[/_-](${HAN_UNIT})(?:${HAN_MONEY})?$`,
  ).exec(bare.trim());
  if (han) return HAN[han[1] ?? han[2] ?? han[3] ?? ''] ?? 1;
  return latinScale(bare);
}

/** The unit of a whole table, as a line above it says it: 单位：万元, （单位：千元）, "in thousands of USD". */
export function lineScale(line: string): number {
  const plain = plainOf(line);
  const han = new RegExp(`(?:单位|货币|金额)[^a-z\\d]{0,8}?(${HAN_UNIT})(?:${HAN_MONEY}|$|[)\\]】,;。])`).exec(plain);
  if (han) return HAN[han[1] ?? ''] ?? 1;
  const notes = (plain.match(BRACKETS) ?? []).map(note => note.slice(1, -1));
  for (const note of [...notes, plain, ...(/\b(?:in|units?:?|currency:?)\s(.*)$/.exec(plain) ?? []).slice(1)]) {
    const scale = noteScale(note);
    if (scale !== undefined) return scale;
  }
  return latinScale(plain);
}

const BRACKETS = /[([{【].*?[)\]}】]/g;

function plainOf(text: string): string {
  return simplified(text.slice(0, LONGEST).normalize('NFKC').toLowerCase());
}

/** What 元, 万元, USD k alone multiply by; undefined for pieces, boxes and all that is no money. */
export function unitScale(unit: string): number | undefined {
  const text = unit.trim();
  if (isCurrency(text)) return 1;
  const scale = text === '' ? 1 : lineScale(`(${text})`);
  return scale === 1 ? undefined : scale;
}

/** A note that is a unit, or has one among what it says: 万元, 含税/万元, "usd k", "in thousands, excl. VAT", '000. */
function noteScale(note: string): number | undefined {
  const isHan = /\p{Script=Han}/u.test(note);
  // MM/YYYY is no million.
  const parts = note.split(isHan ? /[,，、;；/:：|]/ : /[,;|:]/);
  for (const part of [note, ...parts]) {
    const scale = unitIn(part.trim());
    if (scale !== undefined) return scale;
  }
  return undefined;
}

function unitIn(text: string): number | undefined {
  const bare = text.replace(/^(?:单位|units?\b|in\b|of\b|en\b|em\b|einheit\b|unité\b|unidad\b)[\s:：]*/, '');
  const han = HAN_NOTE.exec(bare);
  if (han) return HAN[han[1] ?? han[2] ?? ''];
  // Outside of dollars it is a thousand in Spanish and Portuguese.
  if (/^(?:in )?(?:us)?(?:\$|usd) ?mil\.?$|^mil\.? (?:us)?(?:\$|usd)$/.test(bare)) return 1e6;
  for (const [unit, scale] of LATIN) {
    const money = `(?:${MONEY})`;
    const pattern = new RegExp(
      `^(?:in )?['’]?(?:${money}[\\s,.]*['’]?)?(?:in )?['’]?(?:${unit})\\.?(?:\\s*(?:of |de )?${money})?$`,
    );
    if (pattern.test(bare)) return scale;
  }
  return undefined;
}

/** 万, 人民币万元, 万元人民币, 以万元计; W and K where money follows. */
const HAN_NOTE = new RegExp(
  `^[以按]?(?:(?:${HAN_MONEY})\\s*)?(?:(${HAN_UNIT})|([wk])(?=元|人民币))(?:\\s*(?:${HAN_MONEY}))*(?:为单位|计算?|列示)?$`,
);

const WORDS: readonly (readonly [string, number])[] = [
  ['crores?', 1e7],
  ['lakhs?|lacs?', 1e5],
  ['billions?', 1e9],
  ['millions?|mio|millionen|millones|milhões|milioni|meur', 1e6],
  ['thousands?|tsd|tausend|milliers|miles|milhares|migliaia|000s|keur|k€|t€', 1e3],
];

/** Outside of brackets a unit is a word: "USD thousands", "Revenue in millions", "$M", "TEUR". */
function latinScale(bare: string): number {
  const text = bare.replace(/[_-]/g, ' ').trim();
  if (/\bteur\b|\bt€/.test(text)) return 1e3;
  for (const [unit, scale] of WORDS) {
    const atEnd = `(?:^|\\s)(?:${unit})\\.?(?: (?:of |de )?(?:${MONEY}))?$`;
    if (new RegExp(`${atEnd}|\\b(?:in|en|em) (?:(?:${MONEY}) )?(?:${unit})\\b`).test(text)) return scale;
  }
  const short = new RegExp(
    `(?:${MONEY})\\s?['’]?(k|mm|mn|mil|m|bn|cr|000)s?$|(?:^|\\s)(k|m|mm|mn|bn|cr)\\s?(?:${MONEY})$`,
  ).exec(text);
  const unit = short?.[1] ?? short?.[2];
  if (unit === 'mil') return 1e6;
  return LATIN.find(([pattern]) => unit !== undefined && new RegExp(`^(?:${pattern})$`).test(unit))?.[1] ?? 1;
}
