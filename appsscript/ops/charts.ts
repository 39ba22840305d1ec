import type { Area, ChartKind } from '../../src/plan/op.ts';
import { lengthOf, type SheetLayers } from './layers.ts';

type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Pixels of a column and of a row in a new sheet. */
const COLUMN_WIDTH = 100;
const ROW_HEIGHT = 21;

/** The ranges of all charts, one chart after the other. */
export function chartAreas({ charts }: SheetLayers): Area[] {
  return charts.flatMap(({ categories, series }) => [categories, ...series.map(({ area }) => area)]);
}

export function insertCharts({ charts, widths, heights }: SheetLayers, sheet: Sheet, found: Iterator<Range>): void {
  for (const { kind, title, series, place } of charts) {
    const ranges = [undefined, ...series].flatMap(() => found.next().value ?? []);
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
