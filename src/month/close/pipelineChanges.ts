import { opportunityOf, PIPELINE_COLUMNS } from '../../sheets/pipeline.ts';
import type { Change } from '../change/changeSet.ts';
import type { PipelinePreview } from '../figures/previewPipeline.ts';
import { rowChanges } from './rowChanges.ts';

/** The file's open deals on the sheet of opportunities, and what became of those that stood open there. */
export function pipelineChanges({ sheet, ...rows }: PipelinePreview, removes: boolean): Change[] {
  const nothing = opportunityOf(() => null);
  return rowChanges({ prefix: sheet.prefix, columns: PIPELINE_COLUMNS, nothing, ...rows }, removes);
}
