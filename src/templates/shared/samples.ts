import { type Language, say, type Text } from '../../kernel/text.ts';
import { EAST, NORTH, SOUTH, WEST } from '../../sheets/sampleHistory.ts';

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

const DEVICES = say('Devices', '设备');
const SERVICES = say('Services', '服务');

const NONE = say('', '');

/** Invented people and figures, plain enough to check by eye. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  {
    region: EAST,
    product: DEVICES,
    person: say('Anna Bell', '王芳'),
    target: 800000,
    actual: 840000,
    cause: NONE,
    weight: 4,
    ramp: 1,
  },
  {
    region: EAST,
    product: SERVICES,
    person: say('Ben Carter', '李强'),
    target: 600000,
    actual: 450000,
    cause: say('Two renewals moved to next month', '两笔续约推迟到下月'),
    weight: 3,
    ramp: 1,
  },
  {
    region: NORTH,
    product: DEVICES,
    person: say('Clara Dean', '张敏'),
    target: 300000,
    actual: 330000,
    cause: NONE,
    weight: 3,
    ramp: 1,
  },
  {
    region: NORTH,
    product: SERVICES,
    person: say('David Ellis', '刘洋'),
    target: 500000,
    actual: 465000,
    cause: say('New in the region', '新接手区域'),
    weight: 2,
    ramp: 0.5,
  },
  {
    region: SOUTH,
    product: DEVICES,
    person: say('Emma Ford', '陈静'),
    target: 700000,
    actual: 700000,
    cause: NONE,
    weight: 4,
    ramp: 1,
  },
  {
    region: SOUTH,
    product: SERVICES,
    person: say('Frank Green', '赵磊'),
    target: 450000,
    actual: 360000,
    cause: say('Lost a tender on price', '投标因价格失利'),
    weight: 2,
    ramp: 1,
  },
  {
    region: WEST,
    product: DEVICES,
    person: say('Grace Hall', '黄婷'),
    target: 550000,
    actual: 610000,
    cause: NONE,
    weight: 3,
    ramp: 1,
  },
  {
    region: WEST,
    product: SERVICES,
    person: say('Henry Irwin', '周涛'),
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

const CUSTOMER = say('Customer ', '客户');

/** An invented customer: Customer 01. */
export function sampleCustomer(number: number, language: Language): string {
  return `${CUSTOMER[language]}${String(number).padStart(2, '0')}`;
}
