import { useEffect, useState } from 'preact/hooks';
import type { Grid } from '../../../grid/grid.ts';
import { unpackKept } from '../../../grid/kept.ts';
import { cellsIn } from '../../../grid/patch.ts';
import type { HealthFinding } from '../../../health/check.ts';
import { checkUp, repairsOf } from '../../../health/checkUp.ts';
import { versionOf } from '../../../plan/template.ts';
import { usePanel } from '../../panel.ts';
import { Notice } from '../../parts/notice.tsx';
import { useTask, Working } from '../../parts/task.tsx';
import { spotsText } from '../../text/spots.ts';
import { useRepairs } from './useRepairs.tsx';
import { words } from './words.ts';

interface Seen {
  readonly grid: Grid;
  readonly findings: readonly HealthFinding[];
}

/** What is wrong with our formulas and sheets, and one button that repairs it. */
export function HealthPage() {
  const { t, port, library } = usePanel();
  const task = useTask();
  const [seen, setSeen] = useState<Seen>();
  const check = async () => {
    const grid = await port.book.read();
    const versions = new Map(library.templates.map(template => [template.id, versionOf(template)]));
    setSeen({ grid, findings: checkUp(grid, port.dialect, versions, unpackKept(await port.book.kept()).share) });
  };
  const repairs = useRepairs('health', task, words.repaired, seen?.grid, check);
  useEffect(() => task.run(check), [port]);
  const patches = seen ? repairsOf(seen.findings) : [];
  const again = () => {
    repairs.forget();
    task.run(check);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (patches.length > 0 && !task.working) repairs.write(patches);
  };
  return (
    <form noValidate onSubmit={submit}>
      <p class="lead">{t(words.healthLead)}</p>
      <div class="said" role="status">
        {!seen && task.working && <p>{t(words.checking)}</p>}
        {seen && <Working task={task} />}
        {task.failure}
        {repairs.said}
        {seen && !task.working && (
          <Notice
            kind={seen.findings.length === 0 ? 'done' : 'warning'}
            text={t(seen.findings.length === 0 ? words.healthy : words.findings(seen.findings.length))}
          />
        )}
      </div>
      {seen && seen.findings.length > 0 && (
        <ul class="findings">
          {seen.findings.map(finding => (
            <FindingItem key={`${finding.sheet.sheetId} ${finding.what.en}`} finding={finding} />
          ))}
        </ul>
      )}
      <div class="bar">
        <div class="actions">
          {patches.length > 0 && (
            <button class="primary" type="submit" aria-disabled={task.working}>
              {t(words.repairs(cellsIn(patches)))}
            </button>
          )}
          <button type="button" aria-disabled={task.working} onClick={again}>
            {t(words.checkAgain)}
          </button>
        </div>
      </div>
    </form>
  );
}

function FindingItem({ finding }: { readonly finding: HealthFinding }) {
  const { t } = usePanel();
  const { sheet, what, advice, spots, repairs } = finding;
  const canRepair = repairs.length > 0 && !sheet.locked;
  return (
    <li class="finding">
      <span class="finding-head">
        <strong>{sheet.sheet}</strong>
        <small class={canRepair ? 'finding-ours' : 'finding-note'}>
          {t(canRepair ? words.repairable : words.yours)}
        </small>
      </span>
      <p>{t(what)}</p>
      <small class="finding-note">{t(advice)}</small>
      {spots.length > 0 && <small class="finding-note">{spotsText(spots, undefined)}</small>}
    </li>
  );
}
