import { labelKey } from '../../../../kernel/label.ts';
import { exactSum } from '../../../../month/figures/exactSum.ts';
import type { Agreement, PayStatement } from '../../../../month/pay/approvals.ts';
import type { PaidPeriod } from '../../../../month/pay/payLines.ts';
import { APPROVALS } from '../../../../sheets/history.ts';
import { usePanel } from '../../../panel.ts';
import { FigureTable } from '../../../parts/figureTable.tsx';
import { useFigures } from '../numbers.ts';
import { payPeriodText } from './paying.ts';
import { payWords } from './payWords.ts';

interface StatementTableProps {
  readonly payout: PaidPeriod;
  readonly statements: readonly PayStatement[];
  /** By the person's label key: what was chosen and is not saved yet. */
  readonly chosen: ReadonlyMap<string, Agreement>;
  readonly canAgree: boolean;
  readonly onAgree: (person: string, agreement: Agreement) => void;
}

/** Everybody's pay with its state and remark. */
export function StatementTable({ payout, statements, chosen, canAgree, onAgree }: StatementTableProps) {
  const { t } = usePanel();
  const { money } = useFigures();
  const sum = exactSum(statements.map(({ total }) => total));
  return (
    <FigureTable caption={t(payWords.caption(t(payPeriodText(payout))))} heads={[payWords.person, payWords.pay]}>
      <tbody>
        {statements.map(statement => (
          <StatementRow
            key={statement.person}
            statement={statement}
            agreement={chosen.get(labelKey(statement.person)) ?? statement}
            canAgree={canAgree}
            onAgree={agreement => onAgree(statement.person, agreement)}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t(payWords.total)}</th>
          <td class="number">{money(sum)}</td>
        </tr>
      </tfoot>
    </FigureTable>
  );
}

interface StatementRowProps {
  readonly statement: PayStatement;
  readonly agreement: Agreement;
  readonly canAgree: boolean;
  readonly onAgree: (agreement: Agreement) => void;
}

function StatementRow({ statement, agreement, canAgree, onAgree }: StatementRowProps) {
  const { t } = usePanel();
  const { money, change } = useFigures();
  const { person, line, total, corrections, due } = statement;
  const { state, remark } = agreement;
  // Nobody agrees to what is not known.
  const isKnown = total !== null;
  return (
    <tr>
      <td>
        <strong>{person}</strong>
        {!line && <small>{t(payWords.gone)}</small>}
        {corrections.map(({ actual, source }) => (
          <small key={source}>{t(payWords.correction(change(actual), source))}</small>
        ))}
        {due !== 0 && <small>{t(payWords.dueLater(change(due)))}</small>}
        {canAgree && isKnown && (
          <span class="agree">
            <select
              class="narrow"
              aria-label={t(payWords.stateOf(person))}
              value={state}
              onChange={({ currentTarget: { value } }) => {
                const next = APPROVALS.find(each => each === value);
                if (next) onAgree({ state: next, remark });
              }}
            >
              {APPROVALS.map(each => (
                <option key={each} value={each}>
                  {t(payWords.states[each])}
                </option>
              ))}
            </select>
            <input
              type="text"
              aria-label={t(payWords.remarkOf(person))}
              placeholder={t(payWords.remark)}
              value={remark}
              onChange={({ currentTarget: { value } }) => onAgree({ state, remark: value.trim() })}
            />
          </span>
        )}
      </td>
      <td class="number">
        {money(total)}
        {total !== null && total < 0 && <small>{t(payWords.takenBack)}</small>}
      </td>
    </tr>
  );
}
