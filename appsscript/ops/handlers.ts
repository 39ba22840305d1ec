import type { Area, Handlers, Op, Style } from '../../src/plan/op.ts';
import { fewestRuns, runsOf, type SheetLayers } from './layers.ts';

/** Lays the ops over one another; nothing is written yet. */
export function draw(ops: readonly Op[], layers: SheetLayers): void {
  for (const op of ops) handle(op, layers);
}

function handle<Name extends Op['op']>(op: Extract<Op, { op: Name }>, layers: SheetLayers): void {
  const handler: Handlers<SheetLayers>[Name] = handlers[op.op as Name];
  handler(op, layers);
}

const handlers: Handlers<SheetLayers> = {
  addSheet: (op, layers) => layers.open(op),
  values: ({ area, values }, layers) => layers.put(area, values),
  formulas: ({ area, formulas }, layers) => layers.put(area, formulas, false),
  spill: ({ area, formula }, layers) => layers.put({ ...area, rows: 1, columns: 1 }, [[formula]], false),
  numberFormat: ({ areas, format }, layers) => layers.paint('numberFormats', areas, format),
  style: ({ areas, style }, layers) => paintStyle(areas, style, layers),
  widths: ({ column, widths }, layers) => {
    for (const run of fewestRuns(column, widths)) layers.widths.push(run);
  },
  heights: ({ row, heights }, layers) => {
    for (const run of runsOf(row, heights)) layers.heights.push(run);
  },
  validate: (op, layers) => layers.validations.push(op),
  lights: ({ areas, lights }, layers) => {
    for (const light of lights) layers.lights.push({ areas, light });
  },
  // A formula draws them.
  bars: () => undefined,
  // Apps Script cannot make tables; the dialect for Sheets names no table either.
  table: () => undefined,
  chart: (op, layers) => layers.charts.push(op),
  name: (op, layers) => layers.names.push(op),
  note: ({ row, column, text }, layers) => layers.paint('notes', [{ row, column, rows: 1, columns: 1 }], text),
  freeze: (op, layers) => {
    layers.frozen = op;
  },
  // Apps Script has no page set-up; Sheets asks for it when printing.
  print: () => undefined,
  mark: (op, layers) => layers.marks.push(op),
  activate: (op, layers) => {
    layers.active = op;
  },
};

function paintStyle(areas: readonly Area[], style: Style, layers: SheetLayers): void {
  const { fill, color, bold, italic, size, horizontal, vertical, wrap, line } = style;
  if (fill !== undefined) layers.paint('backgrounds', areas, fill);
  if (color !== undefined) layers.paint('fontColors', areas, color);
  if (bold !== undefined) layers.paint('fontWeights', areas, bold ? 'bold' : 'normal');
  if (italic !== undefined) layers.paint('fontStyles', areas, italic ? 'italic' : 'normal');
  if (size !== undefined) layers.paint('fontSizes', areas, size);
  if (horizontal !== undefined) layers.paint('horizontalAlignments', areas, horizontal);
  if (vertical !== undefined) layers.paint('verticalAlignments', areas, vertical);
  if (wrap !== undefined) layers.paint('wraps', areas, wrap);
  if (line !== undefined) layers.line(line, areas);
}
