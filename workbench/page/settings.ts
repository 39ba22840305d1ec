import { LANGUAGES, type Language, languageOf } from '../../src/kernel/text.ts';

export type HostName = 'excel' | 'sheets';

/** On a public site only Google Sheets is played: the page says so. */
export const onlySheets = (): boolean => document.querySelector('[data-hosts=sheets]') !== null;

/** What the page's address says: ?host=excel&lang=zh-CN */
export interface PageSettings {
  readonly host: HostName;
  readonly language: Language;
  readonly dark: boolean;
}

const THEME = 'sales-kpi-theme';

export function readSettings(): PageSettings {
  const asked = new URLSearchParams(location.search);
  const theme = localStorage.getItem(THEME);
  return {
    host: onlySheets() || asked.get('host') === 'sheets' ? 'sheets' : 'excel',
    language: languageOf(asked.get('lang') ?? navigator.language),
    dark: theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches,
  };
}

/** Opens the page anew: another host is another program, with a workbook of its own. */
export function goTo({ host, language }: Pick<PageSettings, 'host' | 'language'>): void {
  location.search = `?host=${host}&lang=${LANGUAGES[language].tag}`;
}

export function keepTheme(dark: boolean): void {
  localStorage.setItem(THEME, dark ? 'dark' : 'light');
}
