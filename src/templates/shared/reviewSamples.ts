import { say, type Text } from '../../kernel/text.ts';

type Words = Readonly<Record<string, Text>>;

type SampleAction = {
  readonly action: Text;
  readonly owner: Text;
  readonly importance: number;
  readonly urgency: number;
};

/** Invented findings of one review. */
export const SAMPLE_WHYS: Words = {
  problem: say('Two renewals slipped', '两笔续约延期'),
  why1: say('The customer had no budget left', '客户预算已用完'),
  why2: say('Our offer came too late', '我方报价晚于其预算会'),
  why3: say('Nobody knew when it was', '无人知道预算时间'),
  why4: say('It is not in our customer file', '客户档案中没有记录'),
  why5: say('The file has no field for it', '档案没有该字段'),
  root: say('Budget dates are not recorded', '未记录客户预算周期'),
};

export const SAMPLE_LESSONS: readonly Words[] = [
  { lesson: say('Visit before quoting', '先拜访后报价'), evidence: say('Four of five such deals won', '五单成四单') },
  {
    lesson: say('Ask for the budget date first', '先问清预算时间'),
    evidence: say('Two renewals slipped', '两笔续约延期'),
  },
  {
    lesson: say('Offer half-year contracts', '提供半年期合同'),
    evidence: say('One customer asked for it', '一位客户提出'),
  },
];

export const SAMPLE_ACTIONS: readonly SampleAction[] = [
  {
    action: say('Close the two open renewals', '完成两笔延期续约'),
    owner: say('Ben Carter', '李强'),
    importance: 5,
    urgency: 5,
  },
  {
    action: say('Add the budget date to every customer file', '客户档案补充预算时间'),
    owner: say('Clara Dean', '张敏'),
    importance: 4,
    urgency: 2,
  },
  {
    action: say('Send the overdue offers', '补发逾期报价'),
    owner: say('Frank Green', '赵磊'),
    importance: 2,
    urgency: 4,
  },
  {
    action: say('Redesign the price list', '重新设计价目表'),
    owner: say('Emma Ford', '陈静'),
    importance: 2,
    urgency: 1,
  },
];
