import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import { Notice } from '../parts/notice.tsx';
import { reasons, strings } from '../strings.ts';

type State = { readonly is: 'coming' | 'failed' } | { readonly is: 'there'; readonly Page: ComponentType };

/** The month's work is loaded when it is opened: files, cleaning and history are half as large as all the rest. */
export function MonthView() {
  const { t } = usePanel();
  const [state, setState] = useState<State>({ is: 'coming' });
  useEffect(() => {
    if (state.is !== 'coming') return;
    import('./month/monthPage.tsx').then(
      ({ MonthPage }) => setState({ is: 'there', Page: MonthPage }),
      () => setState({ is: 'failed' }),
    );
  }, [state]);
  return (
    <>
      <h1 tabIndex={-1}>{t(strings.month)}</h1>
      {state.is === 'there' && <state.Page />}
      {state.is === 'coming' && <p role="status">{t(strings.loading)}</p>}
      {state.is === 'failed' && (
        <Notice kind="failed" text={t(reasons.unreachable)}>
          <button type="button" onClick={() => setState({ is: 'coming' })}>
            {t(strings.tryAgain)}
          </button>
        </Notice>
      )}
    </>
  );
}
