import { useState } from 'preact/hooks';
import { monthNumber } from '../../../../kernel/calendar.ts';
import { labelKey } from '../../../../kernel/label.ts';
import { periodOf } from '../../../../kernel/period.ts';
import type { PlannedSheet } from '../../../../month/close/changeSets.ts';
import type { PayStatement } from '../../../../month/pay/approvals.ts';
import type { PaidPeriod } from '../../../../month/pay/payLines.ts';
import { statementValues } from '../../../../month/pay/statementValues.ts';
import { belowHeadings } from '../../../../plan/namedColumns.ts';
import type { SheetSpec } from '../../../../plan/sheetSpec.ts';
import { initialValues, Problems } from '../../../../plan/template.ts';
import type { HandOutWay } from '../../../../port/port.ts';
import { paidDealNames, readPaidDeals } from '../../../../sheets/deals.ts';
import { usePanel } from '../../../panel.ts';
import { Notice } from '../../../parts/notice.tsx';
import { uniqueId } from '../../../uniqueId.ts';
import type { Month } from '../frame.tsx';
import { payPeriodText } from './paying.ts';
import { payWords } from './payWords.ts';

interface HandOutProps {
  readonly month: Month;
  readonly payout: PaidPeriod;
  readonly statements: readonly PayStatement[];
}

/** A statement a person: as sheets of the workbook, or as files of their own. */
export function HandOut({ month, payout, statements }: HandOutProps) {
  const { t, language, port, library, today } = usePanel();
  const { place, busy, change } = month;
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle');
  const known = statements.filter(({ total }) => total !== null);
  const isIdle = !busy && state !== 'working';
  const sheets = place.deals.filter(({ end }) => periodOf(monthNumber(end)) === payout.period);

  const planned = async (): Promise<PlannedSheet[]> => {
    const names = sheets.flatMap(({ prefix }) => paidDealNames(prefix));
    const read = names.length > 0 ? await port.month.columns(names) : {};
    const { ours } = await port.inspect();
    const columns = belowHeadings(read, ours);
    const deals = sheets.flatMap(({ prefix }) => readPaidDeals(prefix, columns));
    const managers = new Map(
      sheets.flatMap(({ people }) => people.map(({ person, manager }) => [labelKey(person), manager] as const)),
    );
    const shared = { period: payPeriodText(payout), unit: payout.unit, deals, language };
    return known.flatMap(
      statement =>
        statementValues({ ...shared, statement, manager: managers.get(labelKey(statement.person)) ?? '' }) ?? [],
    );
  };
  const specs = (list: readonly PlannedSheet[]): SheetSpec[] => {
    const template = library.templates.find(({ id }) => id === 'statement');
    if (!template) throw new Error('no template statement');
    const initial = initialValues(template, { language, today });
    return list.map(({ values, suffix }) => {
      const spec = template.build({ ...initial, ...values }, language);
      if (spec instanceof Problems) throw new Error(Object.keys(spec.fields).join());
      // What is called by its person is told apart in a folder.
      return { ...spec, name: { en: suffix, zh: suffix } };
    });
  };
  const run = (work: () => Promise<void>): void => {
    if (!isIdle) return;
    setState('working');
    work().then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  const insert = async (): Promise<void> => {
    const id = `statements ${payout.period} ${uniqueId()}`;
    const changes = (await planned()).map(
      (sheet, index) => ({ kind: 'sheet', mark: `${id} ${index}`, prefix: '', ...sheet }) as const,
    );
    await change({ is: 'apply', set: { id, title: payWords.title(payPeriodText(payout)), changes } });
  };
  const give = async (way: HandOutWay): Promise<void> =>
    port.handOut?.give(way, payWords.archive(payout.period)[language], specs(await planned()), language);
  const ways = port.handOut?.ways ?? [];
  if (known.length === 0) return null;
  return (
    <section aria-labelledby="hand-out">
      <h2 id="hand-out">{t(payWords.handOut)}</h2>
      <p class="help">{t(payWords.handOutLead)}</p>
      {state === 'failed' && <Notice kind="failed" text={t(payWords.failed)} />}
      <div class="actions">
        <button id="statements-insert" type="button" aria-disabled={!isIdle} onClick={() => run(insert)}>
          {t(payWords.asSheets(known.length))}
        </button>
        {ways.includes('files') && (
          <button id="statements-save" type="button" aria-disabled={!isIdle} onClick={() => run(() => give('files'))}>
            {t(payWords.asFiles(known.length))}
          </button>
        )}
        {ways.includes('workbook') && (
          <button
            id="statements-open"
            type="button"
            aria-disabled={!isIdle}
            onClick={() => run(() => give('workbook'))}
          >
            {t(payWords.asWorkbook)}
          </button>
        )}
      </div>
    </section>
  );
}
