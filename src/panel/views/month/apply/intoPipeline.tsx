import type { PipelinePreview } from '../../../../month/figures/previewPipeline.ts';
import type { OpportunityLine } from '../../../../sheets/pipeline.ts';
import { usePanel } from '../../../panel.ts';
import { Notice } from '../../../parts/notice.tsx';
import { namesOf, useFigures } from '../numbers.ts';
import { byDealWords } from './byDealWords.ts';
import { ChangedLines, GoneLines } from './changedLines.tsx';
import { pipelineWords } from './pipelineWords.ts';

interface IntoPipelineProps {
  readonly preview: PipelinePreview;
  readonly removes: boolean;
  readonly onRemoves: (removes: boolean) => void;
}

const DAYS = new Set(['Opened', 'Entered', 'NextDate', 'Expected', 'Closed']);

/** What the sheet of opportunities gets. */
export function IntoPipeline({ preview, removes, onRemoves }: IntoPipelineProps) {
  const { t } = usePanel();
  const { figure } = useFigures();
  const { open, total, added, changed, same, closed, reopened, unknown, gone, samples } = preview;
  return (
    <section aria-labelledby="pipeline-heading">
      <h3 id="pipeline-heading">{t(pipelineWords.title)}</h3>
      {open === 0 && <Notice kind="plain" text={t(pipelineWords.none)} />}
      {open > 0 && <p>{t(pipelineWords.counts(open, figure(total), added.length, changed.length, same))}</p>}
      {closed > 0 && <p>{t(pipelineWords.closed(closed))}</p>}
      {samples.length > 0 && <p class="help">{t(byDealWords.samples(samples.length))}</p>}
      {unknown.length > 0 && <Notice kind="warning" text={t(pipelineWords.unknown(namesOf(unknown)))} />}
      {reopened.length > 0 && <Notice kind="warning" text={t(pipelineWords.reopened(namedAs(reopened)))} />}
      {gone.length > 0 && (
        <GoneLines
          id="pipeline-gone"
          question={pipelineWords.gone(namedAs(gone))}
          keep={pipelineWords.keep}
          removes={removes}
          onRemoves={onRemoves}
        />
      )}
      {changed.length > 0 && (
        <ChangedLines
          caption={pipelineWords.changes}
          head={pipelineWords.head}
          changed={changed}
          labels={pipelineWords.columns}
          isDay={column => DAYS.has(column)}
          nameOf={nameOf}
        />
      )}
    </section>
  );
}

function nameOf({ Number: number, Customer, Person }: OpportunityLine['cells']) {
  return number ?? Customer ?? Person;
}

function namedAs(lines: readonly OpportunityLine[]): string {
  return namesOf(lines.map(({ cells }) => String(nameOf(cells) ?? '–')));
}

interface NewPipelineProps {
  readonly deals: number;
  readonly chosen: boolean;
  readonly onChosen: (chosen: boolean) => void;
}

/** A sheet for the open deals, where there is none yet. */
export function NewPipeline({ deals, chosen, onChosen }: NewPipelineProps) {
  const { t } = usePanel();
  return (
    <>
      <label class="toggle">
        <input id="new-pipeline" type="checkbox" checked={chosen} onChange={() => onChosen(!chosen)} />
        {t(pipelineWords.newSheet(deals))}
      </label>
      {chosen && <p class="help">{t(pipelineWords.newStages)}</p>}
    </>
  );
}
