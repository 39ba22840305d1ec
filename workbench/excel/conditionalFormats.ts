import type { FWorksheet } from '@univerjs/sheets/facade';
import { CFValueType, type IConditionFormattingRule } from '@univerjs/sheets-conditional-formatting';
import type { Area } from '../../src/plan/op.ts';
import { checkFormula } from './formulaCheck.ts';
import { HostCollection, HostError, HostObject, invalidArgument, itemNotFound } from './hostObject.ts';
import { Range } from './range.ts';

interface CellValueRule {
  readonly formula1: string;
  readonly operator: string;
}

/** Where bars begin and end, and how they look. */
export interface Bar {
  readonly lower: BarBound;
  readonly upper: BarBound;
  readonly color: string;
  readonly gradient: boolean;
  readonly barOnly: boolean;
}

export interface BarBound {
  readonly type: string;
  readonly formula?: string;
}

const TYPES = ['CellValue', 'Custom', 'DataBar'] as const;

/** What Excel gives a new rule. */
const NEW_BAR: Bar = {
  lower: { type: 'Automatic' },
  upper: { type: 'Automatic' },
  color: '#638EC6',
  gradient: true,
  barOnly: false,
};

/** A rule as Excel knows it, beside the one in Univer that shows it. */
interface Kept {
  readonly id: string;
  readonly type: (typeof TYPES)[number];
  readonly area: Area;
  rule?: CellValueRule | { readonly formula: string };
  bar?: Bar;
  fill?: string;
  color?: string;
  univerId?: string;
}

function keptOn(range: Range): Kept[] {
  const sheets = range.context.book.facts('conditional formats', () => new Map<string, Kept[]>());
  const id = range.sheet.getSheetId();
  const kept = sheets.get(id) ?? [];
  sheets.set(id, kept);
  return kept;
}

/** A rule and the cells that it holds for. */
interface Placed {
  readonly kept: Kept;
  readonly range: Range;
}

