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
    const sheet = workbook.worksheets.getItem(id);
    sheet.load('id');
    sheet.protection.load('protected');
    sheet.customProperties.load('items/key,items/value');
    return sheet;
  });
}

/** A closed month was protected by the add-in, which may lift it for its own work; it has no password. */
export function isOwnProtection(sheet: Excel.Worksheet): boolean {
  return sheet.protection.protected && marksOf(sheet).closed !== undefined;
}

export function isLocked(sheet: Excel.Worksheet): boolean {
  return sheet.protection.protected && !isOwnProtection(sheet);
}

/** Queues work on sheets without the add-in's own protection, which is put back behind it. */
export function lifted(guards: readonly Excel.Worksheet[], work: () => void): void {
  const own = guards.filter(isOwnProtection);
  for (const sheet of own) sheet.protection.unprotect();
  work();
  for (const sheet of own) protect(sheet);
}
