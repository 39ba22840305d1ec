import type { FWorksheet } from '@univerjs/sheets/facade';
import type { SheetState } from './sheetState.ts';
import { strict } from './strict.ts';

type Finder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type Location = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** All metadata here is of sheets, so that a search for those finds everything. */
export function metadataFinder(state: SheetState, service: (sheet: FWorksheet) => Sheet): Finder {
  const { book, ledger } = state;
  let wanted: string | undefined;
  const found = (sheet: FWorksheet): Metadata[] => metadataOf(state, sheet, () => service(sheet), wanted);
  const finder: Finder = strict<Finder>('DeveloperMetadataFinder', ledger, {
    withLocationType: () => finder,
    withKey: (key: string) => {
      wanted = key;
      return finder;
    },
    find: () => book.workbook.getSheets().flatMap(found),
  });
  return finder;
}

export function metadataOf(
  { ledger, metadata }: SheetState,
  sheet: FWorksheet,
  service: () => Sheet,
  wanted?: string,
): Metadata[] {
  const kept = metadata.get(sheet.getSheetId()) ?? [];
  const found = kept.filter(({ key }) => wanted === undefined || key === wanted);
  return found.map(fact =>
    strict<Metadata>('DeveloperMetadata', ledger, {
      getKey: () => fact.key,
      getValue: () => fact.value,
      getLocation: () => strict<Location>('DeveloperMetadataLocation', ledger, { getSheet: service }),
      remove: () => {
        kept.splice(kept.indexOf(fact), 1);
      },
    }),
  );
}
