import type { Clock } from '../measure.ts';

/** An engine with a sheet in it. */
export interface Opened {
  /** What the compared cell shows. */
  readonly figure: number | undefined;
  /** Calculates once more what hangs on the cell that is edited; answers with the milliseconds that it took. */
  run: Clock;
  close(): void;
}
