import { SpreadsheetSkeleton } from '@univerjs/engine-render';

/**
 * Univer measures rows whenever it has time, and goes on where the sheet was deleted meanwhile, which throws (0.25.1,
 * sheet.render-skeleton.ts): of a sheet that is gone no row is measured.
 */
const { prototype } = SpreadsheetSkeleton;
const measure = prototype.calculateAutoHeightInRange;

prototype.calculateAutoHeightInRange = function (this: SpreadsheetSkeleton, ...ranges) {
  return this.worksheet ? measure.apply(this, ranges) : [];
};
