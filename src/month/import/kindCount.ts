import type { Cell } from '../../kernel/cell.ts';
import { ExactSum } from '../figures/exactSum.ts';
import { type ColumnStyle, clean } from './clean.ts';
import { isProblem, shownCell } from './cleaning.ts';
import { type Answers, answerTo, type Question } from './inspect.ts';
import type { Columns } from './matchColumns.ts';
import { isPlain, kindKey, type RowKind, RowKinds } from './rowKinds.ts';
import { outcomeOf } from './stages.ts';
import { saysTotal } from './totalRow.ts';

interface Found {
  readonly kind: RowKind;
  readonly amounts: Cell[];
}

/** How many rows say of themselves that they are no sales, and what they come to. */
export class KindCount {
  private readonly kinds: RowKinds;
  private readonly columns: Columns;
  private readonly found = new Map<string, Found>();

  constructor(headings: readonly Cell[], columns: Columns) {
    this.kinds = new RowKinds(headings, columns);
    this.columns = columns;
  }

  see(line: readonly Cell[]): void {
    const kind = this.kinds.of(line);
    if (!kind || saysTotal(line)) return;
    const { amount, stage } = this.columns;
    const outcome = stage === undefined ? undefined : outcomeOf(shownCell(line[stage] ?? null));
    if (outcome === 'lost' || outcome === 'open') return;
    const key = kindKey(kind);
    const found = this.found.get(key) ?? { kind, amounts: [] };
    this.found.set(key, found);
    found.amounts.push(amount === undefined ? null : (line[amount] ?? null));
  }

  questions({ kinds }: Answers, style: ColumnStyle = {}): Question[] {
    return [...this.found].flatMap(([key, { kind, amounts }]): Question[] => {
      if (answerTo(kinds, key) !== undefined || !isPlain(kind, this.kinds.actual)) return [];
      const sum = new ExactSum();
      let rows = 0;
      for (const cell of amounts) {
        const read = clean(cell, 'amount', style);
        const amount = isProblem(read) || typeof read.value !== 'number' ? 0 : read.value;
        if (!kind.isAimed && amount <= 0) continue;
        rows++;
        sum.add(amount);
      }
      return rows === 0 ? [] : [{ ask: 'kind', heading: kind.heading, value: kind.value, rows, amount: sum.value }];
    });
  }
}
