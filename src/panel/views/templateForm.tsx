import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Preview } from '../../plan/preview.ts';
import { initialValues, Problems, type Template } from '../../plan/template.ts';
import { useKept, usePanel } from '../panel.ts';
import { FieldControl, focusFirstProblem } from '../parts/fieldControl.tsx';
import { useFocusKept } from '../parts/focus.ts';
import { SheetPreview } from '../parts/sheetPreview.tsx';
import { strings } from '../strings.ts';
import { type Draft, draftOf, typedValue } from '../text/draft.ts';

type Edits = Readonly<Record<string, Draft>>;

export function TemplateForm({ template }: { readonly template: Template }) {
  const { t, language, today, insert, inserting, announce } = usePanel();
  const form = useRef<HTMLFormElement>(null);
  const insertButton = useRef<HTMLButtonElement>(null);
  useFocusKept(inserting, insertButton);
  const [edits, setEdits] = useKept<Edits>(`template ${template.id}`, {});
  const [tried, setTried] = useState(false);
  // What was not edited follows the language, sample rows too.
  const initial = useMemo(() => initialValues(template, { language, today }), [template, language, today]);
  const fields = Object.entries(template.fields);
  const drafts = fields.map(([key, field]) => [key, field, edits[key] ?? draftOf(field, initial[key])] as const);
  const values = Object.fromEntries(
    drafts.map(([key, field, draft]) => [key, key in edits ? typedValue(field, draft) : initial[key]]),
  );
  const built = useMemo(() => template.build(values, language), [template, edits, language, initial]);
  const problems = built instanceof Problems ? built.fields : {};

  const submit = (event: Event) => {
    event.preventDefault();
    if (!(built instanceof Problems)) return insert(template, values);
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
      {drafts.map(([key, field, draft]) => (
        <FieldControl
          key={key}
          field={field}
          draft={draft}
          problem={tried || key in edits ? problems[key] : undefined}
          onDraft={next => setEdits({ ...edits, [key]: next })}
        />
      ))}
      <h2>{t(strings.preview)}</h2>
      <LivePreview built={built} />
      {!inserting && (
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
