import type { ComponentType } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { FAMILIES, type Family } from '../../kernel/families.ts';
import { localSetting } from '../localSetting.ts';
import { useKept, usePanel } from '../panel.ts';
import { Icon } from '../parts/icons.tsx';
import { Introduction } from '../parts/introduction.tsx';
import { FunctionItem, TemplateItem, TemplatesToCome } from '../parts/listings.tsx';
import { NextThing } from '../parts/nextThing.tsx';
import { Failure } from '../parts/notice.tsx';
import { SearchBox, SearchOutcome } from '../parts/searchBox.tsx';
import { WorkbookSheets } from '../parts/workbookSheets.tsx';
import { findFunctions, findTemplates } from '../searchIndex.ts';
import { strings } from '../strings.ts';
import { familiesOf, openKey } from './functionList.tsx';
import { monthPages } from './lazyPages.ts';

/** Templates that people start from. */
const FIRST = 4;

export function Home() {
  const { t, library, workbook } = usePanel();
  const [query, setQuery] = useKept('home', '');
  const used = workbook.sheets.length > 0;
  return (
    <>
      <h1 tabIndex={-1}>{t(strings.product)}</h1>
      {!used && <p class="lead">{t(strings.greeting)}</p>}
      <SearchBox label={strings.search} query={query} onQuery={setQuery} />
      {query.trim() === '' ? <Start /> : <Found query={query} />}
      <footer>
        <p>{t(strings.privacy)}</p>
        <p>{t(strings.version(library.version))}</p>
      </footer>
    </>
  );
}

function Start() {
  const { t, library, workbook, open } = usePanel();
  const { inventory, sheets, memory, problem, read, refresh } = workbook;
  useEffect(refresh, []);
  const introduced = memory?.introduced !== false || localSetting('introduced') === 'true' || sheets.length > 0;
  const worksMonthly = sheets.some(({ template }) => template === 'tracker' || template === 'history');
  const templates = library.templates.filter(({ id }) => !sheets.some(sheet => sheet.template === id));
  return (
    <>
      {!introduced && <Introduction />}
      {problem && <Failure error={problem} onAgain={read} />}
      {inventory && <NextThing />}
      {sheets.length > 0 && <WorkbookSheets />}
      {worksMonthly && (
        <button id="open-month" type="button" class="card" data-item="month" onClick={() => open({ at: 'month' })}>
          <span class="card-text">
            <strong>{t(strings.month)}</strong>
            <span>{t(strings.monthLead)}</span>
          </span>
          <Icon name="forward" />
        </button>
      )}
      {worksMonthly && <Later />}
      {inventory && <Care />}
      <section aria-labelledby="start">
        <h2 id="start">{t(sheets.length > 0 ? strings.templates : strings.startWith)}</h2>
        <ul class="cards">
          <TemplatesToCome />
          {templates.slice(0, FIRST).map(template => (
            <TemplateItem key={template.id} template={template} />
          ))}
        </ul>
        {library.templates.length > FIRST && (
          <button type="button" class="quiet" onClick={() => open({ at: 'gallery' })}>
            {t(strings.moreTemplates)}
          </button>
        )}
      </section>
      <section aria-labelledby="subjects">
        <h2 id="subjects">{t(strings.families)}</h2>
        <ul class="chips">
          {familiesOf(library.functions).map(({ family, functions }) => (
            <FamilyChip key={family} family={family} count={functions.length} />
          ))}
        </ul>
      </section>
    </>
  );
}

/** What is due comes after the first picture; without it the page is as good as before. */
function Later() {
  const [Duties, setDuties] = useState<ComponentType>();
  useEffect(() => {
    monthPages().then(
      ({ HomeDuties }) => setDuties(() => HomeDuties),
      () => undefined,
    );
  }, []);
  return Duties ? <Duties /> : null;
}

const CARE = [
  { at: 'share', label: strings.share, about: strings.shareAbout },
  { at: 'health', label: strings.health, about: strings.healthAbout },
  { at: 'doctor', label: strings.doctor, about: strings.doctorAbout },
] as const;

function Care() {
  const { t, open } = usePanel();
  return (
    <section aria-labelledby="care">
      <h2 id="care">{t(strings.care)}</h2>
      <ul class="rows">
        {CARE.map(({ at, label, about }) => (
          <li key={at}>
            <button type="button" class="row" data-item={at} onClick={() => open({ at })}>
              <span class="row-text">
                <strong>{t(label)}</strong>
                <span>{t(about)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FamilyChip({ family, count }: { readonly family: Family; readonly count: number }) {
  const { t, open, kept } = usePanel();
  const openFamily = () => {
    kept.set(openKey(family), true);
    open({ at: 'functions', family });
  };
  return (
    <li>
      <button type="button" class="chip" onClick={openFamily}>
        {t(FAMILIES[family])}
        <span class="count" aria-hidden="true">
          {count}
        </span>
        <span class="hidden">{t(strings.functionCount(count))}</span>
      </button>
    </li>
  );
}

function Found({ query }: { readonly query: string }) {
  const { library } = usePanel();
  const searchTemplates = useMemo(() => findTemplates(library.templates), [library]);
  const searchFunctions = useMemo(() => findFunctions(library.functions), [library]);
  const templates = searchTemplates(query);
  const functions = searchFunctions(query);
  return (
    <>
      <SearchOutcome query={query} count={templates.length + functions.length} />
      <ul class="cards">
        {templates.map(template => (
          <TemplateItem key={template.id} template={template} />
        ))}
      </ul>
      <ul class="rows">
        {functions.map(fn => (
          <FunctionItem key={fn.name} fn={fn} />
        ))}
      </ul>
    </>
  );
}
