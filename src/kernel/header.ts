import { type Cell, isBlankToken, type Matrix } from './cell.ts';

/**
 * What stands over a list is a header only where nobody could mean a value by it. Otherwise the first value would be
 * lost unnoticed: "10 - likely", １０, 80k, "USD 1000", "~1000", 10月1日, "Mai 5" are errors with their row, no headers.
 */
export function isHeader(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && !isBlankToken(cell) && !cell.startsWith('#') && !couldBeValue(cell);
}

function couldBeValue(text: string): boolean {
  const said = text.normalize('NFKC').replace(MARKS, '');
  return (
    said === '' ||
    STARTS_WITH_FIGURE.test(said) ||
    CODE_BEFORE_FIGURE.test(said) ||
    WORD_BEFORE_FIGURE.test(said) ||
    SPELLED_OUT.test(said)
  );
}

/** Signs around a figure, currencies and invisible characters among them. */
const MARKS = /[\s\p{P}\p{Sc}\p{Sm}\p{Sk}\p{Cf}]+/gu;
const STARTS_WITH_FIGURE = /^\p{N}/u;
/** Three capitals are a currency, but for what sales teams measure. */
const CODE_BEFORE_FIGURE = /^(?!NPS|KPI|CAC|LTV|DSO|CEI|[GN]RR|[AM]RR|[MQY]TD)[A-Z]{3}\p{N}/u;
/** Figures in words, and days that are said and not written. */
const SPELLED_OUT = /^(?:[零〇一二两三四五六七八九十百千万亿]+|今天|昨天|明天|today|yesterday|tomorrow)$/i;

const CURRENCIES = 'usd|eur|gbp|jpy|cny|rmb|hkd|chf|us|hk|nt|r|rs|kr|fr|zł|人民币|美元|港币|欧元|日元|英镑';
const ABOUT =
  'ca|circa|approx(?:imately)?|about|around|over|under|upto|(?:more|less)than|min|max|minus|plus|约|大约|近|超|超过|不到|少于|多于|大于|小于|至少|至多|共|负';
const MONTHS =
  'jan(?:uary?|vier)?|feb(?:ruary?)?|fév(?:rier)?|mar(?:ch|s)?|märz?|a[pvb]r(?:il)?|ma[iy]o?|jun[ei]?|juin|jul[iy]?|juillet|aug(?:ust)?|août|ago(?:sto)?|sept?(?:emb(?:er|re))?|o[ck]t(?:ob(?:er|re))?|nov(?:emb(?:er|re))?|d[eé][cz](?:emb(?:er|re))?|ene(?:ro)?|dic(?:iembre)?';
const WEEKDAYS =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:星期|周)[一二三四五六日天]|上午|下午';
const WORD_BEFORE_FIGURE = new RegExp(
  `^(?:${CURRENCIES}|${ABOUT}|${MONTHS}|(?:${WEEKDAYS})(?:${MONTHS})?)\\p{N}`,
  'iu',
);

/**
 * The cells of a list up to its first value that are no values: blank rows, as over the heading of a whole column, and
 * one row of headings. Blank rows alone are no header.
 */
export function headerLength(cells: Matrix): number {
  if (cells.length === 1) {
    const line = cells[0] ?? [];
    const first = line.findIndex(cell => !isEmpty(cell));
    return first >= 0 && first < line.length - 1 && isHeader(line[first]) ? first + 1 : 0;
  }
  const row = cells.findIndex(line => !line.every(isEmpty));
  const heading = cells[row];
  return heading?.every(isHeader) ? (row + 1) * heading.length : 0;
}

function isEmpty(cell: Cell): boolean {
  return cell === null || cell === '';
}

/** What people call the column of their customers; a customer is not called so. */
const NAMES_OF_LISTS =
  /^(?:customers?|clients?|accounts?|buyers?|compan(?:y|ies)|users?|members?|partners?|names?|客户|顾客|买家|会员|用户|公司|单位|姓名|客戶|顧客|會員|名称|名稱)(?:names?|ids?|no|nos|nr|numbers?|codes?|名|名称|名稱|姓名|编号|編號|代码|代碼|号|号码|id|列表|名单|全称|简称)?$/;

/** The heading over a list of names, where its words can be nothing else. */
export function labelHeaderLength(cells: Matrix): number {
  const row = cells.findIndex(line => !line.every(isEmpty));
  const heading = cells[row] ?? [];
  const isHeading = (cell: Cell): boolean =>
    typeof cell === 'string' &&
    NAMES_OF_LISTS.test(
      cell
        .normalize('NFKC')
        .replace(/[\s\p{P}]+/gu, '')
        .toLowerCase(),
    );
  return heading.length > 0 && heading.every(isHeading) ? (row + 1) * heading.length : 0;
}
