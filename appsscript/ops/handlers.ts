import type { Area, Handlers, Op, Style } from '../../src/plan/op.ts';
import { type Draft, fewestRuns, runsOf } from './draft.ts';

/** Lays the ops over one another; nothing is written yet. */
export function draw(ops: readonly Op[], draft: Draft): void {
  for (const op of ops) handle(op, draft);
}

function handle<Name extends Op['op']>(op: Extract<Op, { op: Name }>, draft: Draft): void {
  const handler: Handlers<Draft>[Name] = handlers[op.op as Name];
  handler(op, draft);
}

const handlers: Handlers<Draft> = {
  addSheet: (op, draft) => draft.open(op),
  values: ({ area, values }, draft) => draft.put(area, values),
  formulas: ({ area, formulas }, draft) => draft.put(area, formulas, false),
  spill: ({ area, formula }, draft) => draft.put({ ...area, rows: 1, columns: 1 }, [[formula]], false),
  numberFormat: ({ areas, format }, draft) => draft.paint('numberFormats', areas, format),
  style: ({ areas, style }, draft) => paintStyle(areas, style, draft),
  widths: ({ column, widths }, draft) => {
    for (const run of fewestRuns(column, widths)) draft.widths.push(run);
  },
  heights: ({ row, heights }, draft) => {
    for (const run of runsOf(row, heights)) draft.heights.push(run);
  },
  validate: (op, draft) => draft.validations.push(op),
  lights: ({ areas, lights }, draft) => {
    for (const light of lights) draft.lights.push({ areas, light });
  },
  // A formula draws them.
  bars: () => undefined,
  // Apps Script cannot make tables; the dialect for Sheets names no table either.
  table: () => undefined,
  chart: (op, draft) => draft.charts.push(op),
  name: (op, draft) => draft.names.push(op),
  note: ({ row, column, text }, draft) => draft.paint('notes', [{ row, column, rows: 1, columns: 1 }], text),
  freeze: (op, draft) => {
    draft.frozen = op;
  },
  // Apps Script has no page set-up; Sheets asks for it when printing.
  print: () => undefined,
  mark: (op, draft) => draft.marks.push(op),
  activate: (op, draft) => {
    draft.active = op;
  },
};

function paintStyle(areas: readonly Area[], style: Style, draft: Draft): void {
  const { fill, color, bold, italic, size, horizontal, vertical, wrap, line } = style;
  if (fill !== undefined) draft.paint('backgrounds', areas, fill);
  if (color !== undefined) draft.paint('fontColors', areas, color);
  if (bold !== undefined) draft.paint('fontWeights', areas, bold ? 'bold' : 'normal');
  if (italic !== undefined) draft.paint('fontStyles', areas, italic ? 'italic' : 'normal');
  if (size !== undefined) draft.paint('fontSizes', areas, size);
  if (horizontal !== undefined) draft.paint('horizontalAlignments', areas, horizontal);
  if (vertical !== undefined) draft.paint('verticalAlignments', areas, vertical);
  if (wrap !== undefined) draft.paint('wraps', areas, wrap);
  if (line !== undefined) draft.line(line, areas);
}
