import type { FWorksheet } from '@univerjs/sheets/facade';
import type { IConditionFormattingRule } from '@univerjs/sheets-conditional-formatting';
import { checkFormula } from './formulaCheck.ts';
import { HostCollection, HostError, HostObject, invalidArgument, itemNotFound } from './hostObject.ts';
import type { Range } from './range.ts';

interface CellValueRule {
  readonly formula1: string;
  readonly operator: string;
}

/** A rule as Excel knows it, beside the one in Univer that shows it. */
interface Kept {
  readonly id: string;
  readonly type: 'CellValue' | 'Custom';
  readonly sheet: FWorksheet;
  readonly range: Range;
  rule?: CellValueRule | { readonly formula: string };
  fill?: string;
  color?: string;
  univerId?: string;
}

const keptBySheet = new WeakMap<object, Map<string, Kept[]>>();
let count = 0;

function keptOn(range: Range): Kept[] {
  const book = range.context.book;
  const sheets = keptBySheet.get(book) ?? new Map<string, Kept[]>();
  keptBySheet.set(book, sheets);
  const id = range.sheet.getSheetId();
  const kept = sheets.get(id) ?? [];
  sheets.set(id, kept);
  return kept;
}

export class ConditionalFormatCollection extends HostCollection<ConditionalFormat> {
  readonly #range: Range;

  constructor(range: Range) {
    super();
    this.#range = range;
  }

