import { isLanguage, piecesOf } from '../../kernel/text.ts';
import type { ChangeSet } from './changeSet.ts';

/** The kinds of change, to tell a set that was read back from something else. */
const KINDS = new Set(['cells', 'append', 'remove', 'sheet', 'removeSheet', 'repoint', 'mark', 'protect']);

/** A change set as texts that each fit into a cell or a property: the undo outlives the pane. */
export function packed(set: ChangeSet, longest: number): string[] {
  return piecesOf(JSON.stringify(set), longest);
}

/** Reads it back; undefined where the texts are not whole or were changed. */
export function unpacked(parts: readonly string[]): ChangeSet | undefined {
  let read: unknown;
  try {
    read = JSON.parse(parts.join(''));
  } catch {
    return undefined;
  }
  return isChangeSet(read) ? read : undefined;
}

export function isChangeSet(read: unknown): read is ChangeSet {
  if (!isRecord(read) || typeof read.id !== 'string' || !isRecord(read.title) || !Array.isArray(read.changes))
    return false;
  return read.changes.every(isChange);
}

function isChange(change: unknown): boolean {
  if (!isRecord(change) || typeof change.kind !== 'string' || !KINDS.has(change.kind)) return false;
  switch (change.kind) {
    case 'cells':
      return typeof change.name === 'string' && areTexts(change.keys) && areCells(change.cells);
    case 'append':
    case 'remove':
      return areTexts(change.columns) && Array.isArray(change.rows) && change.rows.every(areValues);
    case 'sheet':
    case 'removeSheet':
      return (
        [change.mark, change.template, change.prefix, change.suffix].every(text => typeof text === 'string') &&
        isLanguage(change.language) &&
        isRecord(change.values) &&
        isRecord(change.strip)
      );
    case 'repoint':
      return typeof change.from === 'string' && typeof change.to === 'string' && areTexts(change.leave);
    default:
      return typeof change.prefix === 'string';
  }
}

function areCells(cells: unknown): boolean {
  return (
    Array.isArray(cells) &&
    cells.every(
      cell =>
        isRecord(cell) &&
        typeof cell.row === 'number' &&
        areValues(cell.key) &&
        isValue(cell.before) &&
        isValue(cell.after),
    )
  );
}

function areTexts(list: unknown): boolean {
  return Array.isArray(list) && list.every(item => typeof item === 'string');
}

function areValues(list: unknown): boolean {
  return Array.isArray(list) && list.every(isValue);
}

function isValue(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
