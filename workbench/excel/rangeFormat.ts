import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderData,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import { intersection } from './address.ts';
import { HostCollection, HostObject, invalidArgument } from './hostObject.ts';
import type { Range } from './range.ts';
import { usedArea } from './usedArea.ts';

/** Excel counts widths and heights in points, the screen in pixels. */
const PIXELS_PER_POINT = 4 / 3;

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
};
const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

/** Formats of one range, or of several at once. */
abstract class Part extends HostObject {
  readonly ranges: readonly [Range, ...Range[]];

  constructor(ranges: readonly [Range, ...Range[]]) {
    super();
    this.ranges = ranges;
  }

  /** What is read is read of the first. */
  get range(): Range {
    return this.ranges[0];
  }

  protected style(style: IStyleData): void {
    for (const range of this.ranges) {
      range.guard();
      range.context.style(range.sheet, range.area, style);
    }
  }

  protected get first(): IStyleData {
    this.range.context.flush();
    const { row, column } = this.range.area;
    return this.range.sheet.getRange(row, column).getCellStyleData('cell') ?? {};
  }
}

export class RangeFormat extends Part {
  get Fill(): RangeFill {
    return new RangeFill(this.ranges);
  }
  get Font(): RangeFont {
    return new RangeFont(this.ranges);
  }
  get Borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.ranges);
  }
  get HorizontalAlignment(): string {
    return Object.keys(HORIZONTAL).find(name => HORIZONTAL[name] === this.first.ht) ?? 'General';
  }
  set HorizontalAlignment(name: string) {
    this.style({ ht: known(HORIZONTAL, name) });
  }
  get VerticalAlignment(): string {
    return Object.keys(VERTICAL).find(name => VERTICAL[name] === this.first.vt) ?? 'Bottom';
  }
  set VerticalAlignment(name: string) {
    this.style({ vt: known(VERTICAL, name) });
  }
  get WrapText(): boolean {
    return this.first.tb === WrapStrategy.WRAP;
  }
  set WrapText(wrap: boolean) {
    this.style({ tb: wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW });
  }
  get ColumnWidth(): number {
    return this.range.sheet.getColumnWidth(this.range.area.column) / PIXELS_PER_POINT;
  }
  set ColumnWidth(points: number) {
    between(points, 0, WIDEST);
    const { sheet, area, context } = this.range;
    this.range.guard();
    context.book.ensureSize(sheet, 1, area.column + area.columns);
    sheet.setColumnWidths(area.column, area.columns, Math.round(points * PIXELS_PER_POINT));
  }
  get RowHeight(): number {
    return this.range.sheet.getRowHeight(this.range.area.row) / PIXELS_PER_POINT;
  }
  set RowHeight(points: number) {
    between(points, 0, 409.5);
    const { sheet, area, context } = this.range;
    this.range.guard();
    context.book.ensureSize(sheet, area.row + area.rows, 1);
    sheet.setRowHeights(area.row, area.rows, Math.round(points * PIXELS_PER_POINT));
  }

  /** As wide as the longest text in it, counted in characters of the default font; blank columns stay. */
  async AutofitColumns(): Promise<void> {
    for (const range of this.ranges) {
      range.guard();
      range.context.flush();
      await range.context.book.settled();
      const used = usedArea(range.context, range.sheet, true);
      const common = used && intersection(used, range.area);
      for (let index = 0; common && index < common.columns; index++) {
        const column = common.column + index;
        const texts = range.sheet.getRange(common.row, column, common.rows, 1).getDisplayValues().flat();
        const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
        if (longest > 0) range.sheet.setColumnWidths(column, 1, longest * CHARACTER + PADDING);
      }
    }
  }

  /** Rows are as high as their texts anyway. */
  AutofitRows(): void {
    for (const range of this.ranges) range.guard();
  }
}

class RangeFill extends Part {
  get Color(): string {
    return this.first.bg?.rgb ?? '';
  }
  set Color(rgb: string) {
    checkColour(rgb);
    this.style({ bg: { rgb } });
  }
}

