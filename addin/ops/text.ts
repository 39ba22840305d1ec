/**
 * A text that Excel stores as it is. Excel reads what is set as if it were typed, in the language and the region of
 * its user: "=1+1" becomes a formula, "007" a number, "Jan 5" or "5 mai" a date, "kr 12" an amount, "WAHR" a logical
 * value; an apostrophe in front prevents it and is not part of the text. Plain words go without, for it shows in the
 * formula bar.
 */
export function plainText(text: string): string {
  return text === '' || isWord(text) ? text : `'${text}`;
}

function isWord(text: string): boolean {
  if (!/^\p{L}/u.test(text)) return false;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const [first = ''] = words;
  if (!/\p{N}/u.test(text)) return !(words.join(' ') === text.trim().toLowerCase() && LOGICAL.has(words.join(' ')));
  // "R5", "K 12": the signs of some currencies; of quarters none is one where they are written so.
  if (first.length === 1 && !/^q[1-4]$/i.test(text)) return false;
  return !words.some(isMonth) && !CURRENCIES.has(first) && !startsTime(text);
}

/** What Excel shows for TRUE and FALSE in the languages that it has. */
const LOGICAL = new Set(
  `true false wahr falsch vrai faux verdadero falso verdader fals vero waar onwaar verdadeiro adevărat prawda fałsz
  pravda nepravda igaz hamis истина ложь правда неправда істина хибність doğru yanlış sand falsk sant usann sann
  tosi epätosi tõene väär patiesa aplams tiesa netiesa αληθές ψευδές resnično neresnično istinito tačno netačno
  točno netočno egia faltsua đúng sai benar salah 真 假 진실 거짓 참 צודק אמת שקר จริง เท็จ صواب خطأ`.split(/\s+/),
);

/** Where the name of a month is one word. */
const LANGUAGES = `en de fr es it pt nl da sv nb nn fi et lv lt pl cs sk sl hr sr bs hu ro bg ru uk be mk el tr az kk uz
  ca gl eu is ga cy sq hy ka he ar fa hi id ms vi th fil sw af`.split(/\s+/);

let known: ReadonlySet<string> | undefined;

/** The months' names and short forms in many languages, as they stand alone and in dates. */
function monthNames(): ReadonlySet<string> {
  const forms: readonly Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { day: 'numeric', month: 'long' },
    { day: 'numeric', month: 'short' },
  ];
  const names = LANGUAGES.flatMap(language => forms.flatMap(form => namesIn(language, form)));
  // Other short forms that Excel takes, of Chinese and Vietnamese the word for month.
  return new Set([...names, 'mrz', 'sept', 'tháng']);
}

function namesIn(language: string, form: Intl.DateTimeFormatOptions): string[] {
  const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC', calendar: 'gregory' });
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2026, month, 15));
    const name = parts.find(({ type }) => type === 'month')?.value ?? '';
    return name.toLowerCase().replace(/[^\p{L}\p{M}]/gu, '');
  });
}

/** The beginning of a name will do from three letters on, as Excel reads it. */
function isMonth(word: string): boolean {
  known ??= monthNames();
  if (known.has(word)) return true;
  return word.length > 3 && [...known].some(name => name.startsWith(word));
}

/** Signs of currencies that are letters, and the codes of all. */
const CURRENCIES = new Set([
  ...'kr kč ft lei din ден дин руб грн лв zł km rm rp rs mt nt us au ca nz hk sg mx eur sfr fr dm tl den lek kn'.split(
    ' ',
  ),
  ...Intl.supportedValuesOf('currency').map(code => code.toLowerCase()),
]);

/** Parts of the day and eras, in front of figures. */
function startsTime(text: string): boolean {
  return /^(上午|下午|午前|午後|오전|오후|am\b|pm\b|令和|平成|昭和|大正|明治|民國|民国|西元|公元)/iu.test(text);
}
