import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PersonMonth } from '../../plan/field.ts';
import type { Preview } from '../../plan/preview.ts';
import type { SheetSpec } from '../../plan/sheetSpec.ts';
import { initialValues, Problems, type Template } from '../../plan/template.ts';
import type { Choices } from '../memory.ts';
import { openTracker } from '../openTracker.ts';
import { useKept, usePanel } from '../panel.ts';
import { FieldControl, focusFirstProblem } from '../parts/fieldControl.tsx';
import { useFocusKept } from '../parts/focus.ts';
import { Notice } from '../parts/notice.tsx';
import { SheetPreview } from '../parts/sheetPreview.tsx';
import { strings } from '../strings.ts';
import { inputOf, typedValue } from '../text/fieldInput.ts';

export function TemplateForm({ template }: { readonly template: Template }) {
  const { t, language, today, insert, inserting, announce, workbook } = usePanel();
  const form = useRef<HTMLFormElement>(null);
  const insertButton = useRef<HTMLButtonElement>(null);
  useFocusKept(inserting, insertButton);
  const remembered = workbook.memory?.forms.find(([id]) => id === template.id)?.[1];
  const [edits, setEdits] = useKept<Choices>(`template ${template.id}`, remembered ?? {});
  const [tried, setTried] = useState(false);
  // What was not edited follows the language, sample rows too.
  const names = workbook.inventory?.names;
  const people = openTracker(workbook.sheets)?.people;
  const personMonths = usePersonMonths(template);
  const initial = useMemo(
    () => initialValues(template, { language, today, names, people, personMonths }),
    [template, language, today, names, people, personMonths],
  );
  const fields = Object.entries(template.fields);
  const drafts = fields.map(([key, field]) => [key, field, edits[key] ?? inputOf(field, initial[key])] as const);
  const values = Object.fromEntries(
    drafts.map(([key, field, draft]) => [key, key in edits ? typedValue(field, draft) : initial[key]]),
  );
  const built = useMemo(() => template.build(values, language), [template, edits, language, initial]);
  const missing = built instanceof Problems ? [] : missingNeeds(built, names);
  const problems = built instanceof Problems ? built.fields : {};

  const submit = (event: Event) => {
    event.preventDefault();
    if (!(built instanceof Problems)) return insert(template, values, lasting(template, edits));
    setTried(true);
    announce(strings.checkFields(Object.keys(problems).length));
    focusFirstProblem(form.current);
  };
  const reset = () => {
    setEdits({});
    setTried(false);
  };
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <h1 tabIndex={-1}>{t(template.label)}</h1>
      <p class="lead">{t(template.summary)}</p>
      {remembered && edits === remembered && <p class="help">{t(strings.rememberedChoices)}</p>}
      <MissingSheets template={template} missing={missing} />
      {drafts.map(([key, field, draft]) => (
        <FieldControl
          key={key}
          field={field}
          draft={draft}
          problem={tried || key in edits ? problems[key] : undefined}
          isInitial={!(key in edits)}
          onDraft={next => setEdits({ ...edits, [key]: next })}
        />
      ))}
      <h2>{t(strings.preview)}</h2>
      <LivePreview built={built} />
      {!inserting && missing.length === 0 && (
        <div class="bar">
          <div class="actions">
            <button ref={insertButton} type="submit" class="primary">
              {t(strings.insertSheet)}
            </button>
            {Object.keys(edits).length > 0 && (
              <button type="button" onClick={reset}>
                {t(strings.resetForm)}
              </button>
            )}
          </div>
        </div>
      )}
    </form>
  );
}

/** The closed months, for a form that begins with them; none until they are read, and where they cannot be. */
function usePersonMonths({ fromHistory = false }: Template): readonly PersonMonth[] | undefined {
  const { port, workbook } = usePanel();
  const { inventory } = workbook;
  const [months, setMonths] = useState<readonly PersonMonth[]>();
  useEffect(() => {
    if (!fromHistory || !inventory) return;
    import('./month/personMonths.ts')
      .then(({ personMonthsIn }) => personMonthsIn(port, inventory))
      .then(setMonths, () => setMonths(undefined));
  }, [fromHistory, inventory, port]);
  return months;
}

/** The dates of a form are of their month: next time others are due. */
function lasting({ fields }: Template, edits: Choices): Choices {
  return Object.fromEntries(Object.entries(edits).filter(([key]) => fields[key]?.control !== 'date'));
}

/** The templates whose sheets a new sheet would read and that are not there; all are taken to be there until it is known. */
function missingNeeds({ needs = [] }: SheetSpec, names: readonly string[] | undefined): string[] {
  if (!names) return [];
  const there = new Set(names.map(name => name.toLowerCase()));
  const missing = needs.filter(need => Object.keys(need.names).some(name => !there.has(name.toLowerCase())));
  return [...new Set(missing.map(({ template }) => template))];
}

/** What has to be inserted first, in place of the button that inserts. */
function MissingSheets({ template, missing }: { readonly template: Template; readonly missing: readonly string[] }) {
  const { t, library, open } = usePanel();
  const templates = library.templates.filter(({ id }) => missing.includes(id));
  if (templates.length === 0) return null;
  return (
    <Notice kind="warning" text={t(strings.needs(templates.map(({ label }) => label)))}>
      {templates.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          class="primary"
          data-item={id}
          onClick={() => open({ at: 'template', id, neededBy: template.id })}
        >
          {t(strings.insertFirst(label))}
        </button>
      ))}
    </Notice>
  );
}

/** The preview is computed when typing pauses; until then the last one stays. */
function LivePreview({ built }: { readonly built: ReturnType<Template['build']> }) {
  const { t, library, language, port } = usePanel();
  const compute = () => (built instanceof Problems ? undefined : library.preview(built, language, port.dialect));
  const [preview, setPreview] = useState<Preview | undefined>(compute);
  useEffect(() => {
    const timer = setTimeout(() => setPreview(compute()), 150);
    return () => clearTimeout(timer);
  }, [built, language]);
  return preview ? <SheetPreview preview={preview} rows={8} /> : <p class="help">{t(strings.noPreview)}</p>;
}
