import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Desk } from './desk.ts';
import { strict } from './strict.ts';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Protects a sheet that is not protected yet; scripts of those who may edit it write all the same. */
export function protectionOf({ ledger, protections }: Desk, sheet: FWorksheet): Protection {
  const id = sheet.getSheetId();
  const kept = protections.get(id) ?? { description: '', warningOnly: false };
  protections.set(id, kept);
  const protection: Protection = strict<Protection>('Protection', ledger, {
    setDescription: (description: string) => {
      kept.description = description;
      return protection;
    },
    setWarningOnly: (warningOnly: boolean) => {
      kept.warningOnly = warningOnly;
      return protection;
    },
    remove: () => {
      protections.delete(id);
    },
  });
  return protection;
}
