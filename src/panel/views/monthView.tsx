import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import { Notice } from '../parts/notice.tsx';
import { reasons, strings } from '../strings.ts';
import type { MonthPart } from '../view.ts';

type State = { readonly is: 'coming' | 'failed' } | { readonly is: 'there'; readonly Page: ComponentType };

/** Each part is loaded when it is opened: files, cleaning and history are half as large as all the rest. */
const PAGES: Readonly<Record<MonthPart | 'overview', () => Promise<ComponentType>>> = {
  overview: async () => (await import('./month/overview.tsx')).Overview,
  bringIn: async () => (await import('./month/bringIn.tsx')).BringIn,
  close: async () => (await import('./month/closePage.tsx')).ClosePage,
  report: async () => (await import('./month/reportPage.tsx')).ReportPage,
  reconcile: async () => (await import('./month/reconcilePage.tsx')).ReconcilePage,
  cadence: async () => (await import('./month/cadencePage.tsx')).CadencePage,
};

export function MonthView({ part }: { readonly part?: MonthPart }) {
  const { t } = usePanel();
  const [state, setState] = useState<State>({ is: 'coming' });
  useEffect(() => {
    if (state.is !== 'coming') return;
    PAGES[part ?? 'overview']().then(
      Page => setState({ is: 'there', Page }),
      () => setState({ is: 'failed' }),
    );
  }, [state]);
  return (
    <>
      <h1 tabIndex={-1}>{t(part ? strings.monthParts[part] : strings.month)}</h1>
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
