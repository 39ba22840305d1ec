import { piecesOf } from '../../src/kernel/text.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The mark of the hidden sheet: all properties of a document together hold 500 KB, which is too little. */
export const KEPT_MARK = 'kpi.kept';
const NAME = 'Sales KPI undo';

/** A cell holds 50,000 characters. */
const LONGEST = 40_000;

/** What is kept, each in a column of the hidden sheet. */
const COLUMNS = { month: 1, book: 2 } as const;

/** A text in a hidden sheet, and the sheet, if there is one. */
export class KeptText {
  readonly text: string;
  private readonly spreadsheet: Spreadsheet;
  private readonly column: number;
  private sheet: Sheet | undefined;
  private rows: number;

  constructor(spreadsheet: Spreadsheet, what: keyof typeof COLUMNS) {
    this.spreadsheet = spreadsheet;
    this.column = COLUMNS[what];
    this.sheet = keptSheet(spreadsheet);
    const pieces = this.sheet?.getDataRange().getValues() ?? [];
    this.rows = pieces.length;
    this.text = pieces.map(line => String(line[this.column - 1] ?? '')).join('');
  }

  keep(text: string): void {
    // The apostrophe keeps a piece a text, whatever it begins with, and is not part of it.
    const pieces = piecesOf(text, LONGEST).map(piece => [`'${piece}`]);
    const length = pieces.length;
    while (pieces.length < this.rows) pieces.push(['']);
    if (pieces.length === 0) return;
    this.sheet ??= makeSheet(this.spreadsheet);
    this.sheet.getRange(1, this.column, pieces.length, 1).setValues(pieces);
    this.rows = Math.max(this.rows, length);
  }
}

function keptSheet(spreadsheet: Spreadsheet): Sheet | undefined {
  const [mark] = spreadsheet
    .createDeveloperMetadataFinder()
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.SHEET)
    .withKey(KEPT_MARK)
    .find();
  return mark?.getLocation().getSheet() ?? undefined;
}

/** Adding a sheet and marking it are two calls: one that was left between them, still blank, is taken up again. */
function makeSheet(spreadsheet: Spreadsheet): Sheet {
  const active = spreadsheet.getActiveSheet();
  const named = new Map(spreadsheet.getSheets().map(sheet => [sheet.getName(), sheet]));
  const left = named.get(NAME);
  if (left?.getDataRange().isBlank() && left.getDeveloperMetadata().length === 0) return marked(left);
  let name = NAME;
  for (let number = 2; named.has(name); number++) name = `${NAME} ${number}`;
  const sheet = spreadsheet.insertSheet(name);
  try {
    spreadsheet.setActiveSheet(active);
    return marked(sheet);
  } catch (problem) {
    spreadsheet.deleteSheet(sheet);
    throw problem;
  }
}

function marked(sheet: Sheet): Sheet {
  sheet.hideSheet();
  sheet.addDeveloperMetadata(KEPT_MARK, '1', SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  return sheet;
}
