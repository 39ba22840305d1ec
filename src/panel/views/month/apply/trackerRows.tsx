import type { Value } from '../../../../kernel/json.ts';
import { periodOf, periodText } from '../../../../kernel/period.ts';
import type { PreviewRow, TrackerPreview } from '../../../../month/figures/previewTracker.ts';
import { usePanel } from '../../../panel.ts';
import { Notice } from '../../../parts/notice.tsx';
import { LightMark } from '../lightMark.tsx';
import { shortened, useFigures } from '../numbers.ts';
import { words } from '../words.ts';
import { applyWords } from './applyWords.ts';

const MOST_ROWS = 200;

/** The tracker row by row: before, after, difference, and what becomes of the light. */
export function TrackerRows({ preview }: { readonly preview: TrackerPreview }) {
  const { t } = usePanel();
  const { figure } = useFigures();
  const caption = t(applyWords.caption(t(periodText(periodOf(preview.month)))));
  // What changes comes first: nobody looks for it among 500 people.
  const without = preview.withoutRow.map(
    ({ keys, amount }) => `${shortened(keys.join(' · ') || '–')} (${figure(amount)})`,
  );
  const rows = [...preview.rows].sort((a, b) => rank(a) - rank(b));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reachable by keyboard */}
      <section class="scroll tall" tabIndex={0} aria-label={caption}>
        <table class="grid changes">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t(applyWords.heads.who)}</th>
              <th scope="col" class="number">
                {t(applyWords.heads.after)}
                <small>{t(applyWords.heads.before)}</small>
              </th>
              <th scope="col">
                {t(applyWords.heads.light)}
                <small>{t(words.achieved)}</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map(row => (
              <Row key={row.row.row} {...row} />
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > MOST_ROWS && <p class="help">{t(words.more(rows.length - MOST_ROWS))}</p>}
      <p>{t(applyWords.total(figure(preview.taken), figure(preview.total)))}</p>
      {without.length > 0 && (
        <Notice
          kind="warning"
          text={t(applyWords.withoutRow(without.slice(0, MOST_NAMES), without.length - MOST_NAMES))}
        />
      )}
    </>
  );
}

/** Three columns, so that the light is seen in a narrow pane, too. */
function Row({ row, status, before, after, difference, standingBefore, standingAfter }: PreviewRow) {
  const { t } = usePanel();
  const { figure, change, share } = useFigures();
  const [was, becomes] = [standingBefore.achievement, standingAfter.achievement].map(share);
  const shown = (value: Value): string => (typeof value === 'number' ? figure(value) : String(value ?? '–'));
  const isChanged = status === 'changed';
  return (
    <tr>
      <td>
        {[row.person, row.product, row.region]
          .filter(name => name !== '')
          .map(shortened)
          .join(' · ')}
        {!isChanged && <small>{t(applyWords.statuses[status])}</small>}
      </td>
      <td class="number">
        {shown(after)}
        {isChanged && (
          <small>
            {shown(before)} {change(difference)}
          </small>
        )}
      </td>
      <td>
        {standingBefore.light !== standingAfter.light && (
          <>
            <LightMark light={standingBefore.light} /> →{' '}
          </>
        )}
        <LightMark light={standingAfter.light} />
        <small>{was === becomes ? becomes : `${was} → ${becomes}`}</small>
      </td>
    </tr>
  );
}

function rank({ status }: PreviewRow): number {
  return status === 'changed' ? 0 : status === 'same' ? 2 : 1;
}

const MOST_NAMES = 30;
