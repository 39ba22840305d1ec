import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { LANGUAGES, type Language, languageOf, otherLanguage, say, type Text } from '../kernel/text.ts';
import { Problems } from '../plan/template.ts';
import type { PanelPort } from '../port/port.ts';
import { useInsertion } from './insertion.ts';
import type { Library } from './library.ts';
import { keepLocalSetting, localSetting } from './localSetting.ts';
import { withForm } from './memory.ts';
import { type Panel, PanelContext, usePanel } from './panel.ts';
import { Icon } from './parts/icons.tsx';
import { InsertionBar } from './parts/insertionBar.tsx';
import { strings } from './strings.ts';
import { itemOf, type Section, sectionOf, type View } from './view.ts';
import { FunctionList } from './views/functionList.tsx';
import { FunctionPage } from './views/functionPage.tsx';
import { Gallery } from './views/gallery.tsx';
import { Home } from './views/home.tsx';
import { lazyPageOf } from './views/lazyPages.ts';
import { LazyView } from './views/lazyView.tsx';
import { TemplateForm } from './views/templateForm.tsx';
import { watchedPort } from './watchedPort.ts';
import { useWorkbook } from './workbook.ts';

const LISTS: ReadonlySet<View['at']> = new Set(['home', 'gallery', 'functions']);

interface AppProps {
  readonly port: PanelPort;
  readonly library: Library;
  readonly today: string;
}

const SECTIONS: readonly { readonly at: Section; readonly label: Text }[] = [
  { at: 'home', label: strings.home },
  { at: 'gallery', label: strings.templates },
  { at: 'functions', label: strings.functions },
];

export function App({ port: host, library, today }: AppProps) {
  const [language, chooseLanguage] = useState<Language>(() => languageOf(localSetting('language') ?? host.language));
  const [trail, setTrail] = useState<readonly View[]>([{ at: 'home' }]);
  const [announced, announce] = useState<Text>();
  const inserter = useInsertion(host);
  const port = useMemo(() => watchedPort(host, inserter.end), [host]);
  const workbook = useWorkbook(port);
  const [insertedFrom, setInsertedFrom] = useState<View>();
  const kept = useMemo(() => new Map<string, unknown>(), []);
  const view = trail.at(-1) ?? { at: 'home' };
  const main = useFocusOnOpening(trail);
  // A text that was kept in the workbook may know less languages.
  const t = (text: Text) => text[language] ?? say(text.en, text.zh)[language];
  const setLanguage = (next: Language) => {
    chooseLanguage(next);
    keepLocalSetting('language', next);
  };
  // What came of an insertion takes the place of the button that it came from, and stays with the lists; it is not in
  // the way of other work.
  const { is: insertion } = inserter.state;
  const working = insertion === 'working';
  const stays = LISTS.has(view.at) || insertedFrom === view;
  const shown = insertion !== 'idle' && (working || insertion === 'failed' || stays);

  const panel: Panel = {
    port,
    library,
    language,
    t,
    kept,
    today,
    announce,
    open(next) {
      // Other work has begun when something else is opened than the lists.
      if (!LISTS.has(next.at)) inserter.end();
      setTrail([...trail, next]);
    },
    workbook,
    inserting: shown,
    working,
    insert(template, values, choices) {
      setInsertedFrom(view);
      inserter.insert({
        label: template.label,
        ops(taken) {
          const spec = template.build(values, language);
          if (spec instanceof Problems) throw new Error(`${template.id}: ${Object.keys(spec.fields).join(', ')}`);
          return library.assemble(spec, { language, dialect: port.dialect, taken });
        },
        done() {
          workbook.follow();
          workbook.remember(memory => withForm(memory, template.id, choices, today));
          if (view.at === 'template' && view.neededBy)
            setTrail(before => (before.at(-1) === view ? before.slice(0, -1) : before));
        },
        undone: workbook.read,
      });
    },
    insertSheet(label, spec) {
      setInsertedFrom(view);
      inserter.insert({
        label,
        ops: taken => library.assemble(spec, { language, dialect: port.dialect, taken }),
        done: workbook.follow,
        undone: workbook.read,
      });
    },
  };
  return (
    <PanelContext.Provider value={panel}>
      <div class="pane" lang={LANGUAGES[language].tag}>
        <header>
          <nav aria-label={t(strings.sections)}>
            {SECTIONS.map(({ at, label }) => (
              <button
                key={at}
                type="button"
                aria-current={sectionOf(view) === at ? 'page' : undefined}
                onClick={() => setTrail([{ at }])}
              >
                {t(label)}
              </button>
            ))}
          </nav>
          <LanguageSwitch language={language} onLanguage={setLanguage} />
        </header>
        <main ref={main}>
          {trail.length > 1 && <Back to={trail.at(-2)} onBack={() => setTrail(trail.slice(0, -1))} />}
          <Current view={view} />
        </main>
        <InsertionBar inserter={inserter} shown={shown} />
        <p class="hidden" role="status">
          {announced && t(announced)}
        </p>
      </div>
    </PanelContext.Provider>
  );
}

function Current({ view }: { readonly view: View }) {
  const { library, workbook } = usePanel();
  if (view.at === 'gallery') return <Gallery />;
  const lazy = lazyPageOf(view);
  if (lazy) return <LazyView key={itemOf(view)} {...lazy} />;
  if (view.at === 'functions') return <FunctionList />;
  if (view.at === 'template') {
    const template = library.templates.find(({ id }) => id === view.id);
    // Choices that come back from the workbook while the form is open fill it, unless something was typed in it.
    if (template) return <TemplateForm key={`${view.id} ${workbook.memory !== undefined}`} template={template} />;
  }
  if (view.at === 'function') {
    const fn = library.functions.find(({ name }) => name === view.name);
    if (fn) return <FunctionPage key={view.name} fn={fn} />;
  }
  return <Home />;
}

interface LanguageSwitchProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

function LanguageSwitch({ language, onLanguage }: LanguageSwitchProps) {
  const other = otherLanguage(language);
  return (
    <button
      type="button"
      class="quiet"
      lang={LANGUAGES[other].tag}
      aria-label={strings.switchLanguage[other]}
      onClick={() => onLanguage(other)}
    >
      {strings.languageName[other]}
    </button>
  );
}

function Back({ to, onBack }: { readonly to: View | undefined; readonly onBack: () => void }) {
  const { t } = usePanel();
  const section = SECTIONS.find(({ at }) => to && at === sectionOf(to))?.label ?? strings.home;
  const label = to?.at === 'month' ? strings.month : section;
  return (
    <button type="button" class="quiet back" onClick={onBack}>
      <Icon name="back" />
      {t(label)}
    </button>
  );
}

/**
 * When a view opens, the focus goes to its heading, so that it is read out; when people come back to a list, to
 * the item that they came from.
 */
function useFocusOnOpening(trail: readonly View[]) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(trail);
  // Before the next key is pressed, not after the next picture is drawn.
  useLayoutEffect(() => {
    if (before.current === trail) return;
    const left = before.current.length > trail.length ? before.current.at(-1) : undefined;
    before.current = trail;
    const view = trail.at(-1);
    const item = left ? itemOf(left) : view?.at === 'functions' ? view.family : undefined;
    const target = item && main.current?.querySelector<HTMLElement>(`[data-item="${item}"]`);
    const heading = main.current?.querySelector<HTMLElement>('h1');
    if (!target) main.current?.ownerDocument.defaultView?.scrollTo(0, 0);
    (target || heading)?.focus();
    if (target) target.scrollIntoView({ block: left ? 'center' : 'start' });
  }, [trail]);
  return main;
}
