import type { Column } from '../../plan/said.ts';

/** A column of a width of its own. Google Sheets sets the widths of neighbours at once where they are the same. */
export const wide = (column: Column, width: number): Column => ({ ...column, width });
