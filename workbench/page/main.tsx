import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Text } from '../../src/kernel/text.ts';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import type { Book } from '../book/book.ts';
import { createBrowserBook } from '../book/browser.ts';
import { drawCharts } from '../book/drawCharts.ts';
import { bookFile } from '../download/workbook.ts';
import { startExcel } from '../excel/start.ts';
import { startSheets } from '../sheets/start.ts';
import { decode, openCsv } from './csv.ts';
import { exampleSheetName, writeExample } from './example.ts';
import { Header } from './header.tsx';
import { followScheme } from './scheme.ts';
import { keepTheme, readSettings, type Settings } from './settings.ts';
import { StatusLine } from './statusLine.tsx';
import { strings } from './strings.ts';

function Workbench({ settings }: { readonly settings: Settings }) {
  const { language, host } = settings;
  const t = (text: Text) => text[language];
  const sheet = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const [book, setBook] = useState<Book | undefined>();
  const [dark, setDark] = useState(settings.dark);
  const [problem, setProblem] = useState('');

  useEffect(() => {
    if (!sheet.current || !pane.current) return;
    const firstSheet = exampleSheetName(language);
    const made = createBrowserBook({ container: sheet.current, language, dark: settings.dark, firstSheet });
    setBook(made);
    drawCharts(made, sheet.current);
    open(made, settings, pane.current).catch((reason: unknown) =>
      setProblem(`${t(strings.startFailed)} ${String(reason)}`),
    );
  }, []);

  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    keepTheme(dark);
    book?.api.toggleDarkMode(dark);
    return pane.current ? followScheme(pane.current, dark) : undefined;
  }, [dark, book]);

  const openFile = async (file: File) => {
    try {
      if (book) await openCsv(book, file.name, decode(await file.arrayBuffer()));
      setProblem('');
    } catch {
      setProblem(t(strings.csvFailed));
    }
  };

  const download = async () => {
    try {
      if (book) save(await bookFile(book, language), `${t(strings.product)}.xlsx`);
      setProblem('');
    } catch {
      setProblem(t(strings.downloadFailed));
    }
  };

  return (
    <>
      <Header
        settings={settings}
        t={t}
        dark={dark}
        setDark={setDark}
        openFile={file => void openFile(file)}
        download={() => void download()}
      />
      <main>
        <div class="sheet">
          <div class="grid" ref={sheet} />
          {problem ? (
            <p class="status problem" role="alert">
              {problem}
            </p>
          ) : (
            book && <StatusLine book={book} t={t} />
          )}
        </div>
        <aside class={host} ref={pane} aria-label={t(strings.product)}>
          <p class="hint">{t(strings.loading)}</p>
        </aside>
      </main>
    </>
  );
}

/** Hands a file to the browser's own downloads. */
function save(file: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(file)], { type: XLSX }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Starts the program that is played, then writes the example, so that its functions are known when it calculates. */
async function open(book: Book, { host, language }: Settings, place: HTMLElement): Promise<void> {
  const options = { book, language, place, base: `/${host}/` };
  if (host === 'excel') {
    const excel = await startExcel(options);
    Object.assign(globalThis, { workbench: { book, excel } });
    writeExample(book, language, excelDialect);
  } else {
    const sheets = await startSheets(options);
    Object.assign(globalThis, { workbench: { book, sheets } });
    writeExample(book, language, sheetsDialect);
    sheets.run('showSidebar');
  }
}

const settings = readSettings();
document.documentElement.lang = settings.language === 'zh' ? 'zh-CN' : 'en';
document.title = `${strings.product[settings.language]} · ${strings.workbench[settings.language]}`;
const root = document.getElementById('workbench');
if (root) render(<Workbench settings={settings} />, root);
