import { useMemo, useState } from 'preact/hooks';
import { serialOfIso } from '../../../../kernel/calendar.ts';
import { labelKey } from '../../../../kernel/label.ts';
import { periodText } from '../../../../kernel/period.ts';
import type { ChangeSet } from '../../../../month/change/changeSet.ts';
import { isEmpty } from '../../../../month/change/changeSet.ts';
import {
  type Agreement,
  agreementChanges,
  type DueCorrection,
  dueCorrections,
  type PayStatement,
  payStatements,
  underTwoNames,
} from '../../../../month/pay/approvals.ts';
import type { PaidPeriod } from '../../../../month/pay/payLines.ts';
import { APPROVALS, type Approval } from '../../../../sheets/history.ts';
import { usePanel } from '../../../panel.ts';
import { Notice } from '../../../parts/notice.tsx';
import { uniqueId } from '../../../uniqueId.ts';
import { HistoryMissing } from '../bringIn/missing.tsx';
import { type Month, MonthFrame } from '../frame.tsx';
import { useFigures } from '../numbers.ts';
import { historyOf } from '../planning.ts';
import { words } from '../words.ts';
import { HandOut } from './handOut.tsx';
import { payoutsIn, payPeriodText } from './paying.ts';
import { Payroll } from './payroll.tsx';
import { payWords } from './payWords.ts';
import { StatementTable } from './statementTable.tsx';

/** What everybody is paid, how far it is agreed, what is corrected later, and the list for payroll. */
export function PayPage() {
  return <MonthFrame offersUndo>{month => <PayOf month={month} />}</MonthFrame>;
}

function PayOf({ month }: { readonly month: Month }) {
  const { t } = usePanel();
  const { place } = month;
  const all = useMemo(() => payoutsIn(place), [place]);
  const [chosen, choose] = useState<string>();
  const names = all.map(({ months }) => months.join(' '));
  const payout = all[Math.max(0, names.indexOf(chosen ?? ''))];
  if (!payout) return <p class="lead">{t(payWords.none)}</p>;
  const name = payout.months.join(' ');
  return (
    <>
      <div class="field">
        <label for="pay-period">{t(payWords.period)}</label>
        <select id="pay-period" value={name} onChange={({ currentTarget: { value } }) => choose(value)}>
          {all.map(each => (
            <option key={each.months.join(' ')} value={each.months.join(' ')}>
              {t(payPeriodText(each))}
            </option>
          ))}
        </select>
        <p class="help">{t(payWords.by[payout.by])}</p>
      </div>
      {payout.isPartial && <Notice kind="warning" text={t(payWords.partial)} />}
      {payout.faults > 0 && <Notice kind="warning" text={t(payWords.faults(payout.faults))} />}
      {payout.units.length > 0 && <Notice kind="warning" text={t(payWords.mixed(payout.units))} />}
      {payout.overlaps && <Notice kind="warning" text={t(payWords.overlaps)} />}
      <PeriodPay key={name} {...{ month, payout, all }} />
    </>
  );
}

interface PeriodPayProps {
  readonly month: Month;
  readonly payout: PaidPeriod;
  readonly all: readonly PaidPeriod[];
}

