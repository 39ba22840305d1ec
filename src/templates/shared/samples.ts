import type { Text } from '../../kernel/text.ts';

interface SamplePerson {
  readonly region: Text;
  readonly product: Text;
  readonly person: Text;
  readonly target: number;
  readonly actual: number | null;
  /** Why the target was missed. */
  readonly cause: Text;
  readonly weight: number;
  readonly ramp: number;
}

const NORTH = { en: 'North', zh: '华北' };
const EAST = { en: 'East', zh: '华东' };
const SOUTH = { en: 'South', zh: '华南' };
const WEST = { en: 'West', zh: '西南' };
const DEVICES = { en: 'Devices', zh: '设备' };
const SERVICES = { en: 'Services', zh: '服务' };

const NONE = { en: '', zh: '' };

/** Invented people and figures, plain enough to check by eye. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  {
    region: EAST,
    product: DEVICES,
    person: { en: 'Anna Bell', zh: '王芳' },
    target: 800000,
    actual: 840000,
    cause: NONE,
    weight: 4,
    ramp: 1,
  },
  {
    region: EAST,
    product: SERVICES,
    person: { en: 'Ben Carter', zh: '李强' },
    target: 600000,
    actual: 450000,
    cause: { en: 'Two renewals moved to next month', zh: '两笔续约推迟到下月' },
    weight: 3,
    ramp: 1,
  },
  {
    region: NORTH,
    product: DEVICES,
    person: { en: 'Clara Dean', zh: '张敏' },
    target: 300000,
    actual: 330000,
    cause: NONE,
    weight: 3,
    ramp: 1,
  },
  {
    region: NORTH,
    product: SERVICES,
    person: { en: 'David Ellis', zh: '刘洋' },
    target: 500000,
    actual: 465000,
    cause: { en: 'New in the region', zh: '新接手区域' },
    weight: 2,
    ramp: 0.5,
  },
  {
    region: SOUTH,
    product: DEVICES,
    person: { en: 'Emma Ford', zh: '陈静' },
    target: 700000,
    actual: 700000,
    cause: NONE,
    weight: 4,
    ramp: 1,
  },
  {
    region: SOUTH,
    product: SERVICES,
    person: { en: 'Frank Green', zh: '赵磊' },
    target: 450000,
    actual: 360000,
    cause: { en: 'Lost a tender on price', zh: '投标因价格失利' },
    weight: 2,
    ramp: 1,
  },
  {
    region: WEST,
    product: DEVICES,
    person: { en: 'Grace Hall', zh: '黄婷' },
    target: 550000,
    actual: 610000,
    cause: NONE,
    weight: 3,
    ramp: 1,
  },
  {
    region: WEST,
    product: SERVICES,
    person: { en: 'Henry Irwin', zh: '周涛' },
    target: 400000,
    actual: null,
    cause: NONE,
    weight: 2,
    ramp: 0.5,
  },
];

/** Four regions and their weights. */
export const SAMPLE_REGIONS: readonly { readonly name: Text; readonly weight: number }[] = [
  { name: EAST, weight: 30 },
  { name: NORTH, weight: 26 },
  { name: SOUTH, weight: 24 },
  { name: WEST, weight: 20 },
];
