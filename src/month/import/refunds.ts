import type { Cell } from '../../kernel/cell.ts';
import { say } from '../../kernel/text.ts';
import { ExactSum } from '../figures/exactSum.ts';
import { amountText } from '../figures/shownFigures.ts';
import { readAmount } from './amounts.ts';
import { isProblem, shownCell } from './cleaning.ts';
import { headingKey } from './headingKey.ts';
import type { Columns } from './matchColumns.ts';
import type { Note } from './note.ts';
import { outcomeOf } from './stages.ts';
import { saysTotal } from './totalRow.ts';

const REFUND =
  /^(?:total )?(?:amount )?(?:refunds?|refunded|returned)(?: (?:amount|value|total))?$|^(?:(?:已|实际|累计)?(?:退款|退货)(?:总?金?额)?)$/;

/** What was paid back of a sale, in a column of its own: the amounts stand as they are, and that is said. */
export class Refunds {
  private readonly column: number;
  private readonly heading: string;
  private readonly stage: number | undefined;
  private readonly sum = new ExactSum();
  private rows = 0;

  constructor(headings: readonly Cell[], columns: Columns) {
    const used = Object.values(columns);
    this.column = headings.findIndex(
      (cell, column) => !used.includes(column) && REFUND.test(headingKey(shownCell(cell))),
    );
    this.heading = shownCell(headings[this.column] ?? null).trim();
    this.stage = columns.stage;
  }

  see(line: readonly Cell[]): void {
    const read = this.column < 0 ? undefined : readAmount(line[this.column] ?? null);
    if (!read || isProblem(read) || !read.value || saysTotal(line)) return;
    const outcome = this.stage === undefined ? 'won' : outcomeOf(shownCell(line[this.stage] ?? null));
    if (outcome !== 'won') return;
    this.rows++;
    this.sum.add(read.value);
  }

  get notes(): Note[] {
    if (this.rows === 0) return [];
    const [rows, sum] = [`${this.rows} ${this.rows === 1 ? 'row' : 'rows'}`, amountText(this.sum.value)];
    return [
      {
        about: 'refunds',
        text: say(
          `“${this.heading}” has figures in ${rows}, ${sum} in sum: they are not taken off the amounts`,
          `“${this.heading}”有 ${this.rows} 行、合计 ${sum}，未从金额中扣除`,
        ),
      },
    ];
  }
}
