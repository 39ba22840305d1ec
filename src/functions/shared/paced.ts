import { number } from '../../kernel/parameters.ts';
import { say } from '../../kernel/text.ts';

/** What was reached so far, the measured input of everything that looks at a period under way. */
export const actualToDate = number({
  label: say('Actual', '实际值'),
  about: say('The actual up to as_of. If blank, the result is blank.', '截至日期的实际完成值；为空则结果为空。'),
  measured: true,
});

export const periodTarget = number({
  label: say('Target', '目标值'),
  about: say('The target of the whole period.', '整个周期的目标值。'),
});
