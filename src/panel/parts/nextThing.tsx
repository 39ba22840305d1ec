import { nextStep } from '../nextStep.ts';
import { usePanel } from '../panel.ts';
import { strings } from '../strings.ts';
import { useShow } from './workbookSheets.tsx';

/** The one thing to do next. */
export function NextThing() {
  const { t, open, library, workbook } = usePanel();
  const { show, failure } = useShow();
  const step = nextStep(
    workbook.sheets,
    library.templates.map(({ id }) => id),
  );
  const template = step.is === 'insert' ? library.templates.find(({ id }) => id === step.template) : undefined;
  if (step.is === 'insert' && !template) return null;
  return (
    <section class="next" aria-labelledby="next">
      <h2 id="next">{t(strings.nextStep)}</h2>
      {step.is === 'insert' && template && (
        <>
          <p>{t(strings.nextSteps[step.why])}</p>
          <button type="button" class="primary" onClick={() => open({ at: 'template', id: step.template })}>
            {t(strings.insertA(template.label))}
          </button>
        </>
      )}
      {step.is === 'look' && (
        <>
          <p>{t(strings.nextSteps[step.why](step.rows))}</p>
          <button type="button" class="primary" onClick={() => show(step.sheet)}>
            {t(strings.goTo(step.sheet.sheet))}
          </button>
        </>
      )}
      {step.is === 'mend' && (
        <>
          <p>{t(strings.nextSteps.mend(step.rows))}</p>
          <button type="button" class="primary" onClick={() => open({ at: 'health' })}>
            {t(strings.health)}
          </button>
          <button type="button" onClick={() => show(step.sheet)}>
            {t(strings.goTo(step.sheet.sheet))}
          </button>
        </>
      )}
      {step.is === 'wait' && <p>{t(strings.nextSteps.wait)}</p>}
      {step.is === 'fine' && <p>{t(strings.nextSteps.fine)}</p>}
      {failure}
    </section>
  );
}
