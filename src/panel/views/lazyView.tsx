import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Text } from '../../kernel/text.ts';
import { usePanel } from '../panel.ts';
import { Notice } from '../parts/notice.tsx';
import { reasons, strings } from '../strings.ts';

type State = { readonly is: 'coming' | 'failed' } | { readonly is: 'there'; readonly Page: ComponentType };

interface LazyViewProps {
  readonly title: Text;
  readonly load: () => Promise<ComponentType>;
}

/** A view that is loaded when it is opened, so that the pane's first picture need not wait for it. */
export function LazyView({ title, load }: LazyViewProps) {
  const { t } = usePanel();
  const [state, setState] = useState<State>({ is: 'coming' });
  useEffect(() => {
    if (state.is !== 'coming') return;
    load().then(
      Page => setState({ is: 'there', Page }),
      () => setState({ is: 'failed' }),
    );
  }, [state]);
  return (
    <>
      <h1 tabIndex={-1}>{t(title)}</h1>
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