function PeriodPay({ month, payout, all }: PeriodPayProps) {
  const { t, today, language } = usePanel();
  const { place, busy, change } = month;
  const history = useMemo(() => historyOf(place), [place]);
  const statements = useMemo(() => payStatements(payout, history), [payout, history]);
  const due = useMemo(() => dueCorrections(all, payout, history), [all, payout, history]);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Agreement>>(new Map());
  const counts = countsOf(statements);
  const waiting = statements.filter(({ total }) => total === null).length;
  const setOf = (corrections: readonly DueCorrection[], choices: ReadonlyMap<string, Agreement>): ChangeSet => ({
    id: `pay ${payout.period} ${uniqueId()}`,
    title: payWords.title(payPeriodText(payout)),
    changes: place.history
      ? agreementChanges({
          ...{ payout, statements, corrections, chosen: choices, history: place.history, language },
          today: serialOfIso(today),
        })
      : [],
  });
  const set = useMemo(() => setOf([], chosen), [chosen, statements]);
  const agree = (person: string, agreement: Agreement): void =>
    setChosen(new Map([...chosen, [labelKey(person), agreement]]));
  const agreeAll = (state: Approval): void =>
    setChosen(
      new Map(
        statements
          .filter(({ line }) => line?.pay !== null)
          .map(({ person, remark }) => [
            labelKey(person),
            { state, remark: chosen.get(labelKey(person))?.remark ?? remark },
          ]),
      ),
    );
  const save = (): void => {
    if (busy || isEmpty(set)) return;
    void change({ is: 'apply', set }, () => setChosen(new Map()));
  };
  return (
    <>
      {waiting > 0 && <Notice kind="warning" text={t(payWords.waiting(waiting))} />}
      {underTwoNames(statements).map(({ before, now }) => (
        <Notice key={`${before} ${now}`} kind="warning" text={t(payWords.twoNames(before, now))} />
      ))}
      {!place.history && <HistoryMissing />}
      <Corrections
        {...{ due, payout }}
        busy={busy || !place.history}
        onBook={() => void change({ is: 'apply', set: setOf(due, new Map()) })}
      />
      <StatementTable {...{ payout, statements, chosen }} canAgree={place.history !== undefined} onAgree={agree} />
      <p class="help">{t(payWords.counts(counts))}</p>
      {place.history && (
        <>
          <div class="field">
            <label for="pay-all">{t(payWords.all)}</label>
            <select
              id="pay-all"
              value=""
              onChange={({ currentTarget }) => {
                const state = APPROVALS.find(each => each === currentTarget.value);
                currentTarget.value = '';
                if (state) agreeAll(state);
              }}
            >
              <option value="">{t(payWords.asIs)}</option>
              {APPROVALS.map(state => (
                <option key={state} value={state}>
                  {t(payWords.states[state])}
                </option>
              ))}
            </select>
          </div>
          {!isEmpty(set) && <p role="status">{t(payWords.unsaved(changedIn(statements, chosen)))}</p>}
          <button id="pay-save" type="button" class="primary wide" aria-disabled={busy || isEmpty(set)} onClick={save}>
            {t(busy ? words.applying : payWords.save)}
          </button>
        </>
      )}
      <HandOut {...{ month, payout, statements }} />
      <Payroll {...{ payout, statements }} approved={counts.approved} />
    </>
  );
}

function countsOf(statements: readonly PayStatement[]): Record<Approval, number> {
  const counts: Record<Approval, number> = { draft: 0, sent: 0, questioned: 0, approved: 0 };
  for (const { state } of statements) counts[state]++;
  return counts;
}

function changedIn(statements: readonly PayStatement[], chosen: ReadonlyMap<string, Agreement>): number {
  return statements.filter(({ person, state, remark }) => {
    const choice = chosen.get(labelKey(person));
    return choice && (choice.state !== state || choice.remark !== remark);
  }).length;
}

interface CorrectionsProps {
  readonly due: readonly DueCorrection[];
  readonly payout: PaidPeriod;
  readonly busy: boolean;
  readonly onBook: () => void;
}

/** What earlier, approved statements would be by now. */
function Corrections({ due, payout, busy, onBook }: CorrectionsProps) {
  const { t } = usePanel();
  const { money, change } = useFigures();
  if (due.length === 0) return null;
  return (
    <section aria-labelledby="pay-corrections">
      <h2 id="pay-corrections">{t(payWords.corrections)}</h2>
      <p class="help">{t(payWords.correctionsLead)}</p>
      <ul class="pairs">
        {due.map(({ person, of, before, after, amount }) => (
          <li key={`${person} ${of}`}>
            <span>
              {person} <small>{t(payWords.due(t(periodText(of)), money(before), money(after)))}</small>
            </span>
            <span class="number">{change(amount)}</span>
          </li>
        ))}
      </ul>
      <button id="pay-book" type="button" aria-disabled={busy} onClick={() => !busy && onBook()}>
        {t(payWords.bookAll(due.length, t(payPeriodText(payout))))}
      </button>
    </section>
  );
}
