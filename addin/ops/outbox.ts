import type { Op } from '../../src/plan/op.ts';

/** Excel on the web takes 5 MB at a time (`pieces.ts`); what is counted here is what is sent, or a little more. */
const MOST = 4_000_000;
/** What a call on a range takes of a request. */
const CALL = 600;
/** What opens a request, and the names of its objects, are not counted. */
const OPENING = 40_000;

/** Sends what is queued before a request would grow too long. */
export class Outbox {
  private readonly context: Excel.RequestContext;
  private queued = 0;
  private sentBefore = false;

  constructor({ context }: Excel.Workbook) {
    this.context = context;
  }

  /** Whether something was sent before the end: what fails then has begun. */
  get hasSent(): boolean {
    return this.sentBefore;
  }

  /** Called before something of this size is queued. */
  async makeRoom(bytes: number): Promise<void> {
    if (this.queued > 0 && this.queued + bytes > MOST - OPENING) {
      this.sentBefore = true;
      await this.context.sync();
      this.queued = 0;
    }
    this.queued += bytes;
  }
}

const encoder = new TextEncoder();

export function bytesOf(sent: unknown): number {
  return encoder.encode(JSON.stringify(sent)).length + CALL;
}

/** Rows in pieces that each fit a request, and where each begins. */
export function rowsInPieces<Row>(rows: readonly Row[]): { readonly from: number; readonly rows: readonly Row[] }[] {
  const count = Math.max(1, Math.ceil((2 * bytesOf(rows)) / MOST));
  const height = Math.max(1, Math.ceil(rows.length / count));
  return Array.from({ length: Math.ceil(rows.length / height) }, (_, index) => {
    const from = index * height;
    return { from, rows: rows.slice(from, from + height) };
  });
}

/** An op as several that each fit a request: of cells by their rows, of formats by their areas. */
export function opsInPieces(op: Op): Op[] {
  if (op.op === 'values')
    return rowsInPieces(op.values).map(({ from, rows }) => ({ ...op, area: lines(op.area, from, rows), values: rows }));
  if (op.op === 'formulas' && isAlike(op)) return [{ ...op, formulas: op.formulas.slice(0, 1) }];
  if (op.op === 'formulas')
    return rowsInPieces(op.formulas).map(({ from, rows }) => ({
      ...op,
      area: lines(op.area, from, rows),
      formulas: rows,
    }));
  return [op];
}

/** Whether all rows of a column hold one formula, which stays the same when it is filled down: it is sent once. */
function isAlike({ area, formulas }: Extract<Op, { op: 'formulas' }>): boolean {
  if (area.columns !== 1 || formulas.length < 2) return false;
  const [first = ''] = formulas[0] ?? [];
  return !MOVES.test(first.replace(TEXTS, '')) && formulas.every(([formula]) => formula === first);
}

/** Something like A1 or 1:1, whose row follows the cell. */
const MOVES = /(?<![\w.])\$?[A-Z]{1,3}\d|\d:\$?\d/i;
const TEXTS = /"(?:[^"]|"")*"/g;

function lines<A extends { readonly row: number }>(area: A, from: number, { length }: readonly unknown[]) {
  return { ...area, row: area.row + from, rows: length };
}

/** About what an op takes of a request. */
export function weightOf(op: Op): number {
  // Formats go over many areas in one call, with their addresses in place of calls.
  if (op.op === 'style') return bytesOf(op) + 2 * Object.keys(op.style).length * CALL;
  const areas = 'areas' in op ? op.areas.length : 1;
  return bytesOf(op) + areas * (op.op === 'lights' ? 4 * op.lights.length : 4) * CALL;
}
