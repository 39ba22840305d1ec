import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../src/files/encodings.ts';
import { outcomeFrom } from '../support/outcome.ts';

/** Bytes of a text: ASCII as it is, everything else by a table. */
function encoded(text: string, table: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const bytes = [...text].flatMap(letter => {
    const hex = table[letter];
    if (hex !== undefined) return (hex.match(/../g) ?? []).map(byte => Number.parseInt(byte, 16));
    const code = letter.charCodeAt(0);
    if (code > 127) throw new RangeError(letter);
    return [code];
  });
  return new Uint8Array(bytes);
}
const table = (letters: string, hex: string): Record<string, string> => {
  const codes = hex.split(' ');
  return Object.fromEntries([...letters].map((letter, index) => [letter, codes[index] ?? '']));
};

const WESTERN = table(
  'äöüÄÖÜßéèêëàçñóíáãåøæÉ€’–£',
  'e4 f6 fc c4 d6 dc df e9 e8 ea eb e0 e7 f1 f3 ed e1 e3 e5 f8 e6 c9 80 92 96 a3',
);
const CENTRAL = table(
  'ŁłęóćśżáčďéěřšťúůýžŠőüöí',
  'a3 b3 ea f3 e6 9c bf e1 e8 ef e9 ec f8 9a 9d fa f9 fd 9e 8a f5 fc f6 ed',
);
const CYRILLIC = table('ИвановПётрСумаежд', 'c8 e2 e0 ed ee e2 cf b8 f2 f0 d1 f3 ec e0 e5 e6 e4');
const TURKISH = table('ığşİĞŞüöç', 'fd f0 fe dd d0 de fc f6 e7');
const GB = table('日期金额张伟李娜销售员王芳', 'c8d5 c6da bdf0 b6ee d5c5 ceb0 c0ee c4c8 cffa cadb d4b1 cdf5 b7bc');
const BIG5 = table('日期金額陳怡君林志玲', 'a4e9 b4c1 aaf7 c342 b3af a9c9 a767 aa4c a7d3 acc2');
const SJIS = table('担当者金額佐藤鈴木タナカ', '9253 9396 8ed2 8be0 8a7a 8db2 93a1 97e9 96d8 835e 8369 834a');
const KOREAN = table(
  '담당자금액김민수이영희박지훈',
  'b4e3 b4e7 c0da b1dd bed7 b1e8 b9ce bcf6 c0cc bfb5 c8f1 b9da c1f6 c8c6',
);

const CASES: readonly [Encoding, string, Readonly<Record<string, string>>, string][] = [
  ['windows-1252', 'Jürgen Müller', WESTERN, 'German'],
  ['windows-1252', 'MÜLLER GmbH', WESTERN, 'capitals'],
  ['windows-1252', 'Hélène', WESTERN, 'French'],
  ['windows-1252', 'Zoë', WESTERN, 'one letter at the end'],
  ['windows-1252', 'José Núñez'.replace('ú', 'u'), WESTERN, 'Spanish'],
  ['windows-1252', 'João Gonçalves', WESTERN, 'Portuguese'],
  ['windows-1252', 'Søren Åse'.replace('Å', 'å'), WESTERN, 'Danish'],
  ['windows-1252', 'O’Brien', WESTERN, 'an apostrophe'],
  ['windows-1252', 'Smith – Jones £', WESTERN, 'signs alone'],
  ['windows-1250', 'Łucja Wałęsa', CENTRAL, 'Polish'],
  ['windows-1250', 'Dvořák, Štěpán'.replace('Š', 'š').replace(',', ''), CENTRAL, 'Czech'],
  ['windows-1251', 'Иванов', CYRILLIC, 'Russian'],
  ['windows-1254', 'Yağmur Şahin', TURKISH, 'Turkish'],
  ['gb18030', '张伟', GB, 'Chinese'],
  ['gb18030', '王芳', GB, 'Chinese, two signs'],
  ['big5', '陳怡君', BIG5, 'traditional Chinese'],
  ['shift_jis', '佐藤', SJIS, 'Japanese'],
  ['euc-kr', '김민수', KOREAN, 'Korean'],
];

