import type { Dialect } from '../plan/dialect.ts';
import type { Op, Receipt, TakenNames } from '../plan/op.ts';

/** The selected range, as the host writes it in a formula on the active sheet, and its size. */
export interface Selection {
  readonly address: string;
  readonly rows: number;
  readonly columns: number;
}

/**
 * What the pane needs of a host. Every promise is rejected with a PortError, whose sentence can be shown to the
 * user; nothing is half-done then.
 */
export interface PanelPort {
  /** How this host writes formulas. */
  readonly dialect: Dialect;
  /** The host's display language, a tag such as "zh-CN". */
  readonly language: string;
  /** The names in use in the workbook. One round trip. */
  takenNames(): Promise<TakenNames>;
  /** Does all the ops or none, in one round trip. */
  apply(ops: readonly Op[]): Promise<Receipt>;
  /** Takes out what `apply` put in. */
  undo(receipt: Receipt): Promise<void>;
  selection(): Promise<Selection>;
  /** Writes a formula into the active cell if that cell is blank, and answers with its address. */
  insertFormula(formula: string): Promise<string>;
}

/** Why the host would not; `code` is the host's own word for it, for support. */
export class PortError extends Error {
  readonly reason: PortReason;
  readonly code: string;

  constructor(reason: PortReason, code: string) {
    super(`${reason}: ${code}`);
    this.reason = reason;
    this.code = code;
  }
}

/**
 * - protected: the workbook or sheet is protected
 * - editing: the user is still typing in a cell
 * - occupied: the cell holds something already
 * - permission: the host did not let this account through (several accounts signed in)
 * - unreachable: no answer
 * - failed: anything else
 */
export type PortReason = 'protected' | 'editing' | 'occupied' | 'permission' | 'unreachable' | 'failed';
