const DIGITS = '〇一二三四五六七八九';
const YEAR = /([〇零○Ｏ一二三四五六七八九]{4})(?=\s*年)/;
const PART = /(?:([一二三])?(十)([一二三四五六七八九])?|([一二三四五六七八九]))(?=\s*[月日号號])/g;

/** 二〇二六年十二月五日 in the digits of 2026年12月5日. */
export function withDigits(text: string): string {
  if (!/[年月]/.test(text)) return text;
  return text
    .replace(YEAR, year => [...year].map(digitOf).join(''))
    .replace(PART, (_, tens: string | undefined, ten: string | undefined, ones = '', single = '') =>
      ten === undefined
        ? digitOf(single)
        : String((tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)),
    );
}

function digitOf(sign: string): string {
  return String(Math.max(0, DIGITS.indexOf(sign)));
}
