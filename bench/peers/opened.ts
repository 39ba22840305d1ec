/** An engine with a sheet in it. */
export interface Opened {
  /** What the compared cell shows. */
  readonly figure: number | undefined;
  /** Calculates everything once more. */
  run(): void | Promise<void>;
  close(): void;
}
