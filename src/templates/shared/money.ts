import { say } from '../../kernel/text.ts';
import { choiceField } from '../../plan/field.ts';

/** How large amounts are shown: the figure in the cell stays in full. */
export const moneyField = choiceField({
  label: say('Show amounts', '金额显示'),
  hint: say('The numbers themselves stay in full.', '只影响显示，数值不变。'),
  initial: 'money',
  choices: [
    { value: 'money', label: say('in full', '完整') },
    { value: 'wan', label: say('in ten thousands (万)', '以万计') },
    { value: 'yi', label: say('in hundred millions (亿)', '以亿计') },
  ],
});
export type MoneyFormat = 'money' | 'wan' | 'yi';
