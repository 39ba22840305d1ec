import { useRef } from 'preact/hooks';
import type { Inserter, Step } from '../insertion.ts';
import { usePanel } from '../panel.ts';
import { strings } from '../strings.ts';
import { useFocusKept } from './focus.ts';
import { Failure, Notice } from './notice.tsx';

const PROGRESS: Readonly<Record<Step, number>> = { names: 1, plan: 2, write: 3, takeOut: 3 };

interface InsertionBarProps {
  readonly inserter: Inserter;
  readonly shown: boolean;
}

/** The insertion that is under way, or what came of it. */
export function InsertionBar({ inserter, shown }: InsertionBarProps) {
  const { t } = usePanel();
  const bar = useRef<HTMLDivElement>(null);
  const { state, dismiss } = inserter;
  useFocusKept(state.is, bar);
  return (
    <div ref={bar} class="bar" role="status" tabIndex={-1} hidden={!shown}>
      {state.is === 'working' && <Working inserter={inserter} />}
      {state.is === 'done' && (
        <Notice kind="done" text={t(strings.inserted(state.made.receipt.sheet))} onDismiss={dismiss}>
          <button type="button" onClick={inserter.undo}>
            {t(strings.undo)}
          </button>
        </Notice>
      )}
      {state.is === 'asking' && (
        <Notice kind="warning" text={t(state.loss)}>
          <button type="button" onClick={inserter.keep}>
            {t(strings.keepSheet)}
          </button>
          <button type="button" onClick={inserter.undo}>
            {t(strings.deleteSheet)}
          </button>
        </Notice>
      )}
      {state.is === 'undone' && (
        <Notice kind="done" text={t(strings.undone(state.receipt.sheet))} onDismiss={dismiss} />
      )}
      {state.is === 'cancelled' && <Notice kind="plain" text={t(strings.cancelled)} onDismiss={dismiss} />}
      {state.is === 'failed' && <Failure error={state.error} onAgain={state.again} onDismiss={dismiss} />}
    </div>
  );
}

function Working({ inserter: { state, cancel } }: { readonly inserter: Inserter }) {
  const { t } = usePanel();
  if (state.is !== 'working') return null;
  const step = t(state.cancelling ? strings.cancelling : strings.steps[state.step]);
  return (
    <div class="working">
      <p>
        <strong>{t(strings.inserting(state.job.label))}</strong>
        <br />
        {step}
      </p>
      <progress max={4} value={PROGRESS[state.step]} aria-label={step} />
      {state.step !== 'takeOut' && (
        <button type="button" aria-disabled={state.cancelling} onClick={cancel}>
          {t(strings.cancel)}
        </button>
      )}
    </div>
  );
}
