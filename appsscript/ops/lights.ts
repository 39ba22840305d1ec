import type { Condition } from '../../src/plan/op.ts';
import { a1 } from './a1.ts';
import type { Draft } from './draft.ts';

type RuleBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

export function lightRules(
  lights: Draft['lights'],
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

function when(condition: Condition, rule: RuleBuilder): RuleBuilder {
  switch (condition.when) {
    case 'textIs':
      return rule.whenTextEqualTo(condition.value);
    case 'numberIs':
      return rule.whenNumberEqualTo(condition.value);
    case 'less':
      return rule.whenNumberLessThan(condition.value);
    case 'greater':
      return rule.whenNumberGreaterThan(condition.value);
  }
}
