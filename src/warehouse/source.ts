import { say, type Text } from '../kernel/text.ts';
import { DEAL_FIELDS } from '../month/import/dealField.ts';

/** What a column of a warehouse's table can mean. */
export type SourceField = SourceDimension | 'closed' | 'month' | 'stage' | SourceFigure;
export type SourceDimension = 'person' | 'manager' | 'team' | 'region' | 'product' | 'customerType';
export type SourceFigure = 'amount' | 'collected' | 'quantity' | 'cost' | 'score';

export const SOURCE_DIMENSIONS: Readonly<Record<SourceDimension, Text>> = {
  person: DEAL_FIELDS.person.label,
  manager: DEAL_FIELDS.manager.label,
  team: DEAL_FIELDS.team.label,
  region: DEAL_FIELDS.region.label,
  product: DEAL_FIELDS.product.label,
  customerType: say('Customer type', '客户类型'),
};

export const SOURCE_FIELDS: Readonly<Record<SourceField, Text>> = {
  ...SOURCE_DIMENSIONS,
  closed: DEAL_FIELDS.closed.label,
  month: DEAL_FIELDS.month.label,
  stage: DEAL_FIELDS.stage.label,
  amount: DEAL_FIELDS.amount.label,
  collected: DEAL_FIELDS.collected.label,
  quantity: DEAL_FIELDS.quantity.label,
  cost: DEAL_FIELDS.cost.label,
  score: say('Score (0–10)', '评分（0–10）'),
};

export const SOURCE_FIELD_KEYS = Object.keys(SOURCE_FIELDS) as readonly SourceField[];

export type SourceColumns = Readonly<Partial<Record<SourceField, string>>>;

/** Where the deals are, and what their columns mean. */
export interface Source {
  readonly columns: SourceColumns;
  /** The stages of deals that are won or lost; all others are open. Without a stage every deal is won. */
  readonly won: readonly string[];
  readonly lost: readonly string[];
  /** The share that has to be paid for a deal to count, where the table says what was collected; none: all counts. */
  readonly minimumShare?: number | undefined;
  /** Timestamps are instants, and count for their day there; without it they count for the day that they say. */
  readonly zone?: string | undefined;
}

/** Columns that are called as our fields. */
export const OWN_NAMES: Source = {
  columns: {
    person: 'person',
    closed: 'closed',
    stage: 'stage',
    amount: 'amount',
    collected: 'collected',
    quantity: 'quantity',
    cost: 'cost',
  },
  won: ['won', 'closed won', '赢单'],
  lost: ['lost', 'closed lost', '输单'],
};

const SHARE_PLACES = 6;
const ZONE = /^[A-Za-z][A-Za-z0-9_+\-/]*$/;

/** A map as its file says it: fields and their columns, and what counts. */
export function readSource(said: unknown): Source | Text {
  if (typeof said !== 'object' || said === null || Array.isArray(said))
    return say(
      'the map is no JSON object such as {"amount": "net_amount"}',
      '映射应为 JSON 对象，例如 {"amount": "net_amount"}',
    );
  const columns: Partial<Record<SourceField, string>> = {};
  let source: Omit<Source, 'columns'> = { won: OWN_NAMES.won, lost: OWN_NAMES.lost };
  for (const [key, value] of Object.entries(said)) {
    if (isField(key)) {
      if (!isName(value)) return noColumn(key);
      columns[key] = value;
    } else if (key === 'won' || key === 'lost') {
      if (!isStages(value))
        return say(
          `${key} has to be a list of stages such as ["Closed Won"]`,
          `${key} 应为阶段列表，例如 ["Closed Won"]`,
        );
      source = { ...source, [key]: value };
    } else if (key === 'minimumShare') {
      if (!isShare(value)) return noShare();
      source = { ...source, minimumShare: value };
    } else if (key === 'zone') {
      if (typeof value !== 'string' || !ZONE.test(value))
        return say('zone has to be a time zone such as "Asia/Shanghai"', 'zone 应为时区，例如 "Asia/Shanghai"');
      source = { ...source, zone: value };
    } else return unknownField(key);
  }
  return checked({ ...source, columns });
}

/** What a source has to have. */
export function checked(source: Source): Source | Text {
  const { amount, score, closed, month } = source.columns;
  if (amount === undefined && score === undefined)
    return say('the map has neither amount nor score', '映射中既没有 amount（金额），也没有 score（评分）');
  if (closed === undefined && month === undefined)
    return say('the map has neither closed nor month', '映射中既没有 closed（成交日期），也没有 month（月份）');
  const both = source.won.find(stage => source.lost.some(other => foldedStage(other) === foldedStage(stage)));
  return both === undefined ? source : say(`stage ${both} is both won and lost`, `阶段 ${both} 既是赢单又是输单`);
}

/** As stages are compared. */
export function foldedStage(stage: string): string {
  return stage.trim().toLowerCase();
}

export function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1 && Number(value.toFixed(SHARE_PLACES)) === value;
}

export function noShare(): Text {
  return say(
    `the minimum share has to be from 0 to 1, with ${SHARE_PLACES} decimals at most`,
    `最低回款比例应在 0 到 1 之间，最多 ${SHARE_PLACES} 位小数`,
  );
}

/** "person,customer type" in any spelling. */
export function dimensionsOf(said: string): SourceDimension[] | Text {
  const found: SourceDimension[] = [];
  for (const name of said.split(/[,，]/).map(part => part.trim())) {
    const key = plain(name);
    const dimension = dimensions.find(known => plain(known) === key);
    if (name === '') continue;
    if (dimension === undefined) {
      const known = dimensions.join(', ');
      return say(`there is no dimension ${name}; there are: ${known}`, `没有维度 ${name}，可用的有：${known}`);
    }
    if (!found.includes(dimension)) found.push(dimension);
  }
  return found;
}

const dimensions = Object.keys(SOURCE_DIMENSIONS) as readonly SourceDimension[];

function isField(key: string): key is SourceField {
  return SOURCE_FIELD_KEYS.some(field => field === key);
}

/** No engine takes a name with a NUL in it. */
function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && !value.includes('\0');
}

function isStages(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(stage => isName(stage));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

function noColumn(key: string): Text {
  return say(`${key} has to be the name of a column`, `${key} 应为列名`);
}

function unknownField(key: string): Text {
  const known = [...SOURCE_FIELD_KEYS, 'won', 'lost', 'minimumShare', 'zone'].join(', ');
  return say(`the map has an unknown field ${key}; there are: ${known}`, `映射中有未知字段 ${key}，可用的有：${known}`);
}
