type Wide = 'gb18030' | 'big5' | 'shift_jis' | 'euc-jp' | 'euc-kr';

/**
 * How far bytes are what people write in an encoding of two bytes a sign, 0 to 1. These encodings put their signs in
 * the order of how common they are, so the places of the bytes tell: everyday signs stand in the first level, and what
 * is only there by chance (a letter with an accent and the letter after it) lands in the far ones.
 */
export function byteScore(sample: Uint8Array, encoding: Wide): number {
  let signs = 0;
  let weight = 0;
  let far = 0;
  for (let at = 0; at < sample.length; at++) {
    const lead = sample[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = sample[at + 1];
    const isSingle = encoding === 'shift_jis' && lead >= 0xa1 && lead <= 0xdf;
    // The sample may end in the middle of a sign.
    if (trail === undefined && !isSingle) break;
    signs++;
    const width = isSingle ? 1 : 2;
    const isAmongLetters = isLetter(sample[at - 1]) && isLetter(sample[at + width]);
    weight += (isSingle ? HALF_WIDTH : WEIGHTS[encoding](lead, trail ?? 0)) * (isAmongLetters ? AMONG_LETTERS : 1);
    if (encoding === 'euc-kr' && lead > LAST_HANGUL) far++;
    if (!isSingle) at++;
  }
  if (signs === 0) return 0;
  const score = weight / signs;
  // Korean stands where Chinese has the first half of its everyday signs: it takes many signs to know.
  if (encoding === 'euc-kr') return far === 0 && signs >= SURELY_KOREAN ? score + 0.06 : Math.min(score, 0.9);
  return score;
}

/** One sign between Latin letters is a letter with an accent, or an apostrophe. */
const AMONG_LETTERS = 0.2;
const HALF_WIDTH = 0.2;
const LAST_HANGUL = 0xc8;
const SURELY_KOREAN = 10;

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}

const within = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to;

const WEIGHTS: Readonly<Record<Wide, (lead: number, trail: number) => number>> = {
  gb18030(lead, trail) {
    if (!within(trail, 0xa1, 0xfe)) return 0.05;
    if (within(lead, 0xb0, 0xd7)) return 1;
    if (within(lead, 0xd8, 0xf7)) return 0.4;
    // Chinese punctuation; the rows of kana are Japanese.
    return within(lead, 0xa1, 0xa3) ? 0.9 : 0.1;
  },
  big5(lead, trail) {
    if (!within(trail, 0x40, 0x7e) && !within(trail, 0xa1, 0xfe)) return 0;
    if (within(lead, 0xa4, 0xc6)) return 1;
    if (within(lead, 0xa1, 0xa3)) return 0.9;
    return within(lead, 0xc9, 0xf9) ? 0.3 : 0;
  },
  shift_jis(lead, trail) {
    if (!within(trail, 0x40, 0xfc) || trail === 0x7f) return 0;
    if ((lead === 0x82 && within(trail, 0x4f, 0xf1)) || (lead === 0x83 && within(trail, 0x40, 0x96))) return 1;
    if (lead === 0x81) return 0.9;
    if (within(lead, 0x88, 0x98)) return 0.95;
    return within(lead, 0x99, 0x9f) || within(lead, 0xe0, 0xea) ? 0.3 : 0.05;
  },
  'euc-jp'(lead, trail) {
    if (!within(trail, 0xa1, 0xfe)) return 0.05;
    if (lead === 0xa4 || lead === 0xa5) return 1;
    if (within(lead, 0xb0, 0xcf)) return 0.9;
    if (lead === 0xa1 || lead === 0xa3) return 0.9;
    return within(lead, 0xd0, 0xf4) ? 0.3 : 0.1;
  },
  'euc-kr'(lead, trail) {
    if (!within(trail, 0xa1, 0xfe)) return 0.05;
    if (within(lead, 0xb0, LAST_HANGUL)) return 1;
    return within(lead, 0xa1, 0xa3) ? 0.9 : 0.1;
  },
};
