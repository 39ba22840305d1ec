import { useRef, useState } from 'preact/hooks';
import { LANGUAGES, type Language, languages, type Text } from '../../kernel/text.ts';
import { before as standing } from '../../plan/fitting.ts';
import type { Labels } from '../../plan/relabel.ts';
import type { PortError } from '../../port/port.ts';
import { portError } from '../insertion.ts';
import { usePanel } from '../panel.ts';
import { useFocusKept } from '../parts/focus.ts';
import { Failure, Notice } from '../parts/notice.tsx';
import type { SheetStatus } from '../sheetStatus.ts';
import { strings } from '../strings.ts';

/** What was written and what was there before, sheet by sheet. */
type Written = readonly { readonly sheetId: string; readonly labels: Labels; readonly before: Labels }[];

type Outcome =
  | { readonly is: 'idle' | 'working' | 'none' | 'same' }
  // So many labels are something else by now.
  | { readonly is: 'back'; readonly left: number }
  | { readonly is: 'changed'; readonly written: Written; readonly left: number }
  | { readonly is: 'failed'; readonly error: PortError; readonly written: Written };

/** The labels of sheets in the other language. */
export function LabelsPage() {
  const { t, language, workbook } = usePanel();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [to, setTo] = useState<Language>(language);
  const button = useRef<HTMLButtonElement>(null);
  const { outcome, change, undo, dismiss } = useRelabelling();
  useFocusKept(outcome, button);
  const chosen = workbook.sheets.filter(({ sheetId }) => !left.has(sheetId));
  const toggle = (sheetId: string) =>
    setLeft(new Set(left.has(sheetId) ? [...left].filter(id => id !== sheetId) : [...left, sheetId]));
  const submit = (event: Event) => {
    event.preventDefault();
    void change(chosen, to);
  };
  if (workbook.inventory && workbook.sheets.length === 0) {
    return <p class="lead">{t(strings.noSheets)}</p>;
  }
  return (
    <form noValidate onSubmit={submit}>
      <p class="lead">{t(strings.labelsLead)}</p>
      <fieldset class="field">
        <legend>{t(strings.labelsSheets)}</legend>
        {workbook.sheets.map(({ sheetId, sheet }) => (
          <label key={sheetId} class="toggle">
            <input type="checkbox" checked={!left.has(sheetId)} onChange={() => toggle(sheetId)} />
            {sheet}
          </label>
        ))}
      </fieldset>
      <fieldset class="field">
        <legend>{t(strings.labelsInto)}</legend>
        {languages.map(option => (
          <label key={option} class="toggle" lang={LANGUAGES[option].tag}>
            <input type="radio" name="language" checked={to === option} onChange={() => setTo(option)} />
            {strings.languageName[option]}
          </label>
        ))}
      </fieldset>
      <div class="bar">
        <div role="status">
          <OutcomeNotice outcome={outcome} onUndo={undo} onAgain={() => void change(chosen, to)} onDismiss={dismiss} />
        </div>
        <div class="actions">
          <button ref={button} type="submit" class="primary" aria-disabled={outcome.is === 'working'}>
            {t(outcome.is === 'working' ? strings.labelsChanging : strings.labelsChange)}
          </button>
        </div>
      </div>
    </form>
  );
}

function useRelabelling() {
  const { port, library, today } = usePanel();
  const [outcome, setOutcome] = useState<Outcome>({ is: 'idle' });

  async function change(sheets: readonly SheetStatus[], to: Language): Promise<void> {
    if (outcome.is === 'working') return;
    if (sheets.length === 0) return setOutcome({ is: 'none' });
    setOutcome({ is: 'working' });
    const written: Written[number][] = [];
    let left = 0;
    try {
      for (const { sheetId, template: id } of sheets) {
        const template = library.templates.find(candidate => candidate.id === id);
        if (!template) continue;
        const texts = await port.texts(sheetId);
        const labels = library.relabel(texts, library.wordingsOf(template, today), to);
        if (labels.cells.length + labels.notes.length === 0) continue;
        const sheet = { sheetId, labels, before: standing(texts, labels) };
        written.push(sheet);
        left += await port.relabel(sheetId, labels, sheet.before).catch((error: unknown) => {
          if (!isUncertain(portError(error))) written.pop();
          throw error;
        });
      }
      setOutcome(written.length > 0 ? { is: 'changed', written, left } : { is: 'same' });
    } catch (error) {
      setOutcome({ is: 'failed', error: portError(error), written });
    }
  }

  async function undo(written: Written): Promise<void> {
    setOutcome({ is: 'working' });
    try {
      let left = 0;
      for (const { sheetId, labels, before } of written) left += await port.relabel(sheetId, before, labels);
      setOutcome({ is: 'back', left });
    } catch (error) {
      setOutcome({ is: 'failed', error: portError(error), written });
    }
  }

  return { outcome, change, undo: (written: Written) => void undo(written), dismiss: () => setOutcome({ is: 'idle' }) };
}

/** Some of it may have been written. */
function isUncertain({ reason }: PortError): boolean {
  return reason === 'cutOff' || reason === 'unreachable';
}

interface OutcomeNoticeProps {
  readonly outcome: Outcome;
  readonly onUndo: (written: Written) => void;
  readonly onAgain: () => void;
  readonly onDismiss: () => void;
}

function OutcomeNotice({ outcome, onUndo, onAgain, onDismiss }: OutcomeNoticeProps) {
  const { t } = usePanel();
  switch (outcome.is) {
    case 'idle':
    case 'working':
      return null;
    case 'failed':
      return (
        <>
          <Failure error={outcome.error} onAgain={onAgain} onDismiss={onDismiss} />
          {outcome.written.length > 0 && (
            <button type="button" onClick={() => onUndo(outcome.written)}>
              {t(strings.undo)}
            </button>
          )}
        </>
      );
    case 'changed': {
      const labels = outcome.written.reduce(
        (sum, sheet) => sum + sheet.before.cells.length + sheet.before.notes.length,
        -outcome.left,
      );
      const said = [strings.labelsChanged(labels, outcome.written.length), ...kept(outcome.left)];
      return (
        <Notice kind="done" text={said.map(t).join(' ')} onDismiss={onDismiss}>
          <button type="button" onClick={() => onUndo(outcome.written)}>
            {t(strings.undo)}
          </button>
        </Notice>
      );
    }
    case 'none':
      return <Notice kind="plain" text={t(strings.labelsNone)} onDismiss={onDismiss} />;
    case 'same':
      return <Notice kind="plain" text={t(strings.labelsSame)} onDismiss={onDismiss} />;
    case 'back':
      return (
        <Notice
          kind="done"
          text={(outcome.left > 0 ? kept(outcome.left) : [strings.labelsBack]).map(t).join(' ')}
          onDismiss={onDismiss}
        />
      );
  }
}

function kept(left: number): Text[] {
  return left > 0 ? [strings.labelsLeft(left)] : [];
}
