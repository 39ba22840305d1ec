import { say, type Text } from '../../../../kernel/text.ts';
import type { PipelineColumn } from '../../../../sheets/pipeline.ts';

/** What the preview says of the sheet of opportunities. */
export const pipelineWords = {
  title: say('Opportunities', '商机台账'),
  counts: (open: number, total: string, added: number, changed: number, same: number): Text =>
    say(
      `Open deals in the file: ${open}, ${total} in all; ${added} new, ${changed} changed, ${same} unchanged.`,
      `文件中进行中的商机 ${open} 个，金额合计 ${total}；新增 ${added} 个，变更 ${changed} 个，不变 ${same} 个。`,
    ),
  none: say(
    'The file has no open deal: only what was won or lost changes.',
    '文件中没有进行中的商机，只更新已赢单或输单的商机。',
  ),
  closed: (count: number): Text =>
    say(`Open on the sheet, won or lost in the file: ${count}.`, `表中进行中而文件中已赢单或输单：${count} 个。`),
  reopened: (names: string): Text =>
    say(
      `Closed on the sheet, open in the file: ${names}. They are left unchanged.`,
      `表中已关闭而文件中仍在进行：${names}，保持不变。`,
    ),
  unknown: (names: string): Text =>
    say(
      `Not among the stages of the sheet: ${names}. Add them there, with a win probability.`,
      `表中“阶段”没有：${names}。请在表中添加，并填写赢单概率。`,
    ),
  gone: (names: string): Text =>
    say(
      `Open on the sheet and not in the file: ${names}. Keep, or take out?`,
      `表中进行中而文件中没有：${names}。保留还是移除？`,
    ),
  keep: say('Keep: the file is part of the opportunities', '保留：文件只是部分商机'),
  changes: say('Opportunities that change', '有变更的商机'),
  head: say('Opportunity', '商机'),
  newSheet: (count: number): Text =>
    say(`New sheet of opportunities with the open deals (${count})`, `新建商机台账，写入进行中的商机（${count} 个）`),
  newStages: say(
    'It begins with the stages of the file, in the order in which they come there. Put them in order, and give each its win probability.',
    '表中填入文件中的阶段，按出现顺序排列；请调整顺序，并填写各阶段的赢单概率。',
  ),
  columns: {
    Number: say('Number', '商机编号'),
    Customer: say('Customer', '客户'),
    Contact: say('Contact', '联系人'),
    Source: say('Source', '来源'),
    Need: say('Need', '需求'),
    Budget: say('Budget', '预算'),
    Decider: say('Who decides', '决策人'),
    Competitor: say('Competitor', '竞争对手'),
    Product: say('Product line', '产品线'),
    Person: say('Salesperson', '销售员'),
    Opened: say('Opened on', '创建日期'),
    Stage: say('Stage', '阶段'),
    Entered: say('In the stage since', '进入阶段日期'),
    Amount: say('Amount', '金额'),
    Probability: say('Own probability', '自定概率'),
    NextStep: say('Next step', '下一步'),
    NextDate: say('Next step on', '下一步日期'),
    Expected: say('Expected month', '预计成交月'),
    State: say('State', '状态'),
    Closed: say('Closed on', '关闭日期'),
    Reason: say('Reason', '原因'),
  } satisfies Record<PipelineColumn, Text>,
};
