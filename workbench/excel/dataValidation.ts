import { HostError, HostObject, invalidArgument } from './hostObject.ts';
import type { Range } from './range.ts';

interface Bounds {
  readonly formula1: number | string;
  readonly formula2?: number | string;
  readonly operator: string;
}

interface Rule {
  readonly wholeNumber?: Bounds;
  readonly decimal?: Bounds;
  readonly date?: Bounds;
  readonly list?: { readonly inCellDropDown: boolean; readonly source: string };
  readonly custom?: { readonly formula: string };
}

const KINDS = ['wholeNumber', 'decimal', 'date', 'list', 'custom'];

interface Alert {
  readonly message: string;
  readonly title: string;
  readonly style: string;
  readonly showAlert: boolean;
}

interface Kept {
  rule?: Rule;
  errorAlert?: Alert;
  ignoreBlanks: boolean;
}

/** What may be typed. Excel's rule is kept as it was set; Univer gets the one that acts alike. */
export class DataValidation extends HostObject {
  readonly #range: Range;
  readonly #kept: Kept;

  constructor(range: Range) {
    super();
    this.#range = range;
    const all = range.context.book.facts('validations', () => new Map<string, Kept>());
    const key = `${range.sheet.getSheetId()} ${JSON.stringify(range.area)}`;
    this.#kept = all.get(key) ?? { ignoreBlanks: true };
    all.set(key, this.#kept);
  }

  get Rule(): Rule {
    return this.#kept.rule ?? {};
  }
  set Rule(rule: Rule) {
    this.#range.guard();
    if (Object.keys(rule).length !== 1) throw invalidArgument();
    const { formula1, formula2, operator } = rule.wholeNumber ?? rule.decimal ?? { operator: '' };
    if (operator === 'Between' && Number(formula1) > Number(formula2)) throw invalidArgument();
    if (rule.list && typeof rule.list.source !== 'string')
      throw new HostError('NotImplemented', 'This host takes lists that are typed in.');
    if (!KINDS.some(kind => kind in rule))
      throw new HostError('NotImplemented', `This host has no rules for ${Object.keys(rule).join()}.`);
    // Excel refuses a list that is longer when it is typed in.
    if (rule.list && rule.list.source.length > 255) throw invalidArgument();
    this.#kept.rule = rule;
    this.#show();
  }
  get ErrorAlert(): Alert | null {
    return this.#kept.errorAlert ?? null;
  }
  set ErrorAlert(alert: Alert) {
    if (alert.message.length > 255 || alert.title.length > 32) throw invalidArgument();
    this.#kept.errorAlert = alert;
    this.#show();
  }
  get IgnoreBlanks(): boolean {
    return this.#kept.ignoreBlanks;
  }
  set IgnoreBlanks(ignore: boolean) {
    this.#kept.ignoreBlanks = ignore;
    this.#show();
  }
  get Type(): string {
    const [kind] = Object.keys(this.Rule);
    return kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : 'None';
  }

  Clear(): void {
    this.#range.guard();
    delete this.#kept.rule;
    const { row, column, rows, columns } = this.#range.area;
    this.#range.sheet.getRange(row, column, rows, columns).setDataValidation(null);
  }

  #show(): void {
    const { rule, errorAlert, ignoreBlanks } = this.#kept;
    if (!rule) return;
    const { sheet, area, context } = this.#range;
    const builder = context.book.api.newDataValidation();
    const bounds = rule.wholeNumber ?? rule.decimal;
    if (bounds) requireNumber(builder, bounds, rule.wholeNumber !== undefined);
    else if (rule.list) builder.requireValueInList(rule.list.source.split(','), false, rule.list.inCellDropDown);
    else if (rule.date) builder.requireDateOnOrAfter(new Date(`${rule.date.formula1}T00:00:00Z`));
    else if (rule.custom) builder.requireFormulaSatisfied(rule.custom.formula);
    builder.setAllowBlank(ignoreBlanks).setAllowInvalid(errorAlert?.style !== 'Stop');
    if (errorAlert) builder.setOptions({ error: errorAlert.message, showErrorMessage: errorAlert.showAlert });
    context.book.ensureSize(sheet, area.row + area.rows, area.column + area.columns);
    sheet.getRange(area.row, area.column, area.rows, area.columns).setDataValidation(builder.build());
  }
}

type Builder = ReturnType<Range['context']['book']['api']['newDataValidation']>;

function requireNumber(builder: Builder, { formula1, formula2, operator }: Bounds, whole: boolean): void {
  const first = Number(formula1);
  if (operator === 'Between' && formula2 !== undefined) builder.requireNumberBetween(first, Number(formula2), whole);
  else if (operator === 'GreaterThan') builder.requireNumberGreaterThan(first, whole);
  else if (operator === 'LessThan') builder.requireNumberLessThan(first, whole);
  else if (operator === 'GreaterThanOrEqualTo') builder.requireNumberGreaterThanOrEqualTo(first, whole);
  else if (operator === 'LessThanOrEqualTo') builder.requireNumberLessThanOrEqualTo(first, whole);
  else throw invalidArgument();
}
