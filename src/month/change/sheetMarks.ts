/** On a sheet from its first moment: which change made it. */
export const INSERTION = 'kpi.insertion';

/** On a sheet as long as it is being made. */
export const MAKING = 'kpi.making';

/** On a sheet that is whole: its mark in the change set. */
export const MADE = 'kpi.made';

/** What a sheet is called until it says by its marks which change made it. */
export function nameAtFirst(mark: string): string {
  return `… ${mark.replace(/[:\\/?*[\]']/g, ' ')}`.slice(0, LONGEST_NAME);
}

/** Whether a sheet that is inserted is not whole: it says so by its mark, or by its first name before it is marked. */
export function isHalf(sheet: string, marks: Readonly<Record<string, string>>): boolean {
  if (marks[MAKING] !== undefined) return true;
  return /^… [0-9a-z]{8,9} [0-9a-z]{6,10}$/.test(sheet);
}

/** What Excel takes for a sheet's name. */
const LONGEST_NAME = 31;
