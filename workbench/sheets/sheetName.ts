/** The longest name of a sheet. */
const LONGEST = 100;

export function checkSheetName(name: string): void {
  if (name === '' || name.length > LONGEST) throw new Error(`The sheet name must have 1 to ${LONGEST} characters.`);
}
