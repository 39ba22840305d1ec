import { say } from '../../kernel/text.ts';

/** Over the one row of CORRELATION, and of the twin of its cells. */
export const CORRELATION_HEADINGS = [
  say('r', '相关系数'),
  say('Low', '下限'),
  say('High', '上限'),
  say('Pairs', '样本数'),
];
export const LEAST_PAIRS = 5;
