import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isText } from '../../../../files/limits.ts';
import { amountText, shareText } from '../../../../month/figures/shownFigures.ts';
import type { DatedPlan } from '../../../../month/report/plans.ts';
import type { Exception, Report } from '../../../../month/report/report.ts';
import { explained, type PaidRows, RATE_COLUMN } from '../../../../month/report/statement.ts';
import { EXCEPTION_TITLES } from '../../../../month/report/summary.ts';
import { usePanel } from '../../../panel.ts';
import { Result } from '../../../parts/cellTable.tsx';
import { useFigures } from '../numbers.ts';
import { words } from '../words.ts';
import type { Reported } from './reporting.ts';
import { reportWords } from './reportWords.ts';

const MOST_LINES = 50;
const KINDS = Object.keys(EXCEPTION_TITLES) as readonly Exception['kind'][];

export function Exceptions({ report: { exceptions } }: { readonly report: Report }) {
  const { t } = usePanel();
  return (
    <section aria-labelledby="exceptions">
      <h2 id="exceptions">{t(reportWords.exceptions)}</h2>
      {exceptions.length === 0 && <p>{t(reportWords.noExceptions)}</p>}
      {KINDS.map(kind => {
        const list = exceptions.filter(exception => exception.kind === kind);
        return list.length > 0 && <ExceptionList key={kind} kind={kind} list={list} />;
      })}
    </section>
  );
}

interface ExceptionListProps {
  readonly kind: Exception['kind'];
  readonly list: readonly Exception[];
}

function ExceptionList({ kind, list }: ExceptionListProps) {
  const { t } = usePanel();
  const { figure, share } = useFigures();
  const isMoney = kind === 'overdue' || kind === 'outlier';
  const said = ({ value, gap }: Exception): ComponentChildren => {
    if (kind === 'noData') return null;
    return isMoney ? figure(value) : `${share(value)} (${figure(gap)})`;
  };
  return (
    <>
      <h3>
        {t(EXCEPTION_TITLES[kind])} ({list.length})
      </h3>
      <ul class="pairs">
        {list.slice(0, MOST_LINES).map(exception => (
          <li key={exception.name}>
            <span>{exception.name}</span>
            <span class="number">{said(exception)}</span>
          </li>
        ))}
        {list.length > MOST_LINES && <li>{t(words.more(list.length - MOST_LINES))}</li>}
      </ul>
    </>
  );
}

export function Leaders({ report: { leaders } }: { readonly report: Report }) {
  const { t } = usePanel();
  const { figure, share } = useFigures();
  if (leaders.length === 0) return null;
  return (
    <section aria-labelledby="leaders">
      <h2 id="leaders">{t(reportWords.leaders)}</h2>
      <ol class="pairs">
        {leaders.map(({ rank, person, actual, share: part }) => (
          <li key={person}>
            <span>
              {rank}. {person}
            </span>
            <span class="number">
              {figure(actual)} ({share(part)})
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What everybody is paid, each with the steps of the calculation to check it by. */
export function Statements({ report: { statements }, plan, paid, isByDeal }: Reported) {
  const { t } = usePanel();
  const { figure } = useFigures();
  return (
    <section aria-labelledby="statements">
      <h2 id="statements">{t(reportWords.statements)}</h2>
      {isByDeal && <p class="help">{t(reportWords.byDeal)}</p>}
      {isByDeal && (
        <ul class="pairs">
          {statements.slice(0, MOST_LINES).map(({ person, pay, problem }) => (
            <li key={person}>
              <span>{person}</span>
              <span class="number">{problem ? t(reportWords.noPay) : figure(pay)}</span>
            </li>
          ))}
        </ul>
      )}
      {!plan && !isByDeal && <p>{t(reportWords.noPlan)}</p>}
      {plan && !isByDeal && statements.length > 0 && <p class="help">{t(reportWords.statementsLead)}</p>}
      {plan &&
        !isByDeal &&
        statements.slice(0, MOST_LINES).map(({ person, sales, target, pay, problem, remark }) => (
          <Steps
            key={person}
            title={
              <>
                <span class="pair">
                  <span>{person}</span>
                  <span class="number">{problem ? t(reportWords.noPay) : figure(pay)}</span>
                </span>
                {remark && <span class="help">{t(remark)}</span>}
              </>
            }
            label={person}
            of={{ person, actual: sales, target }}
            plan={plan}
            paid={paid}
          />
        ))}
      {statements.length > MOST_LINES && <p class="help">{t(words.moreOnSheet(statements.length - MOST_LINES))}</p>}
    </section>
  );
}

/** Amounts, but for the rates. */
function shownStep(value: number, column: number): string {
  return column === RATE_COLUMN ? shareText(value) : amountText(value);
}

interface StepsProps {
  readonly title: ComponentChildren;
  readonly label: string;
  readonly of: Parameters<typeof explained>[0];
  readonly plan: DatedPlan;
  readonly paid: PaidRows;
}

/** The steps are worked out when somebody opens them. */
function Steps({ title, label, of, plan, paid }: StepsProps) {
  const { t, language } = usePanel();
  const [open, setOpen] = useState(false);
  const steps = open ? explained(of, plan, language, paid) : undefined;
  return (
    <details class="steps" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {steps && (isText(steps) ? <p>{t(steps)}</p> : <Result value={steps} label={label} shownNumber={shownStep} />)}
    </details>
  );
}
