const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.\-/,]*\d/i;

/**
 * A text that Excel stores as it is. Excel reads what is set as if it were typed: "=1+1" becomes a formula, "007"
 * a number, "Jan 5" a date; an apostrophe in front prevents it and is not part of the text. Plain words go without,
 * for it shows in the formula bar.
 */
export function plainText(text: string): string {
  const isWord = /^\p{L}/u.test(text) && !MONTH.test(text) && !/^(true|false|上午|下午)/i.test(text);
  return text === '' || isWord ? text : `'${text}`;
}
