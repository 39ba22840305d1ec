/** The letters beyond a to z that the languages of an encoding write. */
const LATIN: readonly string[] = [
  'äöüß',
  'éèêëàâçôîïùûüœæÿñ',
  'áéíóúñüçºª',
  'áàâãéêíóôõúçºª',
  'àèéìíîòóùú',
  'åæøäöéü',
  'ëéïöüèá',
];
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  'windows-1252': LATIN,
  macintosh: LATIN,
  'windows-1250': ['ąćęłńóśźż', 'áčďéěíňóřšťúůýžľĺôŕä', 'áéíóöőúüű', 'ăâîșțşţ', 'čćđšž', 'äöüß'],
  'iso-8859-2': ['ąćęłńóśźż', 'áčďéěíňóřšťúůýžľĺôŕä', 'áéíóöőúüű', 'čćđšž'],
  'windows-1254': ['çğıi̇öşüâî'],
};
/** A file may have names of several of them: of Western Europe more often than of others. */
const SEVERAL = { western: 0.9, other: 0.75 };
/** Where several are as likely, the more common one. */
const BONUS: Readonly<Record<string, number>> = { 'windows-1252': 0.03, 'windows-1250': 0.02, 'windows-1251': 0.02 };

const WORD = /[\p{L}\p{M}]+/gu;
const CYRILLIC = /^[а-яёіїєґА-ЯЁІЇЄҐ]+$/;

/**
 * How far a text is what people write, 0 to 1, by its letters beyond a to z: whether one language has them all, whether
 * they stand among plain letters, whether capitals begin words. Signs (€, °, –) tell little.
 */
export function letterScore(text: string, encoding: string): number {
  const foreign = [...text].filter(letter => letter > '\u007f');
  if (foreign.length === 0) return 0;
  const words = (text.match(WORD) ?? []).filter(word => /[^\0-\u007f]/.test(word));
  const letters = foreign.filter(letter => /\p{L}/u.test(letter));
  const signs = foreign.filter(letter => !/\p{L}/u.test(letter));
  const ofLetters = encoding === 'windows-1251' ? cyrillic(words) : latin(letters, words, encoding);
  const ofSigns = signs.reduce((sum, sign) => sum + (SIGNS.test(sign) ? 0.7 : 0), 0);
  return (ofLetters * letters.length + ofSigns) / foreign.length - 0.05 + (BONUS[encoding] ?? 0) - insideWords(text);
}

const SIGNS = /[€£¥°–—‘’“”„«»·…•®©™§±²³½¼¾\u00a0¿¡×]/;

/** A sign between letters, which only a wrong encoding puts there: Wa³êsa. */
function insideWords(text: string): number {
  const odd = text.match(/[A-Za-z][£¥³¹¼¾±¿¡×÷¬¤¢µ¶¸º¨]\p{L}|(?:^|[\s,;"])[£¥¼¾³¹][a-z]/gmu)?.length ?? 0;
  return Math.min(0.5, odd * 0.2);
}

function latin(letters: readonly string[], words: readonly string[], encoding: string): number {
  if (letters.length === 0) return 0;
  const cover = (alphabet: string): number =>
    letters.filter(letter => alphabet.includes(letter.toLowerCase())).length / letters.length;
  const languages = LANGUAGES[encoding] ?? [];
  const several = languages === LATIN ? SEVERAL.western : SEVERAL.other;
  const covers = [...languages.map(cover), several * cover(languages.join(''))];
  return Math.max(...covers) * (words.filter(isLatinWord).length / words.length);
}

/** Words of one letter: à, é, ó, å. */
const ONE_LETTER = /^[àâáèéêìíòóôùúåæøö]$/;

function isLatinWord(word: string): boolean {
  if (isOddlyCased(word)) return false;
  const plain = word.match(/[A-Za-z]/g)?.length ?? 0;
  return word.length === 1 ? ONE_LETTER.test(word) : plain * 2 >= word.length;
}

function isOddlyCased(word: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(word.replace(/^(?:Mc|Mac|De|Di|La|Le|Van)/, '').replace(/ß/g, ''));
}

function cyrillic(words: readonly string[]): number {
  const good = words.filter(
    word => CYRILLIC.test(word) && !isOddlyCased(word) && (word.length > 1 || /\p{Ll}/u.test(word)),
  );
  return words.length === 0 ? 0 : good.length / words.length;
}
