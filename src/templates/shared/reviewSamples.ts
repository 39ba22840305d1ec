import type { Language } from '../../kernel/text.ts';

type Words = Readonly<Record<string, string>>;

type SampleAction = {
  readonly action: string;
  readonly owner: string;
  readonly importance: number;
  readonly urgency: number;
};

/** Invented findings of one review. */
export const SAMPLE_WHYS: Readonly<Record<Language, Words>> = {
  en: {
    problem: 'Two renewals slipped',
    why1: 'The customer had no budget left',
    why2: 'Our offer came too late',
    why3: 'Nobody knew when it was',
    why4: 'It is not in our customer file',
    why5: 'The file has no field for it',
    root: 'Budget dates are not recorded',
  },
  zh: {
    problem: '两笔续约延期',
    why1: '客户预算已用完',
    why2: '我方报价晚于其预算会',
    why3: '无人知道预算时间',
    why4: '客户档案中没有记录',
    why5: '档案没有该字段',
    root: '未记录客户预算周期',
  },
};

export const SAMPLE_LESSONS: Readonly<Record<Language, readonly Words[]>> = {
  en: [
    { lesson: 'Visit before quoting', evidence: 'Four of five such deals won' },
    { lesson: 'Ask for the budget date first', evidence: 'Two renewals slipped' },
    { lesson: 'Offer half-year contracts', evidence: 'One customer asked for it' },
  ],
  zh: [
    { lesson: '先拜访后报价', evidence: '五单成四单' },
    { lesson: '先问清预算时间', evidence: '两笔续约延期' },
    { lesson: '提供半年期合同', evidence: '一位客户提出' },
  ],
};

export const SAMPLE_ACTIONS: Readonly<Record<Language, readonly SampleAction[]>> = {
  en: [
    { action: 'Close the two open renewals', owner: 'Ben Carter', importance: 5, urgency: 5 },
    { action: 'Add the budget date to every customer file', owner: 'Clara Dean', importance: 4, urgency: 2 },
    { action: 'Send the overdue offers', owner: 'Frank Green', importance: 2, urgency: 4 },
    { action: 'Redesign the price list', owner: 'Emma Ford', importance: 2, urgency: 1 },
  ],
  zh: [
    { action: '完成两笔延期续约', owner: '李强', importance: 5, urgency: 5 },
    { action: '客户档案补充预算时间', owner: '张敏', importance: 4, urgency: 2 },
    { action: '补发逾期报价', owner: '赵磊', importance: 2, urgency: 4 },
    { action: '重新设计价目表', owner: '陈静', importance: 2, urgency: 1 },
  ],
};
