import { accountOf, LEFT_OUT } from '../../../../month/import/account.ts';
import type { Reading, Tally } from '../../../../month/import/deal.ts';
import { usePanel } from '../../../panel.ts';
import { Notes } from '../notes.tsx';
import { useFigures } from '../numbers.ts';
import { bringInWords } from './bringInWords.ts';
import type { FileReading } from './useReading.ts';

interface AccountingProps {
  readonly reading: Reading;
  readonly file: FileReading;
  /** Of the tracker: deals of other months are told by themselves. */
  readonly month: number | undefined;
}

/** Where every row of the file went, with what it comes to, and what was taken for granted. */
export function Accounting({ reading, file, month }: AccountingProps) {
  const { t } = usePanel();
  const { figure } = useFigures();
  const { prepared, matching, notes, before } = file;
  const below = prepared.cells.length - 1 - matching.headingRow;
  const { rows, deals, bad, totals, left } = accountOf(reading, below, month, before);
  const shown = ({ count, amount }: Tally): string => (amount === 0 ? `${count}` : `${count} (${figure(amount)})`);
  return (
    <>
      <Notes notes={[...notes, ...reading.notes]} />
      <h3>{t(bringInWords.account)}</h3>
      <dl class="facts" id="month-account">
        <Line name={t(bringInWords.accountRows)} value={figure(rows)} />
        <Line name={t(bringInWords.accountDeals)} value={`${deals.count} (${figure(deals.amount)})`} />
        {bad.count > 0 && <Line name={t(bringInWords.accountBad)} value={shown(bad)} />}
        {totals > 0 && <Line name={t(bringInWords.accountTotals)} value={figure(totals)} />}
        {LEFT_OUT.filter(kind => left[kind].count > 0).map(kind => (
          <Line key={kind} name={t(bringInWords.left[kind])} value={shown(left[kind])} />
        ))}
      </dl>
    </>
  );
}

function Line({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
