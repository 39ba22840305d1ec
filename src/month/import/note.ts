import type { Text } from '../../kernel/text.ts';

/** Something that reading had to assume, or that does not agree: it is shown before anything is written. */
export interface Note {
  /** What it is about, one word of ours: stage, encoding, hidden, unit. */
  readonly about: string;
  readonly text: Text;
}
