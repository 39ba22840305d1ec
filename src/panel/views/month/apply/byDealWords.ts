import { say, type Text } from '../../../../kernel/text.ts';
import type { DealColumn } from '../../../../sheets/deals.ts';
import { rowsOf } from '../words.ts';

/** What the preview says of the sheets of commission by deal. */
export const byDealWords = {
  title: say('Commission by deal', '逐单提成'),
  of: (from: string, to: string): Text => say(`Commission by deal, ${from} to ${to}`, `逐单提成，${from} 至 ${to}`),
  counts: (added: number, changed: number, same: number, total: string): Text =>
    say(
      `${added} new, ${changed} changed, ${same} unchanged; ${total} in all.`,
      `新增 ${added} 笔，变更 ${changed} 笔，不变 ${same} 笔；金额合计 ${total}。`,
    ),
  none: say(
    'The file has no won deal of this period: the sheet is left unchanged.',
    '文件中没有该期间的赢单，表保持不变。',
  ),
  outside: (count: number): Text =>
    say(`Won deals of other periods, left out here: ${count}.`, `属于其他期间的赢单 ${count} 笔，不写入此表。`),
  samples: (count: number): Text =>
    say(`The sheet’s sample data is replaced (${rowsOf(count)}).`, `替换表中的示例数据（${count} 行）。`),
  strangers: (names: string): Text =>
    say(
      `Not among the people of the sheet: ${names}. Their deals do not count until they are added there.`,
      `表中“人员”没有：${names}。在表中添加后其成交才计入。`,
    ),
  unknown: (names: string): Text =>
    say(
      `Not among the products of the sheet: ${names}. Their deals do not count until they are added there.`,
      `表中“产品”没有：${names}。在表中添加后相应成交才计入。`,
    ),
  gone: (names: string): Text =>
    say(
      `On the sheet and not among the file’s won deals: ${names}. Keep, or take out?`,
      `表中有而文件的赢单中没有：${names}。保留还是移除？`,
    ),
  keep: say('Keep: the file is part of the period', '保留：文件只是该期间的一部分'),
  remove: say('Take out', '移除'),
  changes: say('Deals that change', '有变更的成交'),
  deal: say('Deal', '单号'),
  change: say('New (was)', '新值（原值）'),
  columns: {
    Date: say('Date', '日期'),
    Number: say('Deal', '单号'),
    Customer: say('Customer', '客户'),
    Product: say('Product line', '产品线'),
    Person: say('Salesperson', '销售员'),
    Amount: say('Amount', '金额'),
    Collected: say('Collected', '已回款'),
    Cost: say('Cost', '成本'),
  } satisfies Record<DealColumn, Text>,
  newSheet: say('New sheet of commission by deal', '新建逐单提成表'),
  noSheet: say('None', '不新建'),
  quarters: (count: number): Text => say(`One for each quarter (${count})`, `每季度一张（${count} 张）`),
  period: (name: string, deals: number): Text => say(`${name} (deals: ${deals})`, `${name}（${deals} 笔）`),
  planTaken: say(
    'It begins with the tiers of the incentive sheet, the people and products of the file (factor 1), and the targets known for the whole period. Check bonuses and rates: they are those of a month.',
    '表中填入激励方案的档位（奖金和比例按月设定，请核对）、文件中的人员和产品（系数为 1），以及整个期间均已知的目标。',
  ),
  planMissing: say(
    'It begins with example tiers, to be replaced by yours, the people and products of the file (factor 1), and the targets known for the whole period.',
    '表中填入示例档位（请改为实际方案）、文件中的人员和产品（系数为 1），以及整个期间均已知的目标。',
  ),
};
