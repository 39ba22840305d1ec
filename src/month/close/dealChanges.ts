import { DEAL_COLUMNS, lineOf } from '../../sheets/deals.ts';
import type { Change } from '../change/changeSet.ts';
import type { DealsPreview } from '../figures/previewDeals.ts';
import { rowChanges } from './rowChanges.ts';

/** The file's deals on the sheet of commission by deal. */
export function dealChanges({ sheet, ...rows }: DealsPreview, removes: boolean): Change[] {
  return rowChanges({ prefix: sheet.prefix, columns: DEAL_COLUMNS, nothing: lineOf([]), ...rows }, removes);
}
