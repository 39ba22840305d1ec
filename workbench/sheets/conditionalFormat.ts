import type { FWorksheet } from '@univerjs/sheets/facade';
import type { FConditionalFormattingBuilder } from '@univerjs/sheets-conditional-formatting/facade';
import { univerRange } from './address.ts';
import type { SheetState } from './sheetState.ts';
import { strict } from './strict.ts';

type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Highlight = ReturnType<FConditionalFormattingBuilder['setBackground']>;

const rules = new WeakMap<object, (sheet: FWorksheet) => void>();

export function newConditionalFormatRule(state: SheetState): Builder {
  let when: ((univer: FConditionalFormattingBuilder) => Highlight) | undefined;
  let fill: string | undefined;
  let color: string | undefined;
  let ranges: readonly GoogleAppsScript.Spreadsheet.Range[] = [];
  const on = (condition: NonNullable<typeof when>): Builder => {
    when = condition;
    return builder;
  };
  const builder: Builder = strict<Builder>('ConditionalFormatRuleBuilder', state.ledger, {
    whenTextEqualTo: (text: string) => on(univer => univer.whenTextEqualTo(text)),
    whenNumberBetween: (from: number, to: number) => {
      if (!(from <= to)) throw new Error('The start number must not be greater than the end number.');
      return on(univer => univer.whenNumberBetween(from, to));
    },
    setBackground: (background: string | null) => {
      fill = background ?? undefined;
      return builder;
    },
    setFontColor: (fontColor: string | null) => {
      color = fontColor ?? undefined;
      return builder;
    },
    setRanges: (given: GoogleAppsScript.Spreadsheet.Range[]) => {
      ranges = given;
      return builder;
    },
    build: () => {
      const condition = when;
      if (!condition) throw new Error('A conditional format rule needs a condition');
      if (ranges.length === 0) throw new Error('A conditional format rule needs ranges');
      const places = ranges.map(range => state.placeOf(range));
      const rule = strict<Rule>('ConditionalFormatRule', state.ledger, {});
      rules.set(rule, sheet => {
        if (places.some(place => place.sheet.getSheetId() !== sheet.getSheetId())) {
          throw new Error('A conditional format rule is of another sheet');
        }
        const highlight = condition(sheet.newConditionalFormattingRule()).setRanges(
          places.map(({ area }) => univerRange(area)),
        );
        if (fill !== undefined) highlight.setBackground(fill);
        if (color !== undefined) highlight.setFontColor(color);
        sheet.addConditionalFormattingRule(highlight.build());
      });
      return rule;
    },
  });
  return builder;
}

export function setConditionalFormatRules(sheet: FWorksheet, given: readonly Rule[]): void {
  sheet.clearConditionalFormatRules();
  // The first rule that holds wins; Univer puts a new rule before the others.
  for (const rule of [...given].reverse()) {
    const add = rules.get(rule);
    if (!add) throw new TypeError('setConditionalFormatRules: a ConditionalFormatRule was expected');
    add(sheet);
  }
}
