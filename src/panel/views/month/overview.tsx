import { usePanel } from '../../panel.ts';
import { Icon } from '../../parts/icons.tsx';
import { strings } from '../../strings.ts';
import { MONTH_PARTS } from '../../view.ts';
import { words } from './words.ts';

/** The parts of a month's work, in the order in which they come. */
export function Overview() {
  const { t, open } = usePanel();
  return (
    <>
      <p class="lead">{t(strings.monthLead)}</p>
      <ul class="cards">
        {MONTH_PARTS.map(part => (
          <li key={part}>
            <button type="button" class="card" data-item={part} onClick={() => open({ at: 'month', part })}>
              <span class="card-text">
                <strong>{t(strings.monthParts[part])}</strong>
                <span>{t(words.about[part])}</span>
              </span>
              <Icon name="forward" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
