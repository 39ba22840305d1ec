import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Area, ChartKind } from '../../src/plan/op.ts';
import type { DrawnChart } from '../book/charts.ts';
import type { Chart, SheetState } from './sheetState.ts';
import { strict } from './strict.ts';

type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type EmbeddedChart = GoogleAppsScript.Spreadsheet.EmbeddedChart;

const built = new WeakMap<object, Chart>();

export function newChart(state: SheetState, sheet: FWorksheet): Builder {
  let kind = 'column';
  let anchor = { row: 0, column: 0 };
  const areas: Area[] = [];
  const options: Record<string, unknown> = {};
  const members = {
    setNumHeaders: () => builder,
    addRange: (range: GoogleAppsScript.Spreadsheet.Range) => {
      const place = state.placeOf(range);
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
      const chart = strict<EmbeddedChart>('EmbeddedChart', state.ledger, {});
      built.set(chart, { kind, areas, options, anchor });
      return chart;
    },
  };
  const as = (chosen: string) => () => {
    kind = chosen;
    return builder;
  };
  const builder: Builder = strict<Builder>('EmbeddedChartBuilder', state.ledger, {
    ...members,
    asColumnChart: as('column'),
    asBarChart: as('bar'),
    asLineChart: as('line'),
  });
  return builder;
}

export function insertChart(state: SheetState, sheet: FWorksheet, chart: EmbeddedChart): void {
  const made = built.get(chart);
  if (!made) throw new TypeError('insertChart: an EmbeddedChart was expected');
  state.charts.set(sheet.getSheetId(), [...(state.charts.get(sheet.getSheetId()) ?? []), made]);
}

interface Options {
  readonly title?: string;
  readonly width?: number;
  readonly height?: number;
  readonly legend?: { readonly position?: string };
  readonly series?: Readonly<Record<number, { readonly color?: string; readonly labelInLegend?: string }>>;
}

const isKind = (kind: string): kind is ChartKind => ['column', 'bar', 'line'].includes(kind);

/** The charts of all sheets, their first range for the categories and one range for each series. */
export function drawnCharts({ charts }: SheetState): DrawnChart[] {
  return [...charts].flatMap(([sheetId, list]) =>
    list.map(({ kind, areas: [categories, ...values], options, anchor }, index): DrawnChart => {
      const { title = '', width = 600, height = 370, legend, series }: Options = options;
      return {
        id: `${sheetId} ${index}`,
        sheetId,
        kind: isKind(kind) ? kind : 'column',
        title,
        legend: legend?.position !== 'none',
        categories,
        series: values.map((area, order) => ({
          name: series?.[order]?.labelInLegend ?? '',
          area,
          color: series?.[order]?.color,
        })),
        corner: anchor,
        size: { width, height },
      };
    }),
  );
}
