import { say, type Text } from '../../kernel/text.ts';
import type { MeasureKind } from './measures.ts';

interface Metric {
  readonly metric: Text;
  readonly shown: MeasureKind;
  readonly lower?: boolean;
  readonly target: number;
  readonly actual: number;
  readonly team: number;
  readonly remark?: Text;
}

/** Invented figures of one person; five to seven are enough for a talk. */
export const INTERVIEW_METRICS: readonly Metric[] = [
  {
    metric: say('Sales', '销售额'),
    shown: 'money',
    target: 600000,
    actual: 450000,
    team: 0.9,
    remark: say('Two renewals moved to next month', '两笔续约推迟到下月'),
  },
  { metric: say('New customers', '新客户数'), shown: 'integer', target: 5, actual: 6, team: 0.8 },
  { metric: say('Win rate', '成交率'), shown: 'percent', target: 0.25, actual: 0.2, team: 0.96 },
  { metric: say('Customer visits', '客户拜访量'), shown: 'integer', target: 40, actual: 44, team: 1.05 },
  { metric: say('Collection rate', '回款率'), shown: 'percent', target: 0.9, actual: 0.9, team: 0.95 },
  { metric: say('Complaints', '投诉数'), shown: 'integer', lower: true, target: 2, actual: 1, team: 0.9 },
];

/** Six months. */
export const SAMPLE_TREND: readonly { readonly target: number; readonly actual: number }[] = [
  { target: 500000, actual: 520000 },
  { target: 500000, actual: 500000 },
  { target: 550000, actual: 495000 },
  { target: 550000, actual: 528000 },
  { target: 600000, actual: 540000 },
  { target: 600000, actual: 510000 },
];

type Words = Readonly<Record<string, Text>>;

/** Three strengths, three improvements. */
export const SAMPLE_REMARKS: readonly Words[] = [
  {
    seen: say('Wins new customers steadily', '持续开发新客户'),
    example: say('Six this month', '本月新增 6 家'),
    effect: say('A third of new sales', '占新增销售三分之一'),
  },
  {
    seen: say('Plans the week’s visits', '每周拜访有计划'),
    example: say('Visit list every Monday', '周一列出拜访清单'),
    effect: say('More visits than planned', '拜访量超目标'),
  },
  {},
  {
    seen: say('Offers come late', '报价偏晚'),
    example: say('Two renewals', '两笔续约'),
    effect: say('150,000 below target', '距目标差 15 万'),
  },
];

export const SAMPLE_PLAN: readonly Words[] = [
  {
    goal: say('Win rate 25%', '成交率 25%'),
    action: say('Quote within two days', '两天内报价'),
    measure: say('Days from request to offer', '询价到报价天数'),
    support: say('Price list by product', '分产品价目表'),
  },
  {
    goal: say('Both renewals signed', '两笔续约签约'),
    action: say('Meet the two buyers', '拜访两位采购负责人'),
    measure: say('Signed contracts', '签约合同'),
    support: say('Manager joins one meeting', '经理陪同一次'),
  },
];
