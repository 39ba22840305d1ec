import { useState } from 'preact/hooks';
import { examine, fixesOf } from '../../../doctor/examine.ts';
import type { Finding } from '../../../doctor/finding.ts';
import { meantBy } from '../../../doctor/region.ts';
import { type Grid, sheetById } from '../../../grid/grid.ts';
import { cellsIn } from '../../../grid/patch.ts';
import { address } from '../../../plan/address.ts';
import type { SheetArea } from '../../../port/bookPort.ts';
import { usePanel } from '../../panel.ts';
import { Notice } from '../../parts/notice.tsx';
import { useTask, Working } from '../../parts/task.tsx';
import { spotsText } from '../../text/spots.ts';
import { useRepairs } from './useRepairs.tsx';
import { words } from './words.ts';

interface Seen {
  readonly grid: Grid;
  readonly area: SheetArea;
  readonly findings: readonly Finding[];
}

/** Data that were pasted or typed: what is doubtful, and what becomes of it. Nothing is written unless asked for. */
export function DoctorPage() {
  const { t, port } = usePanel();
  const task = useTask();
  const [seen, setSeen] = useState<Seen>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const look = async (area: SheetArea) => {
    const grid = await port.book.read();
    const findings = examine(grid, area);
    setSeen({ grid, area, findings });
    // Rows that move up are fixed alone, so they are not chosen along with the rest.
    setLeft(new Set(findings.filter(({ kind, fixes }) => ASKED.includes(kind) && fixes.length > 0).map(keyOf)));
  };
  const repairs = useRepairs('doctor', task, words.fixed, seen?.grid, async () => seen && look(seen.area));
  const check = () => {
    repairs.forget();
    task.run(async () => look(await port.book.selected()));
  };
  const chosen = (seen?.findings ?? []).filter(finding => finding.fixes.length > 0 && !left.has(keyOf(finding)));
  const patches = fixesOf(chosen);
  const ready = patches.length > 0 && !task.working;
  const toggle = (key: string) => setLeft(new Set(left.has(key) ? [...left].filter(id => id !== key) : [...left, key]));
  const fixable = seen?.findings.some(({ fixes }) => fixes.length > 0) ?? false;
  const submit = (event: Event) => {
    event.preventDefault();
    if (ready) repairs.write(patches);
  };
  return (
    <form noValidate onSubmit={submit}>
      <p class="lead">{t(words.doctorLead)}</p>
      <button type="button" aria-disabled={task.working} onClick={check}>
        {t(words.check)}
      </button>
      <div class="said" role="status">
        {task.working && (seen ? <Working task={task} /> : <p>{t(words.looking)}</p>)}
        {task.failure}
        {repairs.said}
        {seen && !task.working && (
          <>
            <p>{t(words.checked(areaText(seen)))}</p>
            {seen.findings.length === 0 && <Notice kind="done" text={t(words.fine)} />}
          </>
        )}
      </div>
      {seen && seen.findings.length > 0 && (
        <ul class="findings">
          {seen.findings.map(finding => (
            <FindingItem
              key={keyOf(finding)}
              finding={finding}
              checked={!left.has(keyOf(finding))}
              onToggle={() => toggle(keyOf(finding))}
            />
          ))}
        </ul>
      )}
      {fixable && (
        <div class="bar">
          <div class="actions">
            <button class="primary" type="submit" aria-disabled={!ready}>
              {t(patches.length > 0 ? words.fix(cellsIn(patches)) : words.fixNone)}
            </button>
          </div>
        </div>
      )}
    </form>
  );
}

/** What only the user can tell is not ticked beforehand. */
const ASKED: readonly Finding['kind'][] = ['duplicates', 'percents'];

interface FindingItemProps {
  readonly finding: Finding;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

function FindingItem({ finding, checked, onToggle }: FindingItemProps) {
  const { t } = usePanel();
  const { kind, what, spots, fixes, examples } = finding;
  return (
    <li class="finding">
      {fixes.length > 0 ? (
        <label class="choice">
          <input type="checkbox" checked={checked} onChange={onToggle} />
          {t(what)}
        </label>
      ) : (
        <p>{t(what)}</p>
      )}
      {examples.map(({ before, after }) => (
        <small key={`${before} ${after}`} class="finding-note">
          {words.becomes(before, after)}
        </small>
      ))}
      {spots.length > 0 && <small class="finding-note">{spotsText(spots, undefined)}</small>}
      {kind === 'duplicates' && fixes.length > 0 && <small class="finding-note">{t(words.rowsAlone)}</small>}
    </li>
  );
}

function keyOf({ kind, what }: Finding): string {
  return `${kind} ${what.en}`;
}

function areaText({ grid, area }: Seen): string {
  const sheet = sheetById(grid, area.sheetId);
  return sheet ? `${sheet.sheet}!${address(meantBy(grid, sheet, area))}` : '';
}
