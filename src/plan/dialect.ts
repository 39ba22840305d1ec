/** How a host writes formulas. */
export interface Dialect {
  /** How a function of ours is called there: KPI.NAME or KPI_NAME. */
  readonly functionName: (name: string) => string;
  /**
   * - row: a computed column has a formula a row
   * - array: a computed column is one array formula in its first row
   */
  readonly computedColumns: 'row' | 'array';
  /** Tables are tables of the host, which grow and have structured references. */
  readonly tables: boolean;
  /** A rule draws figures as bars; elsewhere the cell's own formula does. */
  readonly drawsBars: boolean;
  /** A formula that refers to a blank cell gives 0, and so do sums and products with one. */
  readonly blanksAreZero: boolean;
}

export const excelDialect: Dialect = {
  functionName: name => `KPI.${name}`,
  computedColumns: 'row',
  tables: true,
  drawsBars: true,
  blanksAreZero: true,
};

export const sheetsDialect: Dialect = {
  functionName: name => `KPI_${name}`,
  computedColumns: 'array',
  tables: false,
  drawsBars: false,
  blanksAreZero: false,
};

/** For files that have to be read everywhere: plain references only, and a formula a row. */
export const plainDialect: Dialect = { ...excelDialect, tables: false };
