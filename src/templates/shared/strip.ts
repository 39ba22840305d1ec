import { fixedWords, say, type Text } from '../../kernel/text.ts';
import { dateField, textField } from '../../plan/field.ts';
import { f } from '../../plan/formulaText.ts';
import type { StripCell } from '../../plan/said.ts';
import { inStrip, show } from '../../plan/show.ts';
import { TRACKER } from './fromTracker.ts';

/** Fields and cells of the parameter strip that many templates have. */
export const unitField = inStrip(
  textField({ label: say('Currency and unit', '币种与单位'), initial: say('USD', '元') }),
  show.text,
  'Unit',
);

export const periodField = inStrip(
  textField({ label: say('Period', '期间'), initial: say('This month', '本月') }),
  show.text,
  'Period',
);

/** Whom a sheet is about. */
export const personField = (label: Text, initial: Text = say('Name', '姓名')) =>
  inStrip(
    textField({
      label,
      hint: say('As in the tracker, where sales are read from it.', '如取自目标跟踪，请与表中姓名一致。'),
      initial,
    }),
    show.text,
    'Person',
  );

type FromToday = (today: string) => string;

/** What is said where the days between which figures count are not both there. */
export const NO_PERIOD = say('✗ no period', '✗ 缺期间');

export const startField = (initial: FromToday, hint?: Text) =>
  inStrip(dateField({ label: say('Period start', '期间开始'), hint, initial }), show.date, 'Start');

export const endField = (initial: FromToday) =>
  inStrip(dateField({ label: say('Period end', '期间结束'), initial }), show.date, 'End');

export const asOfField = (initial: FromToday, hint: Text) =>
  inStrip(dateField({ label: say('Data as of', '数据截至'), hint, initial }), show.date, 'AsOf', {
    note: say('The day up to which the actuals count.', '实际值统计到这一天。'),
  });

/** Whether exactly “Green above” is green, in the words that RAG reads. */
const ABOVE = fixedWords('above', '高于');
const FROM = fixedWords('from', '达到');

const AMBER_FROM = [
  'AmberFrom',
  say('Amber from', '黄灯下限'),
  { note: say('Below it the light is red.', '低于此值为红灯。') },
] as const;
const GREEN_ABOVE = [
  'GreenAbove',
  say('Green above', '绿灯界限'),
  {
    note: say(
      'Above it the light is green; exactly on it as “Green” says.',
      '高于此值为绿灯；恰好等于时见“绿灯条件”。',
    ),
  },
] as const;
const GREEN = [
  'Green',
  say('Green', '绿灯条件'),
  {
    note: say(
      'above: exactly “Green above” is amber. from: it is green.',
      '高于：恰好等于“绿灯界限”为黄灯。达到：为绿灯。',
    ),
  },
] as const;

const border = ([key, label, { note }]: typeof AMBER_FROM | typeof GREEN_ABOVE, value: StripCell['value']) =>
  show.percent(key, label, { note, minimum: 0, value });

/** Where the lights change. */
export const LIGHT_CELLS: readonly StripCell[] = [
  border(AMBER_FROM, 0.8),
  border(GREEN_ABOVE, 1),
  show.text(GREEN[0], GREEN[1], { ...GREEN[2], value: ABOVE, choices: [ABOVE, FROM] }),
];

/** The tracker's lights and those of what reads it change at the same figures. */
export const TRACKER_LIGHT_CELLS: readonly StripCell[] = [
  border(AMBER_FROM, TRACKER.amberFrom),
  border(GREEN_ABOVE, TRACKER.greenAbove),
  // Trackers of earlier versions do not say.
  show.text(GREEN[0], GREEN[1], { ...GREEN[2], value: f`IFERROR(${TRACKER.green},${ABOVE})` }),
];
