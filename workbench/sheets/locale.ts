/** What a spreadsheet's locale decides, as https://support.google.com/docs/answer/58515 names it; such as de_DE. */
export interface Locale {
  readonly decimalComma: boolean;
  /** How true and false are written, beside TRUE and FALSE. */
  readonly truths: readonly (readonly [yes: string, no: string])[];
  /** Months by their names, long and short. */
  readonly months: ReadonlyMap<string, number>;
  readonly dayFirst: boolean;
}

const TRUTHS: Readonly<Record<string, readonly [string, string]>> = {
  cs: ['PRAVDA', 'NEPRAVDA'],
  da: ['SAND', 'FALSK'],
  de: ['WAHR', 'FALSCH'],
  es: ['VERDADERO', 'FALSO'],
  fi: ['TOSI', 'EPÄTOSI'],
  fr: ['VRAI', 'FAUX'],
  hu: ['IGAZ', 'HAMIS'],
  it: ['VERO', 'FALSO'],
  nb: ['SANN', 'USANN'],
  nl: ['WAAR', 'ONWAAR'],
  no: ['SANN', 'USANN'],
  pl: ['PRAWDA', 'FAŁSZ'],
  pt: ['VERDADEIRO', 'FALSO'],
  ru: ['ИСТИНА', 'ЛОЖЬ'],
  sv: ['SANT', 'FALSKT'],
  tr: ['DOĞRU', 'YANLIŞ'],
  uk: ['ІСТИНА', 'ХИБНІСТЬ'],
};

const known = new Map<string, Locale>();

export function localeOf(name: string): Locale {
  const locale = known.get(name) ?? read(name.replaceAll('_', '-'));
  known.set(name, locale);
  return locale;
}

function read(tag: string): Locale {
  const own = TRUTHS[new Intl.Locale(tag).language];
  const months = new Map<string, number>();
  for (const style of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(tag, { month: style, timeZone: 'UTC' });
    for (let month = 0; month < 12; month++) {
      const name = format.format(new Date(Date.UTC(2026, month, 1)));
      if (/\p{L}/u.test(name) && !/\d/.test(name)) months.set(name.replace(/\.$/, '').toLowerCase(), month + 1);
    }
  }
  const order = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'numeric' }).formatToParts(0);
  return {
    decimalComma: new Intl.NumberFormat(tag).format(1.5).includes(','),
    truths: [['TRUE', 'FALSE'], ...(own ? [own] : [])],
    months,
    dayFirst: order.find(({ type }) => type === 'day' || type === 'month')?.type === 'day',
  };
}
