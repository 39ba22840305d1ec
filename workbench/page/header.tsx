import { useRef } from 'preact/hooks';
import { otherLanguage, type Text } from '../../src/kernel/text.ts';
import { goTo, onlySheets, type PageSettings } from './settings.ts';
import { strings } from './strings.ts';

interface HeaderProps {
  readonly settings: PageSettings;
  readonly t: (text: Text) => string;
  readonly dark: boolean;
  readonly setDark: (dark: boolean) => void;
  readonly openFile: (file: File) => void;
  readonly download: () => void;
  readonly startAnew: () => void;
}

const HOSTS = [
  ['excel', 'Excel'],
  ['sheets', 'Google Sheets'],
] as const;

export function Header({ settings, t, dark, setDark, openFile, download, startAnew }: HeaderProps) {
  const file = useRef<HTMLInputElement>(null);
  const { host, language } = settings;
  return (
    <header>
      <img src="icon.svg" alt="" width="24" height="24" />
      <h1>
        {t(strings.product)} <small>{t(strings.workbench)}</small>
      </h1>
      {!onlySheets() && (
        <fieldset class="switch" aria-label={t(strings.host)}>
          {HOSTS.map(([name, label]) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === host}
              onClick={() => name !== host && goTo({ host: name, language })}
            >
              {label}
            </button>
          ))}
        </fieldset>
      )}
      <button type="button" onClick={() => file.current?.click()}>
        {t(strings.openCsv)}
      </button>
      <input
        ref={file}
        type="file"
        accept=".csv,.txt,text/csv"
        hidden
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0];
          if (chosen) openFile(chosen);
          currentTarget.value = '';
        }}
      />
      <button type="button" onClick={download}>
        {t(strings.download)}
      </button>
      <button type="button" popovertarget="anew">
        {t(strings.startAnew)}
      </button>
      <span class="space" />
      <button type="button" popovertarget="about">
        {t(strings.what)}
      </button>
      <button
        type="button"
        aria-label={t(strings.languageLabel)}
        onClick={() => goTo({ host, language: otherLanguage(language) })}
      >
        {t(strings.language)}
      </button>
      <button type="button" aria-pressed={dark} onClick={() => setDark(!dark)}>
        {t(dark ? strings.light : strings.dark)}
      </button>
      <div id="anew" class="card" popover="auto">
        <h2>{t(strings.startAnewTitle)}</h2>
        <p>{t(strings.startAnewSays)}</p>
        <button type="button" class="danger" onClick={startAnew}>
          {t(strings.startAnewDo)}
        </button>{' '}
        <button type="button" popovertarget="anew" popovertargetaction="hide">
          {t(strings.cancel)}
        </button>
      </div>
      <div id="about" class="card" popover="auto">
        <h2>{t(strings.aboutTitle)}</h2>
        <p>{t(strings.aboutIs)}</p>
        <p>{t(strings.aboutPrivate)}</p>
        <p>{t(strings.aboutNot)}</p>
        <button type="button" popovertarget="about" popovertargetaction="hide">
          {t(strings.close)}
        </button>
      </div>
    </header>
  );
}
