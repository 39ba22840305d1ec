import type { Cell } from '../kernel/cell.ts';

/** What the collection sheet says of a contract. */
export interface Contract {
  readonly contract: string;
  readonly customer: string;
  readonly amount: number;
  /** All payments so far; a blank is none. */
  readonly paid: number;
  /** A serial number. */
  readonly due: number | undefined;
}

/** What is read of its contracts, by the last part of the names: Collection_Contract … */
export const CONTRACT_COLUMNS = ['Contract', 'Customer', 'Amount', 'Paid', 'Due'] as const;

/** The cells under a name; none where the sheet has no such name, or where they were taken out. */
type Read = (name: (typeof CONTRACT_COLUMNS)[number]) => readonly Cell[];

/** The rows that have an amount. */
export function readContracts(read: Read): Contract[] {
  const [customers, amounts, paid, dues] = [read('Customer'), read('Amount'), read('Paid'), read('Due')];
  return read('Contract').flatMap((contract, row): Contract[] => {
    const amount = numberOf(amounts[row]);
    if (amount === undefined) return [];
    return [
      {
        contract: textOf(contract),
        customer: textOf(customers[row]),
        amount,
        paid: numberOf(paid[row]) ?? 0,
        due: numberOf(dues[row]),
      },
    ];
  });
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '';
}

function numberOf(cell: Cell | undefined): number | undefined {
  return typeof cell === 'number' ? cell : undefined;
}
