import type { ChartKind } from '../../src/plan/op.ts';
import { a1 } from './a1.ts';
import { type Draft, lengthOf } from './draft.ts';

type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Pixels of a column and of a row in a new sheet. */
const COLUMN_WIDTH = 100;
const ROW_HEIGHT = 21;

export function insertCharts({ charts, widths, heights }: Draft, sheet: Sheet): void {
  if (charts.length === 0) return;
  const areas = charts.map(({ categories, series }) => [categories, ...series.map(({ area }) => area)]);
  // One call for the ranges of all charts.
  const found = sheet.getRangeList(areas.flat().map(a1)).getRanges().values();
  for (const [chart, { kind, title, series, place }] of charts.entries()) {
    const ranges = (areas[chart] ?? []).flatMap(() => found.next().value ?? []);
    const options = {
      title,
      width: lengthOf(widths, place.column, place.columns, COLUMN_WIDTH),
      height: lengthOf(heights, place.row, place.rows, ROW_HEIGHT),
      legend: { position: series.length > 1 ? 'bottom' : 'none' },
      // The ranges hold no headings, so that a series has its name from here.
      series: Object.fromEntries(series.map(({ name, color }, index) => [index, { color, labelInLegend: name }])),
    };
    let builder = ofKind(sheet.newChart(), kind).setNumHeaders(0);
    for (const range of ranges) builder = builder.addRange(range);
    for (const [name, value] of Object.entries(options)) builder = builder.setOption(name, value);
    sheet.insertChart(builder.setPosition(place.row + 1, place.column + 1, 0, 0).build());
  }
}

function ofKind(builder: Builder, kind: ChartKind): Pick<Builder, 'setNumHeaders'> {
  switch (kind) {
    case 'column':
      return builder.asColumnChart();
    case 'bar':
      return builder.asBarChart();
    case 'line':
      return builder.asLineChart();
  }
}
