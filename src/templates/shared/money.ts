import { choiceField } from '../../plan/field.ts';

/** How large amounts are shown: the figure in the cell stays in full. */
export const moneyField = choiceField({
  label: { en: 'Show amounts', zh: '金额显示' },
  hint: { en: 'The numbers themselves stay in full.', zh: '只影响显示，数值不变。' },
  initial: 'money',
  choices: [
    { value: 'money', label: { en: 'in full', zh: '完整' } },
    { value: 'wan', label: { en: 'in ten thousands (万)', zh: '以万计' } },
    { value: 'yi', label: { en: 'in hundred millions (亿)', zh: '以亿计' } },
  ],
});
export type MoneyFormat = 'money' | 'wan' | 'yi';
