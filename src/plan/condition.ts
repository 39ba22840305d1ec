import type { Condition } from './op.ts';

type Between = Extract<Condition, { when: 'between' }>;

/** As every spreadsheet reads it. A text is greater than any number there, so a number is looked for first. */
export function betweenFormula(cell: string, { from, below }: Between): string {
  return `AND(ISNUMBER(${cell}),${cell}>=${from},${cell}<${below})`;
}
