import { useState } from 'preact/hooks';
import type { Grid, Spot } from '../../../grid/grid.ts';
import type { Patch } from '../../../grid/patch.ts';
import { usePanel } from '../../panel.ts';
import { spotsText } from '../../text/spots.ts';
import { words } from './words.ts';
import { type KeptFormula, keptFormulas } from './work.ts';

interface KeptListProps {
  readonly share: readonly Patch[];
  readonly grid: Grid;
  readonly onLetGo: (spots: readonly Spot[]) => void;
}

const MOST_SHOWN = 200;

/** The formulas that are kept, what stands in their cells now, and a way to keep them no longer. */
export function KeptList({ share, grid, onLetGo }: KeptListProps) {
  const { t } = usePanel();
  const kept = keptFormulas(share, grid);
  const keyOf = ({ sheetId, row, column, formula }: KeptFormula) => `${sheetId} ${row} ${column} ${formula}`;
  // Those that restoring brings back are not chosen along with the rest.
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const isChosen = (formula: KeptFormula) => formula.changed !== toggled.has(keyOf(formula));
  const toggle = (key: string) =>
    setToggled(new Set(toggled.has(key) ? [...toggled].filter(other => other !== key) : [...toggled, key]));
  // What restoring passes over comes first.
  const shown = [...kept].sort((a, b) => Number(b.changed) - Number(a.changed)).slice(0, MOST_SHOWN);
  const chosen = shown.filter(isChosen);
  return (
    <details open={kept.some(({ changed }) => changed)}>
      <summary>{t(words.keptList(kept.length, kept.filter(({ changed }) => changed).length))}</summary>
      <ul class="findings">
        {shown.map(formula => (
          <li key={keyOf(formula)} class="finding">
            <label class="choice">
              <input type="checkbox" checked={isChosen(formula)} onChange={() => toggle(keyOf(formula))} />
              <span>
                {spotsText([formula], grid)} <code>{formula.formula}</code>
              </span>
            </label>
            <small class="finding-note">
              {t(formula.now === undefined ? words.keptGone : words.keptNow(formula.now))}
            </small>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <p>
          <button type="button" onClick={() => onLetGo(chosen)}>
            {t(words.letGo(chosen.length))}
          </button>
          <small class="finding-note">{t(words.letGoAbout)}</small>
        </p>
      )}
    </details>
  );
}
