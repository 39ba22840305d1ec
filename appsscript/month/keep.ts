import { keptIn, keptText } from '../../src/month/change/keptText.ts';
import type { Kept } from '../../src/month/change/locate.ts';
import { KeptText } from '../server/keptText.ts';

/** What is left of the last change of figures. */
export class Keeper {
  readonly kept: Kept;
  private readonly text: KeptText;

  constructor(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {
    this.text = new KeptText(spreadsheet, 'month');
    this.kept = keptIn(this.text.text);
  }

  keep(kept: Kept): void {
    this.text.keep(keptText(kept));
  }
}
