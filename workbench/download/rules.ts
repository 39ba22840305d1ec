import type { IRange } from '@univerjs/core';
import type { ConditionalRule, DataValidation } from 'hucre';
import { barRule } from '../../export/fileBars.ts';
import { rgb, solid } from '../../export/sheetWriter.ts';
import { address } from '../../src/plan/address.ts';
import { hex } from './styles.ts';

/** As much of Univer's conditional formats as the hosts make. */
export interface LightRule {
  readonly rule: {
    readonly type: string;
    readonly subType?: string;
    readonly operator?: string;
    readonly value?: unknown;
    readonly config?: {
      readonly max?: { readonly value?: unknown };
      readonly positiveColor?: string;
    };
    readonly style?: { readonly bg?: { readonly rgb?: string | null }; readonly cl?: { readonly rgb?: string | null } };
  };
  readonly ranges: readonly IRange[];
}

export interface InputRule {
  readonly type: string;
  readonly operator?: string;
  readonly formula1?: string;
  readonly formula2?: string;
  readonly error?: string;
  readonly ranges: readonly IRange[];
}

export function addressOf({ startRow, endRow, startColumn, endColumn }: IRange): string {
  return address({
    row: startRow,
    column: startColumn,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  });
}

const SIGNS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

/** None for a rule of a kind that no host of ours makes. */
export function conditionalRules(rules: readonly LightRule[]): ConditionalRule[] {
  return rules.flatMap(({ rule, ranges }, index) =>
    ranges.flatMap((range): ConditionalRule[] => {
      const longest = rule.config?.max?.value;
      if (rule.type === 'dataBar' && typeof longest === 'number')
        return [barRule(addressOf(range), longest, rule.config?.positiveColor ?? '#000000', index + 1)];
      const formula = formulaOf(rule, addressOf({ ...range, endRow: range.startRow, endColumn: range.startColumn }));
      const [fill, color] = [hex(rule.style?.bg?.rgb), hex(rule.style?.cl?.rgb)];
      if (formula === undefined) return [];
      const style = { ...(fill && { fill: solid(fill) }), ...(color && { font: { color: rgb(color) } }) };
      return [{ type: 'expression', priority: index + 1, range: addressOf(range), formula, style }];
    }),
  );
}

function formulaOf({ type, subType, operator = '', value }: LightRule['rule'], first: string): string | undefined {
  if (type !== 'highlightCell') return undefined;
  if (subType === 'formula') return String(value).replace(/^=/, '');
  const sign = SIGNS[operator];
  if (sign === undefined) return undefined;
  if (subType === 'text') return `${first}${sign}"${String(value).replaceAll('"', '""')}"`;
  // A blank is less than 1 and a text greater than any number, so a number is looked for first.
  return subType === 'number' ? `AND(ISNUMBER(${first}),${first}${sign}${value})` : undefined;
}

const KINDS = ['list', 'whole', 'decimal', 'date', 'custom'] as const;
const OPERATORS = [
  'between',
  'notBetween',
  'equal',
  'notEqual',
  'greaterThan',
  'lessThan',
  'greaterThanOrEqual',
  'lessThanOrEqual',
] as const;

export function validations(rules: readonly InputRule[]): DataValidation[] {
  return rules.flatMap(({ type, operator, formula1, formula2, error, ranges }) => {
    const kind = KINDS.find(known => known === type);
    const comparison = OPERATORS.find(known => known === operator);
    if (!kind) return [];
    const rule =
      kind === 'list'
        ? { values: (formula1 ?? '').split(',') }
        : {
            ...(comparison && { operator: comparison }),
            ...(formula1 !== undefined && { formula1: bound(formula1, kind) }),
            ...(formula2 !== undefined && { formula2: bound(formula2, kind) }),
          };
    return ranges.map(range => ({
      type: kind,
      ...rule,
      range: addressOf(range),
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop' as const,
      ...(error && { errorMessage: error }),
    }));
  });
}

/** A file has days as numbers, and no equals sign before a formula. */
function bound(text: string, kind: (typeof KINDS)[number]): string {
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}/.test(text))
    return String(Date.parse(text.slice(0, 10)) / 86_400_000 + 25569);
  return text.replace(/^=/, '');
}