/** Headings of the own language where one sign or two would not tell. */
const HEADS: Partial<Record<Encoding, string>> = {
  gb18030: 'Owner,金额,Close date',
  big5: 'Owner,金額,Close date',
  shift_jis: 'Owner,金額,Close date',
  'euc-kr': 'Owner,금액,Close date,담당자,이영희,박지훈',
};

describe('the encoding is found out by what people write', () => {
  it.each(CASES)('%s: %s', async (encoding, name, letters) => {
    const head = HEADS[encoding] ?? 'Owner,Amount,Close date';
    const bytes = encoded(`${head}\n${name},12.5,2024-03-05\n`, letters);
    const { file, warnings, sums } = await outcomeFrom(bytes, {
      answers: { columns: { amount: head.split(',')[1] ?? '' } },
    });
    expect(file?.encoding).toBe(encoding);
    expect(sums.person).toEqual({ [name]: 12.5 });
    expect(warnings.join()).toContain(`Read as`);
  });

  it('is the one that the user chooses', async () => {
    const bytes = encoded('Owner,Amount,Close date\nDvoøák,1,2024-03-05\n'.replace('ø', 'ø'), WESTERN);
    expect((await outcomeFrom(bytes, { encoding: 'windows-1250' })).sums.person).toEqual({ Dvořák: 1 });
    expect((await outcomeFrom(bytes, { encoding: 'windows-1252' })).sums.person).toEqual({ Dvoøák: 1 });
  });

  it('is UTF-8 where a sign or two are broken, and that is said', async () => {
    const text = new TextEncoder().encode(`Owner,Amount,Close date\n${'Zoë Müller,1,2024-03-05\n'.repeat(30)}`);
    const broken = new Uint8Array([...text, 0xff, ...new TextEncoder().encode(',1,2024-03-05\n')]);
    const { file, warnings, sums } = await outcomeFrom(broken);
    expect(file?.encoding).toBe('utf-8');
    expect(sums.all).toBe(31);
    expect(warnings.join()).toContain('1 characters could not be read');
  });

  it('is UTF-16 without a mark where the names are Chinese', async () => {
    const text = '销售员,金额,日期\n张伟,5,2024-03-05\n李娜,7,2024-03-06\n';
    const wide = new Uint8Array(text.length * 2);
    for (let index = 0; index < text.length; index++) {
      wide[index * 2] = text.charCodeAt(index) & 255;
      wide[index * 2 + 1] = text.charCodeAt(index) >> 8;
    }
    expect(await outcomeFrom(wide)).toMatchObject({ file: { encoding: 'utf-16le' }, sums: { all: 12 } });
  });

  it('leaves one control character out', async () => {
    const { sums } = await outcomeFrom('Owner,Amount,Close date\nAn\u0001na,5,2024-03-05\nBen,1,2024-03-05\u001a\n');
    expect(sums.person).toEqual({ Anna: 5, Ben: 1 });
  });
});

describe('a text that was saved from a wrong encoding', () => {
  const warningsOf = async (name: string) =>
    (await outcomeFrom(`Owner,Stage,Amount,Date\n${name},Won,5,2026-03-05\n`)).warnings;

  it.each([
    ['HÃ©lÃ¨ne', 'Hélène'],
    ['MÃ¼ller', 'Müller'],
    ['çŽ‹èŠ³', '王芳'],
  ])('%s is said to be garbled', async (name, meant) => {
    expect((await warningsOf(name)).join()).toContain(
      `garbled, since it was saved from a wrong encoding: ${name} (${meant})`,
    );
  });

  it.each(['Hélène', 'São', 'Müller – Söhne', '张伟', 'naïve “quotes”'])('%s is as it was meant', async name => {
    expect(await warningsOf(name)).toEqual([]);
  });
});
