import { labelKey } from '../../kernel/label.ts';
import type { LabelRange, NumberRange } from '../../kernel/ranges.ts';

/**
 * An account for each customer, in order of first appearance, with the day of each of their orders entered. A row
 * without a customer or without a date is no order, nor is one after the day `until`. Names are compared once for each spelling, not once for each order.
 */
export function byCustomer<Account>(
  customers: LabelRange,
  dates: NumberRange,
  open: (customer: string) => Account,
  enter: (account: Account, day: number) => void,
  until = Number.POSITIVE_INFINITY,
): Account[] {
  const spellings = new Map<string, Account>();
  const accounts = new Map<string, Account>();
  const register = (customer: string): Account => {
    const key = labelKey(customer);
    const account = accounts.get(key) ?? open(customer);
    accounts.set(key, account);
    spellings.set(customer, account);
    return account;
  };
  dates.each((date, index) => {
    const [customer, day] = [customers.at(index), Math.floor(date)];
    if (customer !== null && day <= until) enter(spellings.get(customer) ?? register(customer), day);
  });
  return [...accounts.values()];
}
