import { CHANGES } from '../../../../month/import/cleaning.ts';
import type { Reading } from '../../../../month/import/deal.ts';
import { toldRepeated } from '../../../../month/import/repeatedDeals.ts';
import { words as told } from '../../../../tables/questionWords.ts';
import { usePanel } from '../../../panel.ts';
import { Notice } from '../../../parts/notice.tsx';
import { words } from '../words.ts';
import { bringInWords } from './bringInWords.ts';

const MOST_LISTED = 50;

interface BadRowsProps {
  readonly reading: Reading;
  readonly placeOf: (row: number) => string;
  readonly goesOn: boolean;
  readonly onGoesOn: (goesOn: boolean) => void;
}

/** Rows that cannot be used, each with its reason; the user goes on without them or stops. */
export function BadRows({ reading: { bad }, placeOf, goesOn, onGoesOn }: BadRowsProps) {
  const { t } = usePanel();
  if (bad.length === 0) return null;
  return (
    <>
      <Notice kind="warning" text={t(bringInWords.bad(bad.length))} />
      <ul class="plain-list">
        {bad.slice(0, MOST_LISTED).map(({ row, field, heading, text, reason }) => (
          <li key={`${row} ${field}`}>
            {t(bringInWords.badRow(placeOf(row), heading, text))}
            {t(reason)}
          </li>
        ))}
        {bad.length > MOST_LISTED && <li>{t(words.more(bad.length - MOST_LISTED))}</li>}
      </ul>
      <label class="toggle">
        <input type="checkbox" checked={goesOn} onChange={() => onGoesOn(!goesOn)} />
        {t(bringInWords.goOn)}
      </label>
    </>
  );
}

/** What was changed in the values, counted, with an example of each; and what else the user should know. */
export function Cleaned({ reading }: { readonly reading: Reading }) {
  const { t } = usePanel();
  const { changes, otherMonth } = reading;
  const repeated = toldRepeated(reading);
  const said = [
    ...(repeated.length > 0 ? [told.repeated(repeated.length, repeated[0]?.id ?? '')] : []),
    ...(otherMonth.length > 0 ? [told.otherMonths(otherMonth.length)] : []),
  ];
  if (changes.length + said.length === 0) return null;
  return (
    <details>
      <summary>{t(bringInWords.cleaned)}</summary>
      <ul class="plain-list">
        {said.map(text => (
          <li key={text.en}>{t(text)}</li>
        ))}
        {changes.map(({ field, heading, change, count, examples }) => (
          <li key={`${field} ${change}`}>
            {heading}: {t(CHANGES[change])} ({count}){' '}
            {examples.slice(0, 1).map(({ before, after }) => `${before} → ${after}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
