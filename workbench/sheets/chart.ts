import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Area } from '../../src/plan/op.ts';
import type { Chart, Desk } from './desk.ts';
import { strict } from './strict.ts';

type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type EmbeddedChart = GoogleAppsScript.Spreadsheet.EmbeddedChart;

const built = new WeakMap<object, Chart>();

export function newChart(desk: Desk, sheet: FWorksheet): Builder {
  let kind = 'column';
  let anchor = { row: 0, column: 0 };
  const areas: Area[] = [];
  const options: Record<string, unknown> = {};
  const members = {
    setNumHeaders: () => builder,
    addRange: (range: GoogleAppsScript.Spreadsheet.Range) => {
      const place = desk.placeOf(range);
      if (place.sheet.getSheetId() !== sheet.getSheetId()) throw new Error('The chart is of another sheet');
      areas.push(place.area);
      return builder;
    },
    setOption: (name: string, value: unknown) => {
      options[name] = value;
      return builder;
    },
    setPosition: (row: number, column: number) => {
      anchor = { row: row - 1, column: column - 1 };
      return builder;
    },
    build: () => {
      if (areas.length === 0) throw new Error('A chart needs a range');
      const chart = strict<EmbeddedChart>('EmbeddedChart', desk.ledger, {});
      built.set(chart, { kind, areas, options, anchor });
      return chart;
    },
  };
  const as = (chosen: string) => () => {
    kind = chosen;
    return builder;
  };
  const builder: Builder = strict<Builder>('EmbeddedChartBuilder', desk.ledger, {
    ...members,
    asColumnChart: as('column'),
    asBarChart: as('bar'),
    asLineChart: as('line'),
  });
  return builder;
}

export function insertChart(desk: Desk, sheet: FWorksheet, chart: EmbeddedChart): void {
  const made = built.get(chart);
  if (!made) throw new TypeError('insertChart: an EmbeddedChart was expected');
  desk.charts.set(sheet.getSheetId(), [...(desk.charts.get(sheet.getSheetId()) ?? []), made]);
}
