import { useRef, useState } from 'preact/hooks';
import { keepLocalSetting } from '../localSetting.ts';
import { usePanel } from '../panel.ts';
import { strings } from '../strings.ts';

/** Three steps for those who open the pane for the first time; it stands beside everything else and blocks nothing. */
export function Introduction() {
  const { t, workbook } = usePanel();
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const steps = strings.introductionSteps;
  const step = steps[at];
  if (!step) return null;
  const last = at === steps.length - 1;
  const end = () => {
    keepLocalSetting('introduced', 'true');
    workbook.remember(memory => ({ ...memory, introduced: true }));
  };
  const next = () => {
    setAt(at + 1);
    heading.current?.focus();
  };
  return (
    <section class="introduction" aria-label={t(strings.introduction)}>
      <p class="help">{t(strings.stepOf(at + 1, steps.length))}</p>
      <h2 ref={heading} tabIndex={-1}>
        {t(step.title)}
      </h2>
      <p aria-live="polite">{t(step.text)}</p>
      <div class="actions">
        <button type="button" onClick={last ? end : next}>
          {t(last ? strings.begin : strings.next)}
        </button>
        {!last && (
          <button type="button" class="quiet" onClick={end}>
            {t(strings.skip)}
          </button>
        )}
      </div>
    </section>
  );
}
