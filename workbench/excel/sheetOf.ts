import type { FWorksheet } from '@univerjs/sheets/facade';
import { HostObject } from './hostObject.ts';

/** As much of its sheet as the reader of a table or a range asks for. */
export class SheetOf extends HostObject {
  readonly #sheet: FWorksheet;

  constructor(sheet: FWorksheet) {
    super();
    this.#sheet = sheet;
  }

  override get hostId(): string {
    return this.Id;
  }
  get Id(): string {
    return this.#sheet.getSheetId();
  }
  get Name(): string {
    return this.#sheet.getSheetName();
  }
}
