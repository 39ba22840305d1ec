import { ICommandService } from '@univerjs/core';
import { SetArrayFormulaDataMutation, SetFormulaCalculationResultMutation } from '@univerjs/engine-formula';
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from '@univerjs/engine-render';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Chart, ChartConfiguration } from 'chart.js';
import type { Area } from '../../src/plan/op.ts';
import type { Book } from './book.ts';
import type { DrawnChart } from './charts.ts';
import { spilledCell } from './spilledCell.ts';

/** Univer's own headers of rows and columns, which no chart covers. */
const HEADER = { width: 46, height: 20 };
/** Cells change in many steps; charts are drawn when they are done. */
const QUIET = 200;
const CELL_CHANGES: readonly string[] = [
  SetRangeValuesMutation.id,
  SetFormulaCalculationResultMutation.id,
  SetArrayFormulaDataMutation.id,
];

interface Shown {
  readonly frame: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  chart?: Chart;
  drawn: string;
}

/** Draws the charts of the sheet that is shown, in a layer over it that follows its scrolling. */
export function drawCharts(book: Book, container: HTMLElement): void {
  const layer = document.createElement('div');
  layer.className = 'charts';
  // Not in Univer's own element, whose children it replaces.
  const stage = container.parentElement ?? container;
  stage.append(layer);
  const shown = new Map<string, Shown>();
  let observed: HTMLCanvasElement | undefined;

  const arrange = (): void => {
    const sheet = book.workbook.getActiveSheet();
    const wanted = book.charts.filter(({ sheetId }) => sheetId === sheet.getSheetId());
    const canvas = container.querySelector<HTMLCanvasElement>('canvas[id^="univer-sheet"]');
    if (canvas) followCanvas(layer, stage, canvas);
    if (canvas && canvas !== observed) {
      room.observe(canvas);
      observed = canvas;
    }
    for (const [id, { frame, chart: old }] of shown) {
      if (wanted.some(chart => chart.id === id)) continue;
      old?.destroy();
      frame.remove();
      shown.delete(id);
    }
    for (const drawn of wanted) {
      const there = shown.get(drawn.id) ?? added(layer, drawn);
      shown.set(drawn.id, there);
      followCells(book, sheet, drawn, there.frame);
    }
  };
  const draw = async (): Promise<void> => {
    if (shown.size === 0) return;
    const library = await import('./chartLibrary.ts');
    const sheet = book.workbook.getActiveSheet();
    for (const chart of book.charts) {
      const there = shown.get(chart.id);
      if (!there) continue;
      const configuration = configurationOf(book, chart, sheet);
      const text = JSON.stringify(configuration) + document.documentElement.dataset.theme;
      if (there.drawn === text) continue;
      there.drawn = text;
      there.chart?.destroy();
      setInk(library.Chart);
      there.chart = new library.Chart(there.canvas, configuration);
    }
  };
  let framed = false;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const soon = (cells: boolean): void => {
    if (!framed)
      requestAnimationFrame(() => {
        framed = false;
        arrange();
      });
    framed = true;
    if (!cells && quiet !== undefined) return;
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      quiet = undefined;
      void draw();
    }, QUIET);
  };
  book.univer
    .__getInjector()
    .get(ICommandService)
    .onCommandExecuted(({ id }) => soon(CELL_CHANGES.includes(id)));
  // Univer's canvas follows the room that it has, a little later: as it has been laid out then, charts lie over it.
  const room = new ResizeObserver(() => setTimeout(() => soon(false), QUIET));
  room.observe(container);
}

function added(layer: HTMLElement, { title }: DrawnChart): Shown {
  const frame = document.createElement('figure');
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', title);
  frame.append(canvas);
  layer.append(frame);
  return { frame, canvas, drawn: '' };
}

function followCanvas(layer: HTMLElement, stage: HTMLElement, canvas: HTMLCanvasElement): void {
  const [outer, inner] = [stage.getBoundingClientRect(), canvas.getBoundingClientRect()];
  Object.assign(layer.style, {
    left: `${inner.left - outer.left + HEADER.width}px`,
    top: `${inner.top - outer.top + HEADER.height}px`,
    width: `${inner.width - HEADER.width}px`,
    height: `${inner.height - HEADER.height}px`,
  });
}

function followCells({ univer, workbook }: Book, sheet: FWorksheet, chart: DrawnChart, frame: HTMLElement): void {
  const scene = univer.__getInjector().get(IRenderManagerService).getRenderById(workbook.getId())?.scene;
  const main = scene?.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  const scale = scene?.scaleX ?? 1;
  const { left, top } = sheet.getRange(chart.corner.row, chart.corner.column).getCellRect();
  const end = 'row' in chart.size ? sheet.getRange(chart.size.row, chart.size.column).getCellRect() : undefined;
  const size =
    'width' in chart.size ? chart.size : { width: (end?.right ?? left) - left, height: (end?.bottom ?? top) - top };
  const x = (left - HEADER.width - (main?.viewportScrollX ?? 0)) * scale;
  const y = (top - HEADER.height - (main?.viewportScrollY ?? 0)) * scale;
  Object.assign(frame.style, {
    transform: `translate(${x}px, ${y}px)`,
    width: `${size.width * scale}px`,
    height: `${size.height * scale}px`,
  });
}

type Configuration = ChartConfiguration<'bar' | 'line', (number | null)[], string>;

function configurationOf(
  book: Book,
  { kind, title, legend, categories, series }: DrawnChart,
  sheet: FWorksheet,
): Configuration {
  const range = ({ row, column, rows, columns }: Area) => sheet.getRange(row, column, rows, columns);
  const [first] = series;
  const pattern = first && range({ ...first.area, rows: 1 }).getCellStyleData('cell')?.n?.pattern;
  const tick = (value: number | string): string =>
    typeof value === 'number' && pattern?.includes('%')
      ? `${Math.round(value * 100)}%`
      : Number(value).toLocaleString();
  const axis = { ticks: { callback: tick }, beginAtZero: true };
  return {
    type: kind === 'line' ? 'line' : 'bar',
    data: {
      labels: categories ? range(categories).getDisplayValues().flat() : [],
      datasets: series.map(({ name, area, color = '#0F6C6C' }) => ({
        label: name,
        data: range(area)
          .getRawValues()
          .map(([value], index) =>
            figureOf(value ?? spilledCell(book, sheet.getSheetId(), area.row + index, area.column)?.v),
          ),
        backgroundColor: color,
        borderColor: color,
        borderRadius: kind === 'line' ? 0 : 2,
        maxBarThickness: 36,
        pointRadius: 3,
        borderWidth: kind === 'line' ? 2 : 0,
      })),
    },
    options: {
      indexAxis: kind === 'bar' ? 'y' : 'x',
      responsive: true,
      maintainAspectRatio: false,
      plugins: { title: { display: title !== '', text: title }, legend: { display: legend, position: 'bottom' } },
      scales: kind === 'bar' ? { x: axis } : { y: axis },
    },
  };
}

function figureOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** The page's own ink, light or dark. */
function setInk({ defaults }: typeof Chart): void {
  const dark = document.documentElement.dataset.theme === 'dark';
  Object.assign(defaults, { color: dark ? '#d5dada' : '#3c4646', borderColor: dark ? '#3f4646' : '#e4e9e9' });
}