  items(): readonly ConditionalFormat[] {
    const { row, column, rows, columns } = this.#range.area;
    return keptOn(this.#range)
      .filter(({ range: { area } }) => {
        const apart =
          area.row >= row + rows ||
          area.row + area.rows <= row ||
          area.column >= column + columns ||
          area.column + area.columns <= column;
        return !apart;
      })
      .map(kept => new ConditionalFormat(kept));
  }

  indexer(key: string | number): ConditionalFormat {
    return this.GetItem(String(key));
  }

  GetItemAt(index: number): ConditionalFormat {
    const found = this.items()[index];
    if (!found) throw itemNotFound();
    return found;
  }

  GetItem(id: string): ConditionalFormat {
    const kept = keptOn(this.#range).find(rule => rule.id === id);
    if (!kept) throw itemNotFound();
    return new ConditionalFormat(kept);
  }

  Add(type: string): ConditionalFormat {
    this.#range.guard();
    if (type !== 'CellValue' && type !== 'Custom')
      throw new HostError('ApiNotFound', `This host does not play conditional formats of type ${type}.`);
    const kept: Kept = { id: `{${++count}}`, type, sheet: this.#range.sheet, range: this.#range };
    keptOn(this.#range).push(kept);
    return new ConditionalFormat(kept);
  }

  ClearAll(): void {
    this.#range.guard();
    for (const format of this.items()) format.Delete();
  }
}

class ConditionalFormat extends HostObject {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    super();
    this.#kept = kept;
  }

  override get hostId(): string {
    return this.#kept.id;
  }
  get Id(): string {
    return this.#kept.id;
  }
  get Type(): string {
    return this.#kept.type;
  }
  get CellValue(): ConditionalRule {
    if (this.#kept.type !== 'CellValue') throw invalidArgument();
    return new CellValueConditionalFormat(this.#kept);
  }
  get Custom(): ConditionalRule {
    if (this.#kept.type !== 'Custom') throw invalidArgument();
    return new CustomConditionalFormat(this.#kept);
  }

  GetRange(): Range {
    return this.#kept.range;
  }

  Delete(): void {
    if (this.#kept.univerId) this.#kept.sheet.deleteConditionalFormattingRule(this.#kept.univerId);
    const rules = keptOn(this.#kept.range);
    rules.splice(rules.indexOf(this.#kept), 1);
  }
}

abstract class ConditionalRule extends HostObject {
  readonly kept: Kept;

  constructor(kept: Kept) {
    super();
    this.kept = kept;
  }

  get Format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.kept);
  }
}

class CellValueConditionalFormat extends ConditionalRule {
  get Rule(): unknown {
    return this.kept.rule ?? null;
  }
  set Rule(rule: CellValueRule) {
    if (typeof rule?.formula1 !== 'string' || !(rule.operator in OPERATORS)) throw invalidArgument();
    this.kept.rule = { formula1: rule.formula1, operator: rule.operator };
    show(this.kept);
  }
}

class CustomConditionalFormat extends ConditionalRule {
  get Rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.kept);
  }
}

class ConditionalFormatRule extends HostObject {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    super();
    this.#kept = kept;
  }

  get Formula(): string {
    return this.#kept.rule && 'formula' in this.#kept.rule ? this.#kept.rule.formula : '';
  }
  set Formula(formula: string) {
    this.#kept.range.guard();
    checkFormula(formula, this.#kept.range.context.book);
    this.#kept.rule = { formula };
    show(this.#kept);
  }
}

class ConditionalRangeFormat extends ConditionalRule {
  get Fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.kept);
  }
  get Font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.kept);
  }
}

class ConditionalRangeFill extends ConditionalRule {
  get Color(): string {
    return this.kept.fill ?? '';
  }
  set Color(color: string) {
    this.kept.fill = color;
    show(this.kept);
  }
}

class ConditionalRangeFont extends ConditionalRule {
  get Color(): string {
    return this.kept.color ?? '';
  }
  set Color(color: string) {
    this.kept.color = color;
    show(this.kept);
  }
}

type Builder = ReturnType<FWorksheet['newConditionalFormattingRule']>;
type Condition = (builder: Builder, value: number) => ReturnType<Builder['whenNumberEqualTo']>;

const OPERATORS: Readonly<Record<string, Condition>> = {
  EqualTo: (builder, value) => builder.whenNumberEqualTo(value),
  NotEqualTo: (builder, value) => builder.whenNumberNotEqualTo(value),
  GreaterThan: (builder, value) => builder.whenNumberGreaterThan(value),
  GreaterThanOrEqual: (builder, value) => builder.whenNumberGreaterThanOrEqualTo(value),
  LessThan: (builder, value) => builder.whenNumberLessThan(value),
  LessThanOrEqual: (builder, value) => builder.whenNumberLessThanOrEqualTo(value),
};

/** Writes the rule into Univer as soon as it is whole, and again when its colours change. */
function show(kept: Kept): void {
  if (!kept.rule) return;
  const condition = conditionOf(kept.sheet.newConditionalFormattingRule(), kept.rule);
  if (kept.fill) condition.setBackground(kept.fill);
  if (kept.color) condition.setFontColor(kept.color);
  const { row, column, rows, columns } = kept.range.area;
  const rule: IConditionFormattingRule = condition
    .setRanges([kept.sheet.getRange(row, column, rows, columns).getRange()])
    .build();
  if (kept.univerId) kept.sheet.setConditionalFormattingRule(kept.univerId, { ...rule, cfId: kept.univerId });
  else kept.sheet.addConditionalFormattingRule(rule);
  kept.univerId ??= rule.cfId;
}

function conditionOf(builder: Builder, rule: CellValueRule | { readonly formula: string }): ReturnType<Condition> {
  if ('formula' in rule) return builder.whenFormulaSatisfied(rule.formula);
  const text = /^="(.*)"$/.exec(rule.formula1)?.[1]?.replaceAll('""', '"');
  if (text !== undefined) {
    if (rule.operator !== 'EqualTo')
      throw new HostError('NotImplemented', 'This host compares texts for equality only.');
    return builder.whenTextEqualTo(text);
  }
  const value = Number(rule.formula1.replace(/^=/, ''));
  const condition = OPERATORS[rule.operator];
  if (!condition || Number.isNaN(value)) throw invalidArgument();
  return condition(builder, value);
}
