import type { Condition } from '../../src/plan/op.ts';
import { a1 } from './a1.ts';
import type { SheetLayers } from './layers.ts';

type RuleBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

export function lightRules(
  lights: SheetLayers['lights'],
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
  const known = new Map<string, GoogleAppsScript.Spreadsheet.Range[]>();
  return lights.map(({ areas, light }) => {
    const addresses = areas.map(a1);
    const key = addresses.join();
    const ranges = known.get(key) ?? sheet.getRangeList(addresses).getRanges();
    known.set(key, ranges);
    return when(light.condition, SpreadsheetApp.newConditionalFormatRule())
      .setBackground(light.fill)
      .setFontColor(light.color)
      .setRanges(ranges)
      .build();
  });
}

/**
 * Formulas of rules are written as the spreadsheet's locale has it; numbers are not. Both borders count as between:
 * what is `below` is taken by the rule before, since lists go from the highest down and the first rule holds.
 */
function when(condition: Condition, rule: RuleBuilder): RuleBuilder {
  if (condition.when === 'textIs') return rule.whenTextEqualTo(condition.value);
  return rule.whenNumberBetween(condition.from, condition.below);
}
