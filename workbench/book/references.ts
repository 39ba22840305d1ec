import { BaseFunction, BaseReferenceObject } from '@univerjs/engine-formula';

/**
 * Univer knows a table's column by its sheet's id, and what INDEX takes of it by its sheet's name, which is none: it
 * gave what stands in the same row and column of the sheet that asks.
 */
const { createReferenceObject } = BaseFunction.prototype;
BaseFunction.prototype.createReferenceObject = function (reference, range) {
  const made = createReferenceObject.call(this, reference, range);
  if (made instanceof BaseReferenceObject && reference.getForcedSheetId() && !reference.getForcedSheetName()) {
    made.setForcedSheetId = () => {};
  }
  return made;
};
