import { type Account, LEFT_OUT } from '../../../month/account.ts';
import { usePanel } from '../../panel.ts';
import { useFigures } from './numbers.ts';
import { words } from './words.ts';

/** Where every row of the file went, as a sum that can be checked: nothing is lost on the way in. */
export function RowsIn({ account }: { readonly account: Account }) {
  const { t } = usePanel();
  const { figure } = useFigures();
  const { rows, deals, bad, totals, left } = account;
  const parts = [
    words.rowsPart.deals(deals.count, figure(deals.amount)),
    words.rowsPart.bad(bad),
    words.rowsPart.totals(totals),
    words.rowsPart.blank(left.blank.count),
    ...LEFT_OUT.filter(kind => kind !== 'blank' && left[kind].count > 0).map(kind => {
      const { count, amount } = left[kind];
      return words.rowsPart.left(words.leftOut[kind], count, amount === 0 ? '' : figure(amount));
    }),
  ];
  return <p class="rows-in">{t(words.rowsIn(rows, parts))}</p>;
}
