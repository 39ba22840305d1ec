import { say, type Text } from '../../kernel/text.ts';
import { BENCHMARKS } from './benchmarks.ts';
import type { MeasureKind } from './measures.ts';

type Four = readonly [Text, Text, Text, Text];

/** The balanced card's dimensions stand at the places of those that take their KPIs best. */
export const DIMENSIONS = {
  sales: [say('Results', '结果'), say('Activity', '过程'), say('Customer', '客户'), say('Market', '市场')],
  balanced: [
    say('Finance', '财务'),
    say('Internal process', '内部流程'),
    say('Customer', '客户'),
    say('Learning and growth', '学习与成长'),
  ],
} as const satisfies Record<string, Four>;
export type DimensionSet = keyof typeof DIMENSIONS;

interface SampleKpi {
  readonly dimension: 0 | 1 | 2 | 3;
  readonly kpi: Text;
  readonly shown: MeasureKind;
  readonly lower?: boolean;
  readonly weight: number;
  readonly target: number;
  readonly gate: number | undefined;
  readonly actual: number | null;
  readonly benchmark?: Text;
}

/** Invented figures; their weights add up to 1, and one KPI has no data yet. */
export const SAMPLE_KPIS: readonly SampleKpi[] = [
  {
    dimension: 0,
    kpi: say('Sales', '销售额'),
    shown: 'money',
    weight: 0.3,
    target: 800000,
    gate: 0.6,
    actual: 840000,
  },
  {
    dimension: 0,
    kpi: say('Gross margin', '毛利率'),
    shown: 'percent',
    weight: 0.1,
    target: 0.3,
    gate: undefined,
    actual: 0.33,
  },
  {
    dimension: 0,
    kpi: say('Collection rate', '回款率'),
    shown: 'percent',
    weight: 0.1,
    target: 0.9,
    gate: 0.7,
    actual: 0.855,
    benchmark: BENCHMARKS.collectionRate,
  },
  {
    dimension: 1,
    kpi: say('Customer visits', '客户拜访量'),
    shown: 'integer',
    weight: 0.1,
    target: 40,
    gate: undefined,
    actual: 50,
  },
  {
    dimension: 2,
    kpi: say('New customers', '新客户数'),
    shown: 'integer',
    weight: 0.15,
    target: 5,
    gate: undefined,
    actual: 4,
  },
  {
    dimension: 2,
    kpi: say('NPS', '净推荐值'),
    shown: 'points',
    weight: 0.1,
    target: 50,
    gate: undefined,
    actual: 55,
    benchmark: BENCHMARKS.nps,
  },
  {
    dimension: 2,
    kpi: say('Complaints', '投诉数'),
    shown: 'integer',
    lower: true,
    weight: 0.05,
    target: 2,
    gate: undefined,
    actual: 3,
  },
  {
    dimension: 3,
    kpi: say('Win rate', '成交率'),
    shown: 'percent',
    weight: 0.1,
    target: 0.25,
    gate: undefined,
    actual: null,
    benchmark: BENCHMARKS.winRate,
  },
];
