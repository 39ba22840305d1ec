import { say, type Text } from '../../kernel/text.ts';
import { builtin, columnNamed, type Expression, reference, value } from '../../plan/expression.ts';
import { toggleField } from '../../plan/field.ts';
import { f } from '../../plan/formulaText.ts';
import { asWritten, exactly, sumIf, textsIn, unlessText, unlessTexts, unlessZero } from './expressions.ts';
import type { Waiting } from './lights.ts';

/** What reads the tracker can be typed in instead. */
export const fromTrackerField = toggleField({
  label: say('Read sales from the tracker', '销售数据取自目标跟踪'),
  hint: say('Needs a monthly target tracker in this workbook.', '需要本工作簿中已有月度目标跟踪表。'),
  initial: true,
});

/** A name by which a workbook is known to have a tracker. */
export const TRACKER_COLUMN = 'Tracker_Actual';

/** On where the workbook has a tracker. */
export const fromTrackerWhereThere = toggleField({
  label: fromTrackerField.label,
  hint: say(
    'On where the workbook has a monthly target tracker: one truth for what people sold.',
    '工作簿中有月度目标跟踪表时默认开启：业绩数据只有一个来源。',
  ),
  initial: ({ names = [] }) => names.some(name => name.toLowerCase() === TRACKER_COLUMN.toLowerCase()),
});

export const TRACKER = {
  person: columnNamed('Tracker_Person'),
  region: columnNamed('Tracker_Region'),
  product: columnNamed('Tracker_Product'),
  target: columnNamed('Tracker_Target'),
  actual: columnNamed(TRACKER_COLUMN),
  gap: columnNamed('Tracker_Gap'),
  light: columnNamed('Tracker_Light'),
  note: columnNamed('Tracker_Note'),
  asOf: reference('Tracker_AsOf'),
  totalTarget: reference('Tracker_TotalTarget'),
  totalActual: reference('Tracker_TotalActual'),
  totalAchievement: reference('Tracker_TotalAchievement'),
  totalGap: reference('Tracker_TotalGap'),
  amberFrom: reference('Tracker_AmberFrom'),
  greenAbove: reference('Tracker_GreenAbove'),
  green: reference('Tracker_Green'),
} as const;

/** A criterion that every number meets and no text or blank does. */
export const ANY_NUMBER = value('>-999999999999999');

/** Sums over the tracker's rows that have a name in one of its columns. */
export function targetOf(names: Expression, name: Expression): Expression {
  return sumIf(names, exactly(name), TRACKER.target);
}

/** Blank as long as no actual is filled in for the name. */
export function actualOf(names: Expression, name: Expression): Expression {
  const named = exactly(name);
  const filled = f`COUNTIFS(${names},${named},${TRACKER.actual},${ANY_NUMBER})`;
  const sum = unlessZero(filled, f`SUMIF(${names},${named},${TRACKER.actual})`);
  return unlessText(textsIn(TRACKER.actual, names, named), sum);
}

/** A light of several rows waits until each that has a target has an actual: who has none yet turns nobody red. */
export function waitingFor(names: Expression, name: Expression): Waiting {
  const aimed = [names, exactly(name), TRACKER.target, value('<>0'), TRACKER.target, ANY_NUMBER];
  return {
    count: builtin('COUNTIFS', ...aimed, TRACKER.actual, ANY_NUMBER),
    minimum_count: builtin('COUNTIFS', ...aimed),
  };
}

/** The figures of the person that the strip names. */
export const OF_PERSON = { target: targetOf(TRACKER.person, f`Person`), actual: actualOf(TRACKER.person, f`Person`) };

/** What the tracker says about a person's figures. */
export function noteOf(person: Expression): Expression {
  return f`INDEX(${TRACKER.note},MATCH(${asWritten(person)},${TRACKER.person},0))`;
}

export const WAITING_NOTE: Text = say(
  'Red below “Amber from”, green above “Green above”, amber between them; no data until everybody has an actual.',
  '低于黄灯下限为红，高于绿灯界限为绿，其间为黄；有人尚无实际值时为“无数据”。',
);

/** Blank as long as the tracker has no actual, or its actuals are worth nothing: there is no share of that. */
export function onceSold(expression: Expression): Expression {
  return unlessZero(f`COUNT(${TRACKER.actual})`, unlessZero(TRACKER.totalActual, expression));
}

/** No figure, rather than none sold, as long as the tracker has no actual. */
const totalActual = unlessTexts(textsIn(TRACKER.actual), unlessZero(f`COUNT(${TRACKER.actual})`, TRACKER.totalActual));

export const TOTALS = { target: TRACKER.totalTarget, actual: totalActual };
