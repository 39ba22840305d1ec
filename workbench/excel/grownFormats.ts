import type { IRange } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';

/** Rows that a table grows by look and take what its last row looked and took: formats, colours of lights, rules. */
export function formatGrown(sheet: FWorksheet, table: IRange, rows: number): void {
  const { endRow, startColumn, endColumn } = table;
  const columns = endColumn - startColumn + 1;
  const last = Array.from({ length: columns }, (_, index) => {
    const style = sheet.getSheet().getCellRaw(endRow, startColumn + index)?.s;
    return style === undefined || style === null ? {} : { s: style };
  });
  sheet.getRange(endRow + 1, startColumn, rows, columns).setValues(Array.from({ length: rows }, () => last));
  const grown = (range: IRange): IRange => {
    const isOfTable = range.startColumn >= startColumn && range.endColumn <= endColumn;
    return isOfTable && range.endRow === endRow ? { ...range, endRow: endRow + rows } : range;
  };
  const grows = (ranges: readonly IRange[]) => ranges.some(range => grown(range) !== range);
  for (const rule of sheet.getConditionalFormattingRules()) {
    if (grows(rule.ranges)) sheet.setConditionalFormattingRule(rule.cfId, { ...rule, ranges: rule.ranges.map(grown) });
  }
  for (const validation of sheet.getDataValidations()) {
    const ranges: readonly IRange[] = validation.rule.ranges;
    if (grows(ranges)) validation.setRanges(ranges.map(grown).map(range => sheet.getRange(range)));
  }
}
