import { useMemo } from 'preact/hooks';
import { LANGUAGES } from '../../../kernel/text.ts';
import { usePanel } from '../../panel.ts';

/** Figures and shares as people read them. */
export function useFigures(): {
  readonly figure: (value: number | null | undefined) => string;
  /** With two places. */
  readonly money: (value: number | null | undefined) => string;
  /** With its sign. */
  readonly change: (value: number | null | undefined) => string;
  readonly share: (value: number | null | undefined) => string;
} {
  const { language } = usePanel();
  return useMemo(() => {
    const locale = LANGUAGES[language].tag;
    const figures = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    const amounts = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const changes = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
    const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    const say = (format: Intl.NumberFormat) => (value: number | null | undefined) =>
      value === null || value === undefined ? '–' : format.format(value);
    return { figure: say(figures), money: say(amounts), change: say(changes), share: say(shares) };
  }, [language]);
}

/** A name that some broken file has made of half of its rows takes no more room than others. */
export function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

const LONGEST_NAME = 60;

const MOST_NAMES = 12;

/** The first of many names. */
export function namesOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).map(shortened).join(', ') + (rest > 0 ? ` … +${rest}` : '');
}
