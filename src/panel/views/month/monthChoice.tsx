import { serialOfIso } from '../../../kernel/calendar.ts';
import { monthOf, type Period, periodText } from '../../../kernel/period.ts';
import { usePanel } from '../../panel.ts';
import { isOver } from './monthSheets.ts';
import { useFigures } from './numbers.ts';
import type { MonthShare } from './planning.ts';
import { words } from './words.ts';

interface MonthChoiceProps {
  readonly months: readonly MonthShare[];
  readonly closes: readonly Period[];
  readonly onCloses: (closes: readonly Period[]) => void;
}

/** Which months of the file are closed: one, several, or none yet. */
export function MonthChoice({ months, closes, onCloses }: MonthChoiceProps) {
  const { t, today } = usePanel();
  const { figure } = useFigures();
  const chosen = new Set(closes);
  const all = months.map(({ period }) => period);
  const toggle = (period: Period) =>
    onCloses(all.filter(other => (other === period ? !chosen.has(other) : chosen.has(other))));
  return (
    <fieldset class="field">
      <legend>{t(words.close)}</legend>
      <p class="help">{t(words.closeLead)}</p>
      {months.length > 1 && (
        <label class="toggle">
          <input
            type="checkbox"
            checked={closes.length === months.length}
            onChange={() => onCloses(closes.length === months.length ? [] : all)}
          />
          <strong>{t(words.closeAll(months.length))}</strong>
        </label>
      )}
      <div class={months.length > 6 ? 'choices long' : 'choices'}>
        {months.map(({ period, sales, state }) => (
          <label key={period} class="toggle">
            <input type="checkbox" checked={chosen.has(period)} onChange={() => toggle(period)} />
            <span class="choice">
              {t(periodText(period))}
              <span class="number">{figure(sales)}</span>
              <small>{t(isOver(monthOf(period), serialOfIso(today)) ? words.monthStates[state] : words.notOver)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
