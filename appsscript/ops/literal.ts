/**
 * Sheets reads a text that is written to a cell as if it had been typed, by the spreadsheet's locale: "=1" is a
 * formula, "007" a number, "3-4", "Mai 5" a date, "CHF 5" an amount, "WAHR" a logical value. A leading apostrophe
 * keeps it a text and is not part of it. Texts that cannot be misread go without, so that their owner does not meet
 * apostrophes while editing.
 */
export function literal<Value>(value: Value): Value | string {
  return typeof value === 'string' && (MISREAD.test(value) || TRUTHS.has(value.trim().toLowerCase()))
    ? `'${value}`
    : value;
}

/** The full-width signs of an East Asian keyboard begin a formula as the plain ones do. */
const MISREAD = /^\s*[=+\-@'#＝＋－＠]|\p{Nd}/u;

/** True and false as the locales of Google Sheets have them. */
const TRUTHS = new Set(
  (
    'true false wahr falsch vrai faux verdadero falso vero verdadeiro waar onwaar prawda fałsz истина ложь істина ' +
    'хибність doğru yanlış sant falskt sand falsk sann usann tosi epätosi pravda nepravda igaz hamis adevărat fals ' +
    'αληθές ψευδές вярно невярно istina laž resnično neresnično tiesa taip ne patiess aplams tõene väär benar salah ' +
    'đúng sai จริง เท็จ'
  ).split(' '),
);
