import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { PortError } from '../../port/port.ts';
import { portError } from '../insertion.ts';
import { usePanel } from '../panel.ts';
import { strings } from '../strings.ts';
import { Failure } from './notice.tsx';

export interface Task {
  readonly working: boolean;
  /** Why the last one did not work, with a button to try again. */
  readonly failure: ComponentChildren;
  readonly run: (work: () => Promise<void>) => void;
}

/** One thing at a time; what goes wrong is said and can be tried again. */
export function useTask(): Task {
  const [working, setWorking] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: PortError; readonly work: () => Promise<void> }>();
  const busy = useRef(false);
  const run = (work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    setWorking(true);
    setFailed(undefined);
    work()
      .catch((error: unknown) => setFailed({ error: portError(error), work }))
      .finally(() => {
        busy.current = false;
        setWorking(false);
      });
  };
  const failure = failed && (
    <Failure error={failed.error} onAgain={() => run(failed.work)} onDismiss={() => setFailed(undefined)} />
  );
  return { working, failure, run };
}

export function Working({ task }: { readonly task: Task }) {
  const { t } = usePanel();
  return task.working ? <p>{t(strings.working)}</p> : null;
}
