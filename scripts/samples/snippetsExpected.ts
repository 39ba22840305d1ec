const SAMPLE_CELLS = [
  ['Product', 'Qty', 'Unit Price', ''],
  ['Almonds', 2, 7.5, ''],
  ['Coffee', 1, 34.5, ''],
  ['Chocolate', 5, 9.56, ''],
  ['', '', '', ''],
];

/** By file and button: what it says, where that is plain from its code. */
export const SAYS: Readonly<Record<string, readonly string[]>> = {
  '01-basics/basic-api-call.yaml run': ['The range address was "Sheet1!A1".'],
  '34-named-item/update-named-item.yaml update-named-item': [
    'There is no named item. Create it with "Add named item for a range" first.',
  ],
  '30-events/events-formula-changed.yaml trigger-formula-change': ['The new formula is: =A1 * C1'],
  '42-range/set-get-values.yaml get-values': [JSON.stringify(SAMPLE_CELLS, null, 4)],
  '42-range/set-get-values.yaml get-texts': [
    JSON.stringify(
      SAMPLE_CELLS.map(line => line.map(String)),
      null,
      4,
    ),
  ],
  '42-range/set-get-values.yaml get-formulas': [JSON.stringify(SAMPLE_CELLS, null, 4)],
  '54-worksheet/list-worksheets.yaml list-worksheets': ['There is one worksheet in the workbook:', 'Sheet1'],
  '54-worksheet/active-worksheet.yaml get-active-worksheet': ['The active worksheet is "Sheet1"'],
  '54-worksheet/worksheet-range-cell.yaml get-range': ['The address of the range B2:C5 is "Sample!B2:C5"'],
  '54-worksheet/worksheet-range-cell.yaml get-cell': ['The address of the cell in row 2 column 5 is "Sample!E2"'],
};
