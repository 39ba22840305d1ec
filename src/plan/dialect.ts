/** How a host writes formulas. */
export interface Dialect {
  /** How a function of ours is called there: KPI.NAME or KPI_NAME. */
  readonly functionName: (name: string) => string;
  /**
   * - row: a table has structured references, and a computed column a formula a row that grows with the table
   * - array: a computed column is one array formula in its first row
   */
  readonly computedColumns: 'row' | 'array';
}

export const excelDialect: Dialect = { functionName: name => `KPI.${name}`, computedColumns: 'row' };

export const sheetsDialect: Dialect = { functionName: name => `KPI_${name}`, computedColumns: 'array' };
