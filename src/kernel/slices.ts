const SLICE = 2000;
/** Code that has hardly run yet takes several times as long a row. */
const FIRST_SLICES = 250;

/** Whether long work takes a breath after so many rows, so that the page can answer. */
export function endsSlice(rows: number): boolean {
  return rows % (rows < SLICE ? FIRST_SLICES : SLICE) === 0;
}
