import type { FWorksheet } from '@univerjs/sheets/facade';
import type { SheetState } from './sheetState.ts';
import { strict } from './strict.ts';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Protects a sheet that is not protected yet; scripts of those who may edit it write all the same. */
export function protectionOf({ ledger, protections }: SheetState, sheet: FWorksheet): Protection {
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
    canEdit: () => true,
    remove: () => {
      protections.delete(id);
    },
  });
  return protection;
}

/** Those of this script's user, and those of somebody else, who lets nobody in. */
export function protectionsOf(state: SheetState, sheet: FWorksheet): Protection[] {
  const id = sheet.getSheetId();
  return [
    ...(state.protectedSheets.has(id)
      ? [strict<Protection>('Protection', state.ledger, { canEdit: () => false })]
      : []),
    ...(state.protections.has(id) ? [protectionOf(state, sheet)] : []),
  ];
}
