import { serialOfIso } from '../../kernel/calendar.ts';
import { type Language, say } from '../../kernel/text.ts';
import { builtin, type Expression, words } from '../../plan/expression.ts';
import { dateField, textField } from '../../plan/field.ts';
import type { ParameterSpec } from '../../plan/sheetSpec.ts';
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

export const startField = (initial: (today: string) => string) =>
  dateField({ label: say('Period start', '期间开始'), initial });

export const endField = (initial: (today: string) => string) =>
  dateField({ label: say('Period end', '期间结束'), initial });

export function dateCell(key: 'Start' | 'End' | 'AsOf', iso: string): ParameterSpec {
  return { key, ...DATES[key], format: 'date', value: serialOfIso(iso), rule: { kind: 'date' } };
}

const DATES = {
  Start: { label: say('Period start', '期间开始') },
  End: { label: say('Period end', '期间结束') },
  AsOf: {
    label: say('Data as of', '数据截至'),
    note: say('The day up to which the actuals count.', '实际值统计到这一天。'),
  },
} as const;

export function unitCell(unit: string): ParameterSpec {
  return { key: 'Unit', label: say('Currency and unit', '币种与单位'), format: 'text', value: unit };
}

export function periodCell(period: string): ParameterSpec {
  return { key: 'Period', label: say('Period', '期间'), format: 'text', value: period };
}

/** Whether exactly “Green above” is green, in the words that RAG reads. */
const GREEN = { en: ['above', 'from'], zh: ['高于', '达到'] } as const;

interface Borders {
  readonly amberFrom: number | Expression;
  readonly greenAbove: number | Expression;
  readonly green?: Expression;
}

/** Where the lights change. */
export function lightCells(
  language: Language,
  { amberFrom, greenAbove, green }: Borders = { amberFrom: 0.8, greenAbove: 1 },
): ParameterSpec[] {
  return [
    {
      ...borderCell(amberFrom),
      key: 'AmberFrom',
      label: say('Amber from', '黄灯下限'),
      note: say('Below it the light is red.', '低于此值为红灯。'),
    },
    {
      ...borderCell(greenAbove),
      key: 'GreenAbove',
      label: say('Green above', '绿灯界限'),
      note: say(
        'Above it the light is green; exactly on it as “Green” says.',
        '高于此值为绿灯；恰好等于时见“绿灯条件”。',
      ),
    },
    {
      key: 'Green',
      label: say('Green', '绿灯条件'),
      format: 'text',
      ...(green ? { value: green } : { value: GREEN[language][0], rule: { kind: 'list', values: GREEN[language] } }),
      note: say(
        'above: exactly “Green above” is amber. from: it is green.',
        '高于：恰好等于“绿灯界限”为黄灯。达到：为绿灯。',
      ),
    },
  ];
}

function borderCell(border: number | Expression): Pick<ParameterSpec, 'format' | 'value' | 'rule'> {
  const base = { format: 'percent', value: border } as const;
  return typeof border === 'number' ? { ...base, rule: { kind: 'number', minimum: 0 } } : base;
}

/** The tracker's lights and those of what reads it change at the same figures. */
export function trackerLightCells(language: Language): ParameterSpec[] {
  // Trackers of earlier versions do not say.
  const green = builtin('IFERROR', TRACKER.green, words(GREEN.en[0], GREEN.zh[0]));
  return lightCells(language, { amberFrom: TRACKER.amberFrom, greenAbove: TRACKER.greenAbove, green });
}
