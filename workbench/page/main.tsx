import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LANGUAGES, type Text } from '../../src/kernel/text.ts';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import type { Book } from '../book/book.ts';
import { createBrowserBook } from '../book/browser.ts';
import { drawCharts } from '../book/drawCharts.ts';
import { exampleSheetName, writeExample } from './example.ts';
import { Header } from './header.tsx';
import { WorkbookKeeper } from './keeper.ts';
import { followScheme } from './scheme.ts';
import { keepTheme, type PageSettings, readSettings } from './settings.ts';
import { StatusLine } from './statusLine.tsx';
import { strings } from './strings.ts';

interface WorkbenchProps {
  readonly settings: PageSettings;
  readonly keeper: WorkbookKeeper | undefined;
}

function Workbench({ settings, keeper }: WorkbenchProps) {
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
    const [container, place] = [sheet.current, pane.current];
    const begin = async () => {
      // A browser that gives nothing back keeps nothing either, which is said with the first change.
      const kept = await keeper?.read().catch(() => undefined);
      const made = await createBrowserBook({ container, language, dark: settings.dark, firstSheet, kept });
      setBook(made);
      drawCharts(made, container);
      await open(made, settings, place, kept !== undefined);
      await made.calculated();
      if (!keeper) setProblem(t(strings.notKept));
      keeper?.follow(made, () => setProblem(t(strings.keepFailed)));
    };
    begin().catch((reason: unknown) => setProblem(`${t(strings.startFailed)} ${String(reason)}`));
  }, []);

  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    keepTheme(dark);
    book?.api.toggleDarkMode(dark);
    return pane.current ? followScheme(pane.current, dark) : undefined;
  }, [dark, book]);

  const openFile = async (file: File) => {
    try {
      const { decode, openCsv } = await import('./csv.ts');
      if (book) await openCsv(book, file.name, decode(await file.arrayBuffer()));
      setProblem('');
    } catch {
      setProblem(t(strings.csvFailed));
    }
  };

  const startAnew = async () => {
    await keeper?.forget();
    location.reload();
  };

  const download = async () => {
    try {
      const { bookFile } = await import('../download/workbook.ts');
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
        startAnew={() => void startAnew()}
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

/**
 * Starts the program that is played, then writes the example into a new workbook, or calculates one that was kept, so
 * that the functions are known by then.
 */
async function open(book: Book, { host, language }: PageSettings, place: HTMLElement, isKept: boolean): Promise<void> {
  const options = { book, language, place, base: `${host}/` };
  if (host === 'excel') {
    const { startExcel } = await import('../excel/start.ts');
    const excel = await startExcel(options);
    Object.assign(globalThis, { workbench: { book, excel } });
    if (isKept) book.recalculate();
    else writeExample(book, language, excelDialect);
  } else {
    const { startSheets } = await import('../sheets/start.ts');
    const sheets = await startSheets(options);
    Object.assign(globalThis, { workbench: { book, sheets } });
    if (isKept) book.recalculate();
    else writeExample(book, language, sheetsDialect);
    sheets.run('showSidebar');
  }
}

const settings = readSettings();
document.documentElement.lang = LANGUAGES[settings.language].tag;
document.title = `${strings.product[settings.language]} · ${strings.workbench[settings.language]}`;
const root = document.getElementById('workbench');
if (root)
  void WorkbookKeeper.of(settings.host).then(keeper => render(<Workbench settings={settings} keeper={keeper} />, root));
