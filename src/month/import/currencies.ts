/** What stands for each currency in exports; where a sign stands for several, the first that has it is meant. */
const CURRENCIES: Readonly<Record<string, string>> = {
  CNY: 'cny,rmb,cn¥,¥,人民币,人民幣,元整,圆整,元,圆',
  USD: 'usd,us$,u$s,$us,$,us dollar,us dollars,美元,美金',
  EUR: 'eur,€,euro,euros,欧元,歐元',
  GBP: 'gbp,£,pound sterling,英镑,英鎊',
  JPY: 'jpy,jp¥,円,日元,日圆,日圓',
  HKD: 'hkd,hk$,港元,港币,港幣',
  TWD: 'twd,ntd,nt$,新台币,新台幣,新臺幣,台币,台幣',
  SGD: 'sgd,s$,新加坡元,新元',
  AUD: 'aud,a$,au$,澳元',
  CAD: 'cad,c$,ca$,加元',
  NZD: 'nzd,nz$',
  MXN: 'mxn,mx$',
  BRL: 'brl,r$',
  INR: 'inr,₹,rs.,rs,卢比',
  CHF: 'chf,sfr.,sfr,fr.,瑞郎,瑞士法郎',
  // Three countries write kr; a column rarely holds two of them.
  KR: 'kr.,kr',
  SEK: 'sek',
  NOK: 'nok',
  DKK: 'dkk',
  PLN: 'pln,zł,zl',
  CZK: 'czk,kč,kc',
  HUF: 'huf,ft',
  RON: 'ron,lei',
  RUB: 'rub,₽,руб.,руб,卢布',
  UAH: 'uah,₴',
  TRY: 'try,₺,tl',
  KRW: 'krw,₩,원,韩元,韓元',
  THB: 'thb,฿,泰铢',
  VND: 'vnd,₫,đ',
  IDR: 'idr,rp.,rp',
  MYR: 'myr,rm',
  PHP: 'php,₱',
  ILS: 'ils,₪',
  ZAR: 'zar',
  AED: 'aed,د.إ',
  SAR: 'sar',
};

const CODE_OF = new Map<string, string>();
for (const [code, marks] of Object.entries(CURRENCIES))
  for (const mark of marks.split(',')) if (!CODE_OF.has(mark)) CODE_OF.set(mark, code);

const MARKS = [...CODE_OF.keys()].sort((a, b) => b.length - a.length);
const WORDS = anyOf(MARKS.filter(mark => /^[a-z]/.test(mark)));
const SIGNS = anyOf(MARKS.filter(mark => !/^[a-z]/.test(mark)));
// A mark of letters is a word of its own: the kr of 100 kr, not that of 100 mkr.
const AT_START = new RegExp(`^(?:(${WORDS})(?![a-złčđ])|(${SIGNS}))\\s*`, 'i');
const AT_END = new RegExp(`(?:(?:^|[^a-złčđ])(${WORDS})|(${SIGNS}))$`, 'i');

function anyOf(marks: readonly string[]): string {
  return marks.map(mark => mark.replace(/[.$]/g, '\\$&')).join('|');
}

/** A figure without the currency around it, and which one that is; undefined where two different ones are named. */
export function withoutCurrency(
  text: string,
): { readonly bare: string; readonly code: string | undefined } | undefined {
  let bare = text;
  let code: string | undefined;
  for (;;) {
    const [, startWord, startSign] = AT_START.exec(bare) ?? [];
    const start = startWord ?? startSign;
    const [, endWord, endSign] = start === undefined ? (AT_END.exec(bare) ?? []) : [];
    const mark = start ?? endWord ?? endSign;
    if (mark === undefined) return { bare, code };
    const joined = together(code, CODE_OF.get(mark.toLowerCase()) ?? mark);
    if (joined === undefined) return undefined;
    code = joined;
    bare = (start === undefined ? bare.slice(0, -mark.length) : bare.slice(mark.length)).trim();
  }
}

/** The code of a currency that is named in full: "USD - U.S. Dollar", 人民币, €; the text itself where it is none. */
export function currencyCode(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const known = CODE_OF.get(plain.toLowerCase());
  if (known) return known;
  const [code] = /^[A-Za-z]{3}(?![A-Za-z])/.exec(plain) ?? [];
  return (code && CODE_OF.get(code.toLowerCase())) ?? plain.toUpperCase().slice(0, LONGEST_SHOWN);
}

/** Whether a text is nothing but the name of a currency. */
export function isCurrency(text: string): boolean {
  return CODE_OF.has(text.trim().toLowerCase());
}

const LONGEST_SHOWN = 30;
const SHARED: Readonly<Record<string, readonly string[]>> = {
  USD: ['HKD', 'TWD', 'SGD', 'AUD', 'CAD', 'NZD', 'MXN'],
  CNY: ['JPY'],
  KR: ['SEK', 'NOK', 'DKK'],
};

/** Without the signs that another of them makes clear: $ beside CAD, ¥ beside JPY. */
export function withoutShared(found: ReadonlySet<string>, named: ReadonlySet<string>): Set<string> {
  return new Set([...found].filter(code => named.has(code) || !(SHARED[code] ?? []).some(other => named.has(other))));
}

/** The currency of an amount by its own mark and by its heading, which makes clear what a shared sign means. */
export function currencyUnder(heading: string | undefined, mark: string | undefined): string | undefined {
  if (mark === undefined) return heading;
  return heading !== undefined && SHARED[mark]?.includes(heading) ? heading : mark;
}

/** $100 CAD is Canadian: a sign that several currencies share is made clear by the other mark. */
function together(one: string | undefined, other: string): string | undefined {
  if (one === undefined || one === other) return other;
  if (SHARED[one]?.includes(other)) return other;
  return SHARED[other]?.includes(one) ? one : undefined;
}
