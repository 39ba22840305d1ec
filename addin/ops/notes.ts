/**
 * Notes are newer than what the manifest asks for, and a library may not have them though its Excel does; then a
 * comment stands in for one.
 */
export function hasNotes(sheet: Excel.Worksheet): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', '1.18') && 'notes' in sheet;
}
