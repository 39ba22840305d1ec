import { useRef, useState } from 'preact/hooks';
import { isLanguage, LANGUAGES, type Language, languages } from '../../../../kernel/text.ts';
import type { Report } from '../../../../month/report/report.ts';
import { summary } from '../../../../month/report/summary.ts';
import { usePanel } from '../../../panel.ts';
import { copyText } from '../../../parts/copyText.ts';
import { strings } from '../../../strings.ts';
import { reportWords } from './reportWords.ts';

interface SummaryTextProps {
  readonly report: Report;
  readonly unit: string;
}

/** The month in a few lines, to be pasted into a chat or a mail. */
export function SummaryText({ report, unit }: SummaryTextProps) {
  const { t, language: own, announce } = usePanel();
  const [language, setLanguage] = useState<Language>(own);
  const [copied, setCopied] = useState<'copied' | 'selected'>();
  const area = useRef<HTMLTextAreaElement>(null);
  const text = summary(report, language, unit || t(reportWords.noUnit));
  const copy = async () => {
    const done = await copyText(text, area.current);
    setCopied(done ? 'copied' : 'selected');
    announce(done ? reportWords.copied : reportWords.copyYourself);
  };
  return (
    <section aria-labelledby="summary">
      <div class="section-head">
        <h2 id="summary">{t(reportWords.summary)}</h2>
        <select
          id="summary-language"
          class="narrow"
          aria-label={t(reportWords.summaryLanguage)}
          value={language}
          onChange={({ currentTarget: { value } }) => {
            if (isLanguage(value)) setLanguage(value);
            setCopied(undefined);
          }}
        >
          {languages.map(option => (
            <option key={option} value={option}>
              {strings.languageName[option]}
            </option>
          ))}
        </select>
      </div>
      <textarea
        ref={area}
        class="summary-text"
        aria-label={t(reportWords.summary)}
        lang={LANGUAGES[language].tag}
        rows={7}
        readOnly
        value={text}
      />
      <div class="actions">
        <button id="summary-copy" type="button" onClick={() => void copy()}>
          {t(reportWords.copy)}
        </button>
        {copied && <small>{t(copied === 'copied' ? reportWords.copied : reportWords.copyYourself)}</small>}
      </div>
    </section>
  );
}
