import { type Language, say, type Text } from '../../kernel/text.ts';
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

type Words = Readonly<Record<string, string>>;

/** Three strengths, three improvements. */
export const SAMPLE_REMARKS: Readonly<Record<Language, readonly Words[]>> = {
  en: [
    { seen: 'Wins new customers steadily', example: 'Six this month', effect: 'A third of new sales' },
    { seen: 'Plans the week’s visits', example: 'Visit list every Monday', effect: 'More visits than planned' },
    {},
    { seen: 'Offers come late', example: 'Two renewals', effect: '150,000 below target' },
  ],
  zh: [
    { seen: '持续开发新客户', example: '本月新增 6 家', effect: '占新增销售三分之一' },
    { seen: '每周拜访有计划', example: '周一列出拜访清单', effect: '拜访量超目标' },
    {},
    { seen: '报价偏晚', example: '两笔续约', effect: '距目标差 15 万' },
  ],
};

export const SAMPLE_PLAN: Readonly<Record<Language, readonly Words[]>> = {
  en: [
    {
      goal: 'Win rate 25%',
      action: 'Quote within two days',
      measure: 'Days from request to offer',
      support: 'Price list by product',
    },
    {
      goal: 'Both renewals signed',
      action: 'Meet the two buyers',
      measure: 'Signed contracts',
      support: 'Manager joins one meeting',
    },
  ],
  zh: [
    { goal: '成交率 25%', action: '两天内报价', measure: '询价到报价天数', support: '分产品价目表' },
    { goal: '两笔续约签约', action: '拜访两位采购负责人', measure: '签约合同', support: '经理陪同一次' },
  ],
};