function placed(kept: Kept, { context, sheet }: Range): Placed {
  return { kept, range: new Range(context, sheet, kept.area) };
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
      .filter(({ area }) => {
        const apart =
          area.row >= row + rows ||
          area.row + area.rows <= row ||
          area.column >= column + columns ||
          area.column + area.columns <= column;
        return !apart;
      })
      .map(kept => new ConditionalFormat(placed(kept, this.#range)));
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
    return new ConditionalFormat(placed(kept, this.#range));
  }

  Add(type: string): ConditionalFormat {
    this.#range.guard();
    const known = TYPES.find(name => name === type);
    if (!known) throw new HostError('ApiNotFound', `This host does not play conditional formats of type ${type}.`);
    const number = this.#range.context.book.nextNumber('conditional format');
    const kept: Kept = { id: `{${number}}`, type: known, area: this.#range.area };
    keptOn(this.#range).push(kept);
    if (known === 'DataBar') setBar({ kept, range: this.#range }, NEW_BAR);
    return new ConditionalFormat({ kept, range: this.#range });
  }

  ClearAll(): void {
    this.#range.guard();
    for (const format of this.items()) format.Delete();
  }
}

class ConditionalFormat extends HostObject {
  readonly #placed: Placed;

  constructor(placed: Placed) {
    super();
    this.#placed = placed;
  }

  override get hostId(): string {
    return this.#placed.kept.id;
  }
  get Id(): string {
    return this.#placed.kept.id;
  }
  get Type(): string {
    return this.#placed.kept.type;
  }
  get CellValue(): ConditionalRule {
    if (this.#placed.kept.type !== 'CellValue') throw invalidArgument();
    return new CellValueConditionalFormat(this.#placed);
  }
  get Custom(): ConditionalRule {
    if (this.#placed.kept.type !== 'Custom') throw invalidArgument();
    return new CustomConditionalFormat(this.#placed);
  }

  get DataBar(): DataBarConditionalFormat {
    if (this.#placed.kept.type !== 'DataBar') throw invalidArgument();
    return new DataBarConditionalFormat(this.#placed);
  }

  GetRange(): Range {
    return this.#placed.range;
  }

  Delete(): void {
    if (this.#placed.kept.univerId)
      this.#placed.range.sheet.deleteConditionalFormattingRule(this.#placed.kept.univerId);
    const rules = keptOn(this.#placed.range);
    rules.splice(rules.indexOf(this.#placed.kept), 1);
  }
}

abstract class ConditionalRule extends HostObject {
  readonly placed: Placed;

  constructor(placed: Placed) {
    super();
    this.placed = placed;
  }

  get Format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.placed);
  }
}

class CellValueConditionalFormat extends ConditionalRule {
  get Rule(): unknown {
    return this.placed.kept.rule ?? null;
  }
  set Rule(rule: CellValueRule) {
    if (typeof rule?.formula1 !== 'string' || !(rule.operator in OPERATORS)) throw invalidArgument();
    this.placed.kept.rule = { formula1: rule.formula1, operator: rule.operator };
    show(this.placed);
  }
}

class CustomConditionalFormat extends ConditionalRule {
  get Rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.placed);
  }
}

class ConditionalFormatRule extends HostObject {
  readonly #placed: Placed;

  constructor(placed: Placed) {
    super();
    this.#placed = placed;
  }

  get Formula(): string {
    return this.#placed.kept.rule && 'formula' in this.#placed.kept.rule ? this.#placed.kept.rule.formula : '';
  }
  set Formula(formula: string) {
    this.#placed.range.guard();
    checkFormula(formula, this.#placed.range.context.book);
    this.#placed.kept.rule = { formula };
    show(this.#placed);
  }
}

class DataBarConditionalFormat extends HostObject {
  readonly placed: Placed;

  constructor(placed: Placed) {
    super();
    this.placed = placed;
  }

  get LowerBoundRule(): BarBound {
    return barOf(this.placed).lower;
  }
  set LowerBoundRule(lower: BarBound) {
    setBar(this.placed, { lower: checkedBound(lower) });
  }
  get UpperBoundRule(): BarBound {
    return barOf(this.placed).upper;
  }
  set UpperBoundRule(upper: BarBound) {
    setBar(this.placed, { upper: checkedBound(upper) });
  }
  get ShowDataBarOnly(): boolean {
    return barOf(this.placed).barOnly;
  }
  set ShowDataBarOnly(barOnly: boolean) {
    setBar(this.placed, { barOnly });
  }
  get PositiveFormat(): ConditionalDataBarPositiveFormat {
    return new ConditionalDataBarPositiveFormat(this.placed);
  }
}

class ConditionalDataBarPositiveFormat extends HostObject {
  readonly #placed: Placed;

  constructor(placed: Placed) {
    super();
    this.#placed = placed;
  }

  get FillColor(): string {
    return barOf(this.#placed).color;
  }
  set FillColor(color: string) {
    setBar(this.#placed, { color });
  }
  get GradientFill(): boolean {
    return barOf(this.#placed).gradient;
  }
  set GradientFill(gradient: boolean) {
    setBar(this.#placed, { gradient });
  }
}

function barOf({ kept }: Placed): Bar {
  return kept.bar ?? NEW_BAR;
}

function setBar(placed: Placed, change: Partial<Bar>): void {
  placed.range.guard();
  placed.kept.bar = { ...barOf(placed), ...change };
  show(placed);
}

/** How Univer calls the kinds of bounds; the least and the greatest of the cells need no formula. */
const BOUNDS: Readonly<Record<string, CFValueType>> = {
  Automatic: CFValueType.min,
  LowestValue: CFValueType.min,
  HighestValue: CFValueType.max,
  Number: CFValueType.num,
  Percent: CFValueType.percent,
};

function checkedBound({ type, formula }: BarBound): BarBound {
  const needsNumber = type === 'Number' || type === 'Percent';
  const isNumber = formula !== undefined && formula.trim() !== '' && Number.isFinite(Number(formula.replace(/^=/, '')));
  if (!(type in BOUNDS) || (needsNumber && !isNumber)) throw invalidArgument();
  return { type, ...(formula !== undefined && { formula }) };
}

function univerBound({ type, formula }: BarBound, side: 'min' | 'max') {
  const kind = type === 'Automatic' ? CFValueType[side] : (BOUNDS[type] ?? CFValueType[side]);
  return { type: kind, ...(formula !== undefined && { value: Number(formula.replace(/^=/, '')) }) };
}

class ConditionalRangeFormat extends ConditionalRule {
  get Fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.placed);
  }
  get Font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.placed);
  }
}

class ConditionalRangeFill extends ConditionalRule {
  get Color(): string {
    return this.placed.kept.fill ?? '';
  }
  set Color(color: string) {
    this.placed.kept.fill = color;
    show(this.placed);
  }
}

class ConditionalRangeFont extends ConditionalRule {
  get Color(): string {
    return this.placed.kept.color ?? '';
  }
  set Color(color: string) {
    this.placed.kept.color = color;
    show(this.placed);
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
function show({ kept, range: { sheet, area } }: Placed): void {
  const builder = builderOf(kept, sheet);
  if (!builder) return;
  const { row, column, rows, columns } = area;
  const rule: IConditionFormattingRule = builder
    .setRanges([sheet.getRange(row, column, rows, columns).getRange()])
    .build();
  if (kept.univerId) sheet.setConditionalFormattingRule(kept.univerId, { ...rule, cfId: kept.univerId });
  else sheet.addConditionalFormattingRule(rule);
  kept.univerId ??= rule.cfId;
}

function builderOf({ bar, rule, fill, color }: Kept, sheet: FWorksheet) {
  const builder = sheet.newConditionalFormattingRule();
  if (bar) {
    return builder.setDataBar({
      min: univerBound(bar.lower, 'min'),
      max: univerBound(bar.upper, 'max'),
      positiveColor: bar.color,
      nativeColor: bar.color,
      isGradient: bar.gradient,
      isShowValue: !bar.barOnly,
    });
  }
  if (!rule) return undefined;
  const condition = conditionOf(builder, rule);
  if (fill) condition.setBackground(fill);
  if (color) condition.setFontColor(color);
  return condition;
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
