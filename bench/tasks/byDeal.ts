import { commissionByDeal } from '../../src/functions/commissionByDeal.ts';
import { randomFrom } from '../random.ts';
import type { Task } from '../task.ts';
import { centsOf, PLAN } from './incentives.ts';

/** All deals of a period in one call, as a column in Google Sheets asks for them. */
export function byDealTask(rows: number, people: number): Task {
  const random = randomFrom(rows);
  const targets = Array.from({ length: people }, () => 1_000_000 * Math.ceil(2 + random() * 4));
  const sellers = Array.from({ length: rows }, () => Math.floor(random() * people));
  const names = sellers.map(seller => [`Person ${seller}`]);
  const aims = sellers.map(seller => [targets[seller] ?? 0]);
  const sales = sellers.map(() => [Math.round(random() * 4_000_000) / 100]);
  const plan = PLAN.map(tier => [...tier]);
  return {
    name: 'COMMISSION_BY_DEAL',
    size: `${rows.toLocaleString('en')} deals of ${people} people`,
    kind: 'table',
    budget: { bare: 6 },
    ours: () => commissionByDeal.call([sales, plan, names, aims, 'marginal']),
    bare() {
      const pay = centsOf(PLAN, 'marginal');
      const accounts = new Map<string, { sold: number; paid: number; aim: number }>();
      return sales.map(([amount = 0], row) => {
        const key = String(names[row]?.[0]).trim().toLowerCase();
        const aim = Math.round((aims[row]?.[0] ?? 0) * 100);
        const account = accounts.get(key) ?? { sold: 0, paid: 0, aim };
        accounts.set(key, account);
        const cents = Math.round(amount * 100);
        if (cents / 100 !== amount || account.aim !== aim || aim <= 0) return ['#VALUE!'];
        account.sold += cents;
        const paid = pay(account.sold, aim);
        const more = paid - account.paid;
        account.paid = paid;
        return [more / 100];
      });
    },
  };
}
