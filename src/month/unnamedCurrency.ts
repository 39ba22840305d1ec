import { say } from '../kernel/errors.ts';
import { ExactSum } from './exactSum.ts';
import type { Note } from './note.ts';

/** Amounts that name no currency beside those that all name one: they count as it, and that is said. */
export class UnnamedCurrency {
  private readonly named = new Set<string>();
  private readonly sum = new ExactSum();
  private count = 0;

  see(currency: string | undefined, amount: number): void {
    if (currency !== undefined) this.named.add(currency);
    else if (amount !== 0) {
      this.count++;
      this.sum.add(amount);
    }
  }

  notes(): Note[] {
    const [currency] = this.named;
    if (this.count === 0 || currency === undefined || this.named.size > 1) return [];
    const [rows, sum] = [this.count, this.sum.value];
    const text = say(
      `${rows} ${rows === 1 ? 'row names' : 'rows name'} no currency and ${rows === 1 ? 'counts' : 'count'} as ${currency}: ${sum} in sum.`,
      `${rows} 行未注明币种，按 ${currency} 计入，合计 ${sum}。`,
    );
    return [{ about: 'currency', text }];
  }
}
