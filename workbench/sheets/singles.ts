import type { Area } from '../../src/plan/op.ts';
import type { Members } from './strict.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** What is set cell by cell. */
const SETTERS = [
  'setValues',
  'setNotes',
  'setBackgrounds',
  'setFontColors',
  'setFontWeights',
  'setFontStyles',
  'setFontSizes',
  'setHorizontalAlignments',
  'setVerticalAlignments',
  'setWraps',
  'setNumberFormats',
] as const;
type Setters = Readonly<Record<(typeof SETTERS)[number], (grid: never) => Range>>;

/** The members of a range that say one thing for all its cells, by those that say it cell by cell. */
export function singles(setters: Setters, { rows, columns }: Area) {
  const all =
    (name: keyof Setters) =>
    (value: unknown): Range => {
      const grid = Array.from({ length: rows }, () => new Array<unknown>(columns).fill(value));
      // The type of the service's own parameter.
      return setters[name](grid as never);
    };
  return {
    setValue: all('setValues'),
    setNote: all('setNotes'),
    setBackground: all('setBackgrounds'),
    setFontColor: all('setFontColors'),
    setFontWeight: all('setFontWeights'),
    setFontStyle: all('setFontStyles'),
    setFontSize: all('setFontSizes'),
    setHorizontalAlignment: all('setHorizontalAlignments'),
    setVerticalAlignment: all('setVerticalAlignments'),
    setWrap: all('setWraps'),
    setNumberFormat: all('setNumberFormats'),
    clearContent: () => all('setValues')(''),
  } satisfies Members<Range>;
}