class RangeFont extends Part {
  get Color(): string {
    return this.first.cl?.rgb ?? '#000000';
  }
  set Color(rgb: string) {
    checkColour(rgb);
    this.style({ cl: { rgb } });
  }
  get Name(): string {
    return this.first.ff ?? 'Calibri';
  }
  set Name(name: string) {
    this.style({ ff: name });
  }
  get Bold(): boolean {
    return this.first.bl === BooleanNumber.TRUE;
  }
  set Bold(bold: boolean) {
    this.style({ bl: bold ? BooleanNumber.TRUE : BooleanNumber.FALSE });
  }
  get Italic(): boolean {
    return this.first.it === BooleanNumber.TRUE;
  }
  set Italic(italic: boolean) {
    this.style({ it: italic ? BooleanNumber.TRUE : BooleanNumber.FALSE });
  }
  get Size(): number {
    return this.first.fs ?? 11;
  }
  set Size(points: number) {
    between(points, 1, 409);
    this.style({ fs: points });
  }
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;
type Edge = (typeof EDGES)[number];

class RangeBorderCollection extends HostCollection<RangeBorder> {
  readonly #ranges: readonly [Range, ...Range[]];

  constructor(ranges: readonly [Range, ...Range[]]) {
    super();
    this.#ranges = ranges;
  }

  items(): readonly RangeBorder[] {
    return EDGES.map(edge => new RangeBorder(this.#ranges, edge));
  }

  indexer(key: string | number): RangeBorder {
    return this.GetItem(String(key));
  }

  GetItem(name: string): RangeBorder {
    const edge = EDGES.find(known => known === name);
    if (!edge) throw invalidArgument();
    return new RangeBorder(this.#ranges, edge);
  }
}

/** A line appears once it has a style; its colour may be set before or after. */
class RangeBorder extends Part {
  readonly #edge: Edge;
  #color = '#000000';
  #visible = false;

  constructor(ranges: readonly [Range, ...Range[]], edge: Edge) {
    super(ranges);
    this.#edge = edge;
  }

  get Color(): string {
    return this.#color;
  }
  set Color(color: string) {
    checkColour(color);
    this.#color = color;
    this.#visible = true;
    this.#draw();
  }
  get Style(): string {
    return this.#visible ? 'Continuous' : 'None';
  }
  set Style(style: string) {
    if (style !== 'Continuous' && style !== 'None') throw invalidArgument();
    this.#visible = style === 'Continuous';
    this.#draw();
  }

  #draw(): void {
    if (this.#visible) for (const range of this.ranges) this.#drawOn(range);
  }

  #drawOn(range: Range): void {
    const line = { s: BorderStyleTypes.THIN, cl: { rgb: this.#color } };
    const { row, column, rows, columns } = range.area;
    const draw = (border: IBorderData, area: { row: number; column: number; rows: number; columns: number }): void => {
      range.guard();
      if (area.rows > 0 && area.columns > 0) range.context.style(range.sheet, area, { bd: border });
    };
    if (this.#edge === 'EdgeTop') draw({ t: line }, { row, column, rows: 1, columns });
    if (this.#edge === 'EdgeBottom') draw({ b: line }, { row: row + rows - 1, column, rows: 1, columns });
    if (this.#edge === 'EdgeLeft') draw({ l: line }, { row, column, rows, columns: 1 });
    if (this.#edge === 'EdgeRight') draw({ r: line }, { row, column: column + columns - 1, rows, columns: 1 });
    if (this.#edge === 'InsideHorizontal') draw({ b: line }, { row, column, rows: rows - 1, columns });
    if (this.#edge === 'InsideVertical') draw({ r: line }, { row, column, rows, columns: columns - 1 });
  }
}

/** Pixels of a character of the default font, and of the space around a text. */
const CHARACTER = 7;
const PADDING = 5;

/** 255 characters of the default font. */
const WIDEST = 1350;

function between(points: number, least: number, most: number): void {
  if (!(points >= least && points <= most)) throw invalidArgument();
}

/** #RRGGBB or the name of a colour. */
export function checkColour(color: string): void {
  if (!/^(#[0-9a-f]{6}|[a-z]*)$/i.test(color)) throw invalidArgument();
}

function known<T>(names: Readonly<Record<string, T>>, name: string): T {
  const value = names[name];
  if (value === undefined) throw invalidArgument();
  return value;
}

/** Ranges of one sheet that are formatted together. */
export class RangeAreas extends Part {
  get Format(): RangeFormat {
    return new RangeFormat(this.ranges);
  }
  get AreaCount(): number {
    return this.ranges.length;
  }
}
