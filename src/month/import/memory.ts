import { type Answers, answerTo } from './inspect.ts';
import type { RememberedColumns } from './matchColumns.ts';
import type { Alias } from './nearNames.ts';

/**
 * What the user has said once and is not asked again: kept in the workbook as plain JSON, for everybody who works
 * in it.
 */
export interface ImportMemory {
  readonly columns: readonly RememberedColumns[];
  /** By the signature of the headings. */
  readonly answers: Readonly<Record<string, Answers>>;
  readonly aliases: readonly Alias[];
}

/** Adds what was confirmed for one file; what was said before about the same is replaced. */
export function remember(
  memory: ImportMemory,
  columns: RememberedColumns,
  answers: Answers,
  aliases: readonly Alias[],
): ImportMemory {
  const said = new Set(aliases.map(({ field, from }) => `${field}|${from}`));
  const before = answerTo(memory.answers, columns.signature);
  return {
    columns: [...memory.columns.filter(({ signature }) => signature !== columns.signature), columns],
    answers: {
      ...memory.answers,
      [columns.signature]: {
        confirmed: { ...before?.confirmed, ...answers.confirmed },
        ...(answers.product !== undefined && { product: answers.product }),
        dateOrders: { ...before?.dateOrders, ...answers.dateOrders },
        decimalMarks: { ...before?.decimalMarks, ...answers.decimalMarks },
        spaced: { ...before?.spaced, ...answers.spaced },
        credits: { ...before?.credits, ...answers.credits },
        stages: { ...before?.stages, ...answers.stages },
        ...((before?.kinds ?? answers.kinds) && { kinds: { ...before?.kinds, ...answers.kinds } }),
        // Another file may well have other currencies, totals, doubles and swapped days: these are asked each time.
      },
    },
    aliases: [...memory.aliases.filter(({ field, from }) => !said.has(`${field}|${from}`)), ...aliases],
  };
}
