import { number } from '../../kernel/parameters.ts';

/** What was reached so far, the measured input of everything that looks at a period under way. */
export const actualToDate = number({
  label: { en: 'Actual', zh: '实际值' },
  about: {
    en: 'The actual up to as_of. If blank, the result is blank.',
    zh: '截至日期的实际完成值；为空则结果为空。',
  },
  measured: true,
});

export const periodTarget = number({
  label: { en: 'Target', zh: '目标值' },
  about: { en: 'The target of the whole period.', zh: '整个周期的目标值。' },
});
