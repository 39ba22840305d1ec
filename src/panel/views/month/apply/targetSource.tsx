import { type Period, periodText } from '../../../../kernel/period.ts';
import { usePanel } from '../../../panel.ts';
import { Notice } from '../../../parts/notice.tsx';
import type { RollPlace } from '../nextMonth/rolling.ts';
import { rollWords } from '../nextMonth/rollOverWords.ts';

/** What was chosen; the growth as it was typed. */
export interface Chosen {
  readonly from: 'split' | 'last';
  readonly growth: string;
}

interface SourceChoiceProps {
  readonly split: RollPlace['split'];
  readonly period: Period;
  readonly chosen: Chosen;
  readonly onChosen: (chosen: Chosen) => void;
}

/** Where next month's targets come from. */
export function SourceChoice({ split, period, chosen, onChosen }: SourceChoiceProps) {
  const { t } = usePanel();
  const hasMonth = split?.months.some(month => month.period === period) ?? false;
  const percent = Number(chosen.growth.replace('−', '-'));
  const isGrowth = chosen.growth.trim() !== '' && percent >= -100 && percent <= 1000;
  return (
    <>
      {split && !hasMonth && <Notice kind="plain" text={t(rollWords.notInSplit(periodText(period)))} />}
      <div class="field">
        <label for="roll-source">{t(rollWords.source)}</label>
        <select
          id="roll-source"
          value={chosen.from}
          onChange={({ currentTarget: { value } }) =>
            onChosen({ ...chosen, from: value === 'split' ? 'split' : 'last' })
          }
        >
          {split && hasMonth && <option value="split">{t(rollWords.fromSplit(split.sheet))}</option>}
          <option value="last">{t(rollWords.fromLast)}</option>
        </select>
      </div>
      {chosen.from === 'last' && (
        <div class="field">
          <label for="roll-growth">{t(rollWords.growth)}</label>
          <input
            id="roll-growth"
            inputMode="decimal"
            value={chosen.growth}
            aria-invalid={!isGrowth}
            onInput={({ currentTarget }) => onChosen({ ...chosen, growth: currentTarget.value })}
          />
          {!isGrowth && <p class="problem">{t(rollWords.growthRange)}</p>}
        </div>
      )}
    </>
  );
}
