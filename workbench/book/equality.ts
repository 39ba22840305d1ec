import { CELL_INVERTED_INDEX_CACHE } from '@univerjs/engine-formula';

/**
 * Univer looks up the second comparison with a column in an index of its values, which holds 0 and blank for equal:
 * =A1:A9="" would be true where a 0 stands. Without the index every cell is compared.
 */
CELL_INVERTED_INDEX_CACHE.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
