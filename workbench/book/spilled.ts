import {
  FORMULA_REF_TO_ARRAY_CACHE,
  FormulaDependencyTree,
  FormulaRuntimeService,
  type FunctionVariantType,
} from '@univerjs/engine-formula';

/**
 * Univer keeps the cells of a range that one formula has read for those that read it after it, also where a list has
 * been spilled into them in between: these would be computed with the blanks that stood there before.
 */
const { setRuntimeData } = FormulaRuntimeService.prototype;
FormulaRuntimeService.prototype.setRuntimeData = function (result: FunctionVariantType): void {
  setRuntimeData.call(this, result);
  if (result.isReferenceObject() || result.isArray()) FORMULA_REF_TO_ARRAY_CACHE.clear();
};

/**
 * What reads a spilled list is computed again after it, but for formulas that read the first cell of any list: Univer
 * takes for granted that they had their turn in time. They had with regard to that list, not to others beside it.
 */
FormulaDependencyTree.prototype.isExcludeRange = () => false;
