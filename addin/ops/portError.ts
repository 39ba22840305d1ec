import { PortError, type PortReason } from '../../src/port/port.ts';

/** https://learn.microsoft.com/javascript/api/excel/excel.errorcodes */
const REASONS: Readonly<Record<string, PortReason>> = {
  AccessDenied: 'protected',
  InvalidOperationInCellEditMode: 'editing',
  InvalidSelection: 'selection',
  Timeout: 'unreachable',
  RequestAborted: 'unreachable',
  RequestPayloadSizeLimitExceeded: 'sentTooMuch',
  ResponsePayloadSizeLimitExceeded: 'readTooMuch',
  InactiveWorkbook: 'unreachable',
};

export function portError(reason: unknown): PortError {
  if (reason instanceof PortError) return reason;
  const code = reason instanceof OfficeExtension.Error ? reason.code : String(reason);
  return new PortError(REASONS[code] ?? 'failed', code);
}

/** Excel takes no batch while a cell is being edited: nothing of it was done. */
export function isRefused(reason: unknown): boolean {
  return portError(reason).reason === 'editing';
}
