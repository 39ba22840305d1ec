import { useRef, useState } from 'preact/hooks';
import type { PayStatement } from '../../../../month/pay/approvals.ts';
import type { PaidPeriod } from '../../../../month/pay/payLines.ts';
import { payrollCsv, payrollRows, payrollSheet } from '../../../../month/pay/payroll.ts';
import { usePanel } from '../../../panel.ts';
import { copyText } from '../../../parts/copyText.ts';
import { strings } from '../../../strings.ts';
import { reportWords } from '../report/reportWords.ts';
import { useMonthMemory } from '../useMonth.ts';
import { payWords } from './payWords.ts';

interface PayrollProps {
  readonly payout: PaidPeriod;
  readonly statements: readonly PayStatement[];
  readonly approved: number;
}

/** The table for payroll, as a sheet and as text to be copied. */
export function Payroll({ payout, statements, approved }: PayrollProps) {
  const { t, language, insertSheet, working, announce } = usePanel();
  const { memory } = useMonthMemory();
  const [copied, setCopied] = useState<'copied' | 'selected'>();
  const area = useRef<HTMLTextAreaElement>(null);
  const rows = payrollRows(payout, statements, memory?.team ?? []);
  const csv = payrollCsv(rows, language);
  const copy = async (): Promise<void> => {
    const done = await copyText(csv, area.current);
    setCopied(done ? 'copied' : 'selected');
    announce(done ? reportWords.copied : reportWords.copyYourself);
  };
  return (
    <section aria-labelledby="payroll">
      <h2 id="payroll">{t(payWords.payroll)}</h2>
      <p class="help">{t(payWords.payrollLead(approved, statements.length))}</p>
      <div class="actions">
        <button
          id="payroll-insert"
          type="button"
          aria-disabled={working}
          onClick={() => !working && insertSheet(payWords.payroll, payrollSheet(payout.period, rows, language))}
        >
          {t(strings.insertSheet)}
        </button>
      </div>
      <details>
        <summary>{t(payWords.payrollCsv)}</summary>
        <textarea ref={area} class="summary-text" aria-label={t(payWords.payrollCsv)} rows={6} readOnly value={csv} />
        <div class="actions">
          <button type="button" onClick={() => void copy()}>
            {t(reportWords.copy)}
          </button>
          {copied && <small>{t(copied === 'copied' ? reportWords.copied : reportWords.copyYourself)}</small>}
        </div>
      </details>
    </section>
  );
}
