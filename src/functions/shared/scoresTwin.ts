import { countWhere, unlessEmpty, WRONG, when } from '../../kernel/native.ts';

/** A result for scores that are all whole numbers from 0 to 10. */
export function scoresTwin(scores: string, result: (promoters: string, detractors: string) => string): string {
  const other = `(1-ISNUMBER(MATCH(${scores},{0;1;2;3;4;5;6;7;8;9;10},0)))`;
  const promoters = countWhere(scores, `(${scores}>=9)`);
  const detractors = countWhere(scores, `(${scores}<=6)`);
  return when(`${countWhere(scores, other)}>0`, WRONG, unlessEmpty(scores, result(promoters, detractors)));
}
