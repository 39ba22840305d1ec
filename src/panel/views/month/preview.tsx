import { useMemo, useState } from 'preact/hooks';
import type { ChangeSet, Value } from '../../../month/changeSet.ts';
import { isEmpty } from '../../../month/changeSet.ts';
import { CHANGES } from '../../../month/cleaned.ts';
import type { Reading } from '../../../month/deal.ts';
import type { Alias, NameQuestion } from '../../../month/nearNames.ts';
import { periodOf, periodText } from '../../../month/period.ts';
import type { TrackerPreview } from '../../../month/previewTracker.ts';
import { usePanel } from '../../panel.ts';
import { Notice } from '../../parts/notice.tsx';
import { type Place, planned } from './figures.ts';
import { words } from './words.ts';

interface PreviewProps {
  readonly place: Place;
  readonly reading: Reading;
  readonly near: readonly NameQuestion[];
  readonly month: number;
  readonly source: string;
  readonly busy: boolean;
  readonly onAlias: (alias: Alias) => void;
  readonly onApply: (set: ChangeSet) => void;
}

/** Bad rows, near names, and what applying would do; nothing is written before. */
export function Preview({ place, reading, near, month, source, busy, onAlias, onApply }: PreviewProps) {
  const { t, language, today } = usePanel();
  const [closes, setCloses] = useState(false);
  const [goesOn, setGoesOn] = useState(false);
  const { deals } = reading;
  const { preview, closing, set } = useMemo(
    () => planned({ place, deals, month, closes, source, today, language }),
    [place, deals, month, closes, source, today, language],
  );
  const ready = near.length === 0 && (goesOn || reading.bad.length === 0) && !isEmpty(set);
  return (
    <>
      <h2>{t(words.preview)}</h2>
      <BadRows reading={reading} goesOn={goesOn} onGoesOn={setGoesOn} />
      <Cleaned reading={reading} />
      {near.map(question => (
        <NearName key={`${question.field} ${question.found}`} question={question} onAlias={onAlias} />
      ))}
      <Rows preview={preview} />
      {place.history && (
        <label class="toggle">
          <input type="checkbox" checked={closes} onChange={() => setCloses(!closes)} />
          {t(words.close)}
        </label>
      )}
      {closing && <p role="status">{t(words.closing(closing.append.length, closing.restated.length))}</p>}
      <div class="bar">
        <div class="actions">
          <button
            type="button"
            class="primary"
            aria-disabled={!ready || busy}
            onClick={() => ready && !busy && onApply(set)}
          >
            {t(busy ? words.applying : words.apply)}
          </button>
        </div>
      </div>
    </>
  );
}

const MOST_LISTED = 50;

interface BadRowsProps {
  readonly reading: Reading;
  readonly goesOn: boolean;
  readonly onGoesOn: (goesOn: boolean) => void;
}

function BadRows({ reading: { bad }, goesOn, onGoesOn }: BadRowsProps) {
  const { t } = usePanel();
  if (bad.length === 0) return null;
  return (
    <>
      <Notice kind="warning" text={t(words.bad(bad.length))} />
      <ul>
        {bad.slice(0, MOST_LISTED).map(({ row, field, heading, text, reason }) => (
          <li key={`${row} ${field}`}>
            {t(words.badRow(row + 1, heading, text))}
            {t(reason)}
          </li>
        ))}
        {bad.length > MOST_LISTED && <li>{t(words.more(bad.length - MOST_LISTED))}</li>}
      </ul>
      <label class="toggle">
        <input type="checkbox" checked={goesOn} onChange={() => onGoesOn(!goesOn)} />
        {t(words.goOn)}
      </label>
    </>
  );
}

function Cleaned({ reading: { changes } }: { readonly reading: Reading }) {
  const { t } = usePanel();
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{t(words.cleaned)}</summary>
      <ul>
        {changes.map(({ field, heading, change, count, examples }) => (
          <li key={`${field} ${change}`}>
            {heading}: {t(CHANGES[change])} ({count}){' '}
            {examples.slice(0, 1).map(({ before, after }) => `${before} → ${after}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function NearName({
  question,
  onAlias,
}: {
  readonly question: NameQuestion;
  readonly onAlias: (alias: Alias) => void;
}) {
  const { t } = usePanel();
  const { field, found, rows, candidates } = question;
  return (
    <Notice kind="warning" text={t(words.near(found, rows))}>
      {candidates.map(({ name }) => (
        <button key={name} type="button" onClick={() => onAlias({ field, from: found, to: name })}>
          {name}
        </button>
      ))}
      <button type="button" onClick={() => onAlias({ field, from: found, to: null })}>
        {t(words.other)}
      </button>
    </Notice>
  );
}

function Rows({ preview }: { readonly preview: TrackerPreview }) {
  const { t, language } = usePanel();
  const figures = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', { maximumFractionDigits: 2 });
  const shown = (value: Value): string => (typeof value === 'number' ? figures.format(value) : String(value ?? ''));
  const caption = t(words.caption(t(periodText(periodOf(preview.month)))));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={caption}>
        <table class="grid">
          <thead>
            <tr>
              {words.heads.map(head => (
                <th key={head.en} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map(({ row, status, before, after, difference, standingBefore, standingAfter }) => (
              <tr key={row.row}>
                <td>
                  {[row.person, row.product, row.region].filter(name => name !== '').join(' · ')}
                  {status !== 'changed' && <small> {t(words.statuses[status])}</small>}
                </td>
                <td class="number">{shown(before)}</td>
                <td class="number">{shown(after)}</td>
                <td class="number">{shown(difference)}</td>
                <td>
                  {t(words.lights[standingBefore.light])} → {t(words.lights[standingAfter.light])}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>{t(words.total(figures.format(preview.taken), figures.format(preview.total)))}</p>
      {preview.withoutRow.length > 0 && (
        <Notice
          kind="warning"
          text={t(words.withoutRow(preview.withoutRow.map(({ keys }) => keys.join(' · ')).join(', ')))}
        />
      )}
    </>
  );
}
