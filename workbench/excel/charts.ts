import type { ChartKind } from '../../src/plan/op.ts';
import type { DrawnChart } from '../book/charts.ts';
import { HostCollection, HostObject, invalidArgument, itemNotFound } from './hostObject.ts';
import { Range } from './range.ts';
import type { Worksheet } from './worksheet.ts';

interface KeptSeries {
  name: string;
  values: Range;
  categories?: Range;
  color?: string;
}

/** A chart as Excel was told to draw it. Univer draws none without its commercial part; book/drawCharts.ts does. */
interface KeptChart {
  readonly id: string;
  readonly type: string;
  readonly series: KeptSeries[];
  title: string;
  legend: boolean;
  position?: readonly [start: Range, end: Range];
}

const TYPES = ['ColumnClustered', 'BarClustered', 'Line'];
const keptBySheet = new WeakMap<object, Map<string, KeptChart[]>>();

const KINDS: Readonly<Record<string, ChartKind>> = { ColumnClustered: 'column', BarClustered: 'bar', Line: 'line' };

export function drawnCharts(book: object): DrawnChart[] {
  const sheets = keptBySheet.get(book) ?? new Map<string, KeptChart[]>();
  return [...sheets].flatMap(([sheetId, charts]) => charts.flatMap(chart => drawn(sheetId, chart)));
}

function drawn(sheetId: string, { id, type, title, legend, series, position }: KeptChart): DrawnChart[] {
  if (!position) return [];
  const [start, end] = position;
  return [
    {
      id: `${sheetId} ${id}`,
      sheetId,
      kind: KINDS[type] ?? 'column',
      title,
      legend,
      categories: series[0]?.categories?.area,
      series: series.map(({ name, values, color }) => ({ name, area: values.area, color })),
      corner: start.area,
      size: { row: end.area.row + end.area.rows - 1, column: end.area.column + end.area.columns - 1 },
    },
  ];
}

export class ChartCollection extends HostCollection<Chart> {
  readonly #worksheet: Worksheet;

  constructor(worksheet: Worksheet) {
    super();
    this.#worksheet = worksheet;
  }

  get Count(): number {
    return this.#kept.length;
  }

  items(): readonly Chart[] {
    return this.#kept.map(kept => new Chart(kept));
  }

  indexer(key: string | number): Chart {
    const kept = this.#kept.find(chart => chart.id === key);
    if (!kept) throw itemNotFound();
    return new Chart(kept);
  }

  Add(type: string, source: unknown, seriesBy?: string): Chart {
    if (
      !TYPES.includes(type) ||
      !(source instanceof Range) ||
      !['Auto', 'Columns', 'Rows', undefined].includes(seriesBy)
    )
      throw invalidArgument();
    source.guard();
    const columns = Array.from({ length: source.area.columns }, (_, index) => ({
      ...source.area,
      column: source.area.column + index,
      columns: 1,
    }));
    const series = columns.map((area, index) => ({
      name: `Series${index + 1}`,
      values: new Range(source.context, source.sheet, area),
    }));
    const kept: KeptChart = { id: `{chart-${this.#kept.length + 1}}`, type, series, title: '', legend: true };
    this.#kept.push(kept);
    return new Chart(kept);
  }

  get #kept(): KeptChart[] {
    const { context, Id } = this.#worksheet;
    const sheets = keptBySheet.get(context.book) ?? new Map<string, KeptChart[]>();
    keptBySheet.set(context.book, sheets);
    const kept = sheets.get(Id) ?? [];
    sheets.set(Id, kept);
    return kept;
  }
}

abstract class ChartPart extends HostObject {
  readonly chart: KeptChart;

  constructor(chart: KeptChart) {
    super();
    this.chart = chart;
  }
}

class Chart extends ChartPart {
  override get hostId(): string {
    return this.chart.id;
  }
  get Id(): string {
    return this.chart.id;
  }
  get ChartType(): string {
    return this.chart.type;
  }
  get Title(): ChartTitle {
    return new ChartTitle(this.chart);
  }
  get Legend(): ChartLegend {
    return new ChartLegend(this.chart);
  }
  get Series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.chart);
  }

  SetPosition(start: unknown, end: unknown): void {
    if (!(start instanceof Range) || !(end instanceof Range)) throw invalidArgument();
    this.chart.position = [start, end];
  }
}

class ChartTitle extends ChartPart {
  get Text(): string {
    return this.chart.title;
  }
  set Text(text: string) {
    this.chart.title = text;
  }
}

class ChartLegend extends ChartPart {
  get Visible(): boolean {
    return this.chart.legend;
  }
  set Visible(visible: boolean) {
    this.chart.legend = visible;
  }
}

class ChartSeriesCollection extends HostCollection<ChartSeries> {
  readonly #chart: KeptChart;

  constructor(chart: KeptChart) {
    super();
    this.#chart = chart;
  }

  get Count(): number {
    return this.#chart.series.length;
  }

  items(): readonly ChartSeries[] {
    return this.#chart.series.map(series => new ChartSeries(series));
  }

  indexer(key: string | number): ChartSeries {
    return this.GetItemAt(Number(key));
  }

  GetItemAt(index: number): ChartSeries {
    const series = this.#chart.series[index];
    if (!series) throw invalidArgument();
    return new ChartSeries(series);
  }

  Add(name: string): ChartSeries {
    const [first] = this.#chart.series;
    if (!first) throw invalidArgument();
    const added: KeptSeries = { name, values: first.values };
    this.#chart.series.push(added);
    return new ChartSeries(added);
  }
}

class SeriesPart extends HostObject {
  readonly series: KeptSeries;

  constructor(series: KeptSeries) {
    super();
    this.series = series;
  }
}

class ChartSeries extends SeriesPart {
  get Name(): string {
    return this.series.name;
  }
  set Name(name: string) {
    this.series.name = name;
  }
  get Format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this.series);
  }

  SetValues(range: unknown): void {
    if (!(range instanceof Range)) throw invalidArgument();
    this.series.values = range;
  }

  SetXAxisValues(range: unknown): void {
    if (!(range instanceof Range)) throw invalidArgument();
    this.series.categories = range;
  }
}

class ChartSeriesFormat extends SeriesPart {
  get Fill(): ChartFill {
    return new ChartFill(this.series);
  }
  get Line(): ChartLineFormat {
    return new ChartLineFormat(this.series);
  }
}

class ChartFill extends SeriesPart {
  SetSolidColor(color: string): void {
    this.series.color = color;
  }
}

class ChartLineFormat extends SeriesPart {
  get Color(): string {
    return this.series.color ?? '';
  }
  set Color(color: string) {
    this.series.color = color;
  }
}
