import { emptyHeap, type Measured, measure, timedLater } from './measure.ts';
import { openHyperFormula } from './peers/hyperFormula.ts';
import type { Opened } from './peers/opened.ts';
import { milliseconds } from './table.ts';
import { figureOf, type Sheet, type Task } from './task.ts';

export const ENGINES = {
  ours: 'ours',
  bare: 'bare loop',
  formulajs: 'formulajs',
  hyperFormula: 'HyperFormula',
  univer: 'Univer',
} as const;
export type Engine = keyof typeof ENGINES;

export interface Comparison {
  readonly task: string;
  readonly size: string;
  readonly kind: Task['kind'];
  readonly budget: Task['budget'];
  readonly unlike: string | undefined;
  readonly against: string | undefined;
  readonly measured: Readonly<Partial<Record<Engine, Measured>>>;
  /** Where a result is not ours. */
  readonly differences: readonly string[];
}

/** Beyond what summing in another order brings about. */
const TOLERANCE = 1e-6;

export async function compare(task: Task, openUniver: (sheet: Sheet) => Promise<Opened>): Promise<Comparison> {
  const measured: Partial<Record<Engine, Measured>> = {};
  const differences: string[] = [];
  const ours = await task.ours();
  const check = (engine: Engine, figure: number, expected: number) => {
    if (Math.abs(figure - expected) > TOLERANCE * Math.max(1, Math.abs(expected))) {
      differences.push(`${ENGINES[engine]} says ${figure}, ours ${expected}`);
    }
  };
  for (const engine of ['ours', 'bare', 'formulajs'] as const) {
    const run = task[engine];
    if (!run) continue;
    measured[engine] = await measure(() => timedLater(run), emptyHeap());
    report(task, engine, measured[engine]);
    if (task.kind !== 'table') check(engine, figureOf(await run()), figureOf(ours));
  }
  const { sheet } = task;
  if (sheet) {
    const open = { hyperFormula: openHyperFormula, univer: openUniver };
    const cell = Array.isArray(ours) ? ours[sheet.result?.row ?? 0]?.[0] : ours;
    for (const engine of ['hyperFormula', 'univer'] as const) {
      const heap = emptyHeap();
      const opened = await open[engine](sheet);
      measured[engine] = await measure(opened.run, heap);
      report(task, engine, measured[engine]);
      if (opened.figure !== undefined) check(engine, opened.figure, Number(cell));
      opened.close();
    }
  }
  const { name, size, kind, budget, unlike, against } = task;
  return { task: name, size, kind, budget, unlike, against, measured, differences };
}

/** Some take minutes, so each says when it is done. */
function report({ name, size }: Task, engine: Engine, measured: Measured | undefined): void {
  console.error(`${name}, ${size}, ${ENGINES[engine]}: ${milliseconds(measured?.time ?? Number.NaN)} ms`);
}
