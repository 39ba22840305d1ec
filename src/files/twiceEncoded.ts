import { say } from '../kernel/text.ts';
import type { Note } from '../month/import/note.ts';

// What Windows-1252 has between 0x80 and 0x9f.
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const WORDS = /[^\s,;|"']*[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ][^\s,;|"']*/g;
const MOST = 3;
const SAMPLE = 200_000;

/** HÃ©lÃ¨ne: a text that was read by a wrong encoding before it was saved. Its names are those of nobody. */
export function twiceEncoded(text: string): Note[] {
  const words = [...new Set(text.slice(0, SAMPLE).match(WORDS) ?? [])];
  const found = words.flatMap(word => {
    const meant = asMeant(word);
    return meant === undefined ? [] : [[word, meant] as const];
  });
  const [first] = found;
  if (!first) return [];
  const shown = found.slice(0, MOST).map(([word]) => word);
  return [
    {
      about: 'encoding',
      text: say(
        `Names in the file are garbled, since it was saved from a wrong encoding: ${shown.join(', ')} (${first[1]}). Export it again.`,
        `文件中的名称已成乱码，系按错误编码打开后另存所致：${shown.join('、')}（${first[1]}）。请重新导出。`,
      ),
    },
  ];
}

/** What its letters are as bytes of UTF-8; undefined where they are none, as in any real word. */
function asMeant(word: string): string | undefined {
  const bytes: number[] = [];
  for (const letter of word) {
    const code = letter.charCodeAt(0);
    const sign = SIGNS.indexOf(letter);
    if (sign >= 0) bytes.push(0x80 + sign);
    else if (code <= 0xff) bytes.push(code);
    else return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return undefined;
  }
}
