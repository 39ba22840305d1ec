import { marksOf } from './inspect.ts';

/** A closed month can still be looked through: filtered, and with its columns made wider. */
const PROTECTION: Excel.WorksheetProtectionOptions = {
  allowAutoFilter: true,
  allowFormatColumns: true,
  allowFormatRows: true,
};

export function protect(sheet: Excel.Worksheet): void {
  sheet.protection.protect(PROTECTION);
}

/** Asks whether these sheets are protected; it can be read once the batch is synced. */
export function askGuards(workbook: Excel.Workbook, sheetIds: readonly string[]): Excel.Worksheet[] {
  return [...new Set(sheetIds)].map(id => {
    const sheet = workbook.worksheets.getItemOrNullObject(id);
    sheet.load('id');
    sheet.protection.load('protected');
    sheet.customProperties.load('items/key,items/value');
    return sheet;
  });
}

/** A closed month was protected by the add-in, which may lift it for its own work; it has no password. */
export function isOwnProtection(sheet: Excel.Worksheet): boolean {
  return !sheet.isNullObject && sheet.protection.protected && marksOf(sheet).closed !== undefined;
}

export function isLocked(sheet: Excel.Worksheet): boolean {
  return !sheet.isNullObject && sheet.protection.protected && !isOwnProtection(sheet);
}

/** Queues that the add-in's own protection is lifted; `protect` puts it back. */
export function lift(closed: readonly Excel.Worksheet[]): void {
  for (const sheet of closed) sheet.protection.unprotect();
}
