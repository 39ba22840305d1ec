import { useEffect, useRef, useState } from 'preact/hooks';
import { Stopped, type Watch } from '../../../files/progress.ts';
import { usePanel } from '../../panel.ts';
import { words } from './words.ts';

export interface Work {
  /** How much is done, 0 to 1; undefined while nothing is under way. */
  readonly share: number | undefined;
  /** The answer, or undefined where it was stopped or something newer has begun. */
  readonly run: <Value>(work: (watch: Watch) => Promise<Value>) => Promise<Value | undefined>;
  readonly stop: () => void;
}

/** A long piece of work that shows how far it is and can be stopped; a newer one takes its place. */
export function useWork(): Work {
  const [share, setShare] = useState<number>();
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);
  return {
    share,
    async run(work) {
      current.current?.abort();
      const mine = new AbortController();
      current.current = mine;
      setShare(0);
      try {
        const progress = (part: number): void => {
          if (current.current === mine) setShare(part);
        };
        const value = await work({ progress, signal: mine.signal });
        return mine.signal.aborted ? undefined : value;
      } catch (reason) {
        if (reason instanceof Stopped) return undefined;
        throw reason;
      } finally {
        if (current.current === mine) setShare(undefined);
      }
    },
    stop() {
      current.current?.abort();
      setShare(undefined);
    },
  };
}

/** How far it is, and the way out. */
export function WorkBar({ work: { share, stop } }: { readonly work: Work }) {
  const { t } = usePanel();
  if (share === undefined) return null;
  return (
    <div class="working">
      {/* Read out once, not at every step. */}
      <p aria-hidden="true">{t(words.reading(Math.round(share * 100)))}</p>
      <progress max={1} value={share} aria-label={t(words.underWay)} />
      <button type="button" onClick={stop}>
        {t(words.stop)}
      </button>
    </div>
  );
}
