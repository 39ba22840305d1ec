import type { Area, ChartKind } from '../../src/plan/op.ts';
import type { Book } from '../book/book.ts';
import type { DrawnChart } from '../book/charts.ts';
import { ChartDataLabels, ChartText, type TextLook } from './chartTexts.ts';
import type { ExcelContext } from './context.ts';
import { HostCollection, HostError, HostObject, invalidArgument, itemNotFound } from './hostObject.ts';
import { Range } from './range.ts';
import type { Worksheet } from './worksheet.ts';

/** Cells as plain data. */
interface Cells {
  readonly sheetId: string;
  readonly area: Area;
}

interface KeptSeries {
  /** None of its own: Excel takes what stands above the figures. */
  name?: string;
  values: Cells;
  /** Whether the values were set by themselves, not found in the range that the chart was made of. */
  isSet?: boolean;
  categories?: Cells;
  color?: string;
  readonly labels: TextLook;
}

/** A chart as Excel was told to draw it. Univer draws none without its commercial part; book/drawCharts.ts does. */
interface KeptChart {
  readonly id: string;
  name: string;
  readonly type: string;
  readonly series: KeptSeries[];
  title: string;
  legend: boolean;
  legendPosition: string;
  readonly legendLook: TextLook;
  position?: readonly [start: Area, end: Area];
}

const LEGEND_POSITIONS = ['Top', 'Bottom', 'Right', 'Left', 'Corner', 'Custom'];
const TYPES = ['ColumnClustered', 'BarClustered', 'Line'];

const keptBySheet = (book: Book): Map<string, KeptChart[]> => book.facts('excel charts', () => new Map());

const cellsOf = ({ sheet, area }: Range): Cells => ({ sheetId: sheet.getSheetId(), area });

const KINDS: Readonly<Record<string, ChartKind>> = { ColumnClustered: 'column', BarClustered: 'bar', Line: 'line' };

export function drawnCharts(context: ExcelContext): DrawnChart[] {
  return [...keptBySheet(context.book)].flatMap(([sheetId, charts]) =>
    charts.flatMap(chart => drawn(context, sheetId, chart)),
  );
}

function drawn(
  context: ExcelContext,
  sheetId: string,
  { id, type, title, legend, series, position }: KeptChart,
): DrawnChart[] {
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
      series: series.map((each, index) => ({ ...read(context, each, index), color: each.color })),
      corner: start,
      size: { row: end.row + end.rows - 1, column: end.column + end.columns - 1 },
    },
  ];
}

/** Excel takes the texts that a new chart's first series begins with as the name of the series. */
function read(
  context: ExcelContext,
  { name, values: { sheetId, area }, isSet }: KeptSeries,
  index: number,
): { readonly name: string; readonly area: Area } {
  const sheet = isSet || index > 0 ? null : context.sheetById(sheetId);
  const cells = sheet && new Range(context, sheet, area);
  const texts = (cells?.ValueTypes ?? []).findIndex(([type]) => type !== 'String');
  const [heading = `Series${index + 1}`] = texts > 0 ? (cells?.Values[0] ?? []) : [];
  return {
    name: name ?? String(heading),
    area: texts > 0 ? { ...area, row: area.row + texts, rows: area.rows - texts } : area,
  };
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
    return this.#kept.map(kept => this.#chartOf(kept));
  }

  indexer(key: string | number): Chart {
    return this.GetItem(String(key));
  }

  /** By its id, or its name. */
  GetItem(key: string): Chart {
    const found = this.GetItemOrNullObject(key);
    if (!found) throw itemNotFound();
    return found;
  }

  GetItemOrNullObject(key: string): Chart | null {
    return this.items().find(({ Id, Name }) => Id === key || Name.toLowerCase() === key.toLowerCase()) ?? null;
  }

  GetItemAt(index: number): Chart {
    const found = this.items()[index];
    if (!found) throw itemNotFound();
    return found;
  }

  Add(type: string, source: unknown, seriesBy?: string | null): Chart {
    if (!(source instanceof Range) || !['Auto', 'Columns', 'Rows'].includes(seriesBy ?? 'Auto'))
      throw invalidArgument();
    if (!TYPES.includes(type)) throw new HostError('NotImplemented', `This host draws no charts of type ${type}.`);
    source.guard();
    const columns = Array.from({ length: source.area.columns }, (_, index) => ({
      ...source.area,
      column: source.area.column + index,
      columns: 1,
    }));
    const series = columns.map((area): KeptSeries => ({ values: { ...cellsOf(source), area }, labels: {} }));
    const number = source.context.book.nextNumber('chart');
    const kept: KeptChart = {
      id: `{chart-${number}}`,
      name: `Chart ${number}`,
      type,
      series,
      title: '',
      legend: true,
      legendPosition: 'Right',
      legendLook: {},
    };
    this.#kept.push(kept);
    return this.#chartOf(kept);
  }

  #chartOf(kept: KeptChart): Chart {
    return new Chart(kept, this.#worksheet, () => this.#kept.splice(this.#kept.indexOf(kept), 1));
  }

  get #kept(): KeptChart[] {
    const { context, Id } = this.#worksheet;
    const sheets = keptBySheet(context.book);
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
  readonly #worksheet: Worksheet;
  readonly #remove: () => void;

  constructor(chart: KeptChart, worksheet: Worksheet, remove: () => void) {
    super(chart);
    this.#worksheet = worksheet;
    this.#remove = remove;
  }

  override get hostId(): string {
    return this.chart.id;
  }
  get Id(): string {
    return this.chart.id;
  }
  get Name(): string {
    return this.chart.name;
  }
  set Name(name: string) {
    this.chart.name = name;
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

  /** A cell, or its address on the chart's own sheet; the second one may be left out. */
  SetPosition(start: unknown, end: unknown): void {
    const cell = (given: unknown): Range => (given instanceof Range ? given : this.#worksheet.GetRange(String(given)));
    this.chart.position = [cell(start).area, cell(end ?? start).area];
  }

  Delete(): void {
    this.#remove();
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

class ChartLegend extends ChartText {
  readonly chart: KeptChart;

  constructor(chart: KeptChart) {
    super(chart.legendLook);
    this.chart = chart;
  }

  get Visible(): boolean {
    return this.chart.legend;
  }
  set Visible(visible: boolean) {
    this.chart.legend = visible;
  }
  get Position(): string {
    return this.chart.legendPosition;
  }
  set Position(position: string) {
    if (!LEGEND_POSITIONS.includes(position)) throw invalidArgument();
    this.chart.legendPosition = position;
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
    const added: KeptSeries = { name, values: first.values, isSet: true, labels: {} };
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
    return this.series.name ?? '';
  }
  set Name(name: string) {
    this.series.name = name;
  }
  get DataLabels(): ChartDataLabels {
    return new ChartDataLabels(this.series.labels);
  }
  get Format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this.series);
  }

  SetValues(range: unknown): void {
    if (!(range instanceof Range)) throw invalidArgument();
    this.series.values = cellsOf(range);
    this.series.isSet = true;
  }

  SetXAxisValues(range: unknown): void {
    if (!(range instanceof Range)) throw invalidArgument();
    this.series.categories = cellsOf(range);
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
