import { say } from '../../kernel/text.ts';
import { show } from '../../plan/show.ts';
import { STATES } from '../../sheets/pipeline.ts';

const optional = { optional: true } as const;

/** A stage of the sale, how likely it is to end in a deal, and how long one may stay there. */
export const stageColumns = [
  show.text('stage', say('Stage', '阶段'), {
    named: 'StageName',
    note: say('First to last; the last one is the deal that is won.', '从前到后排列，最后一个为赢单。'),
  }),
  show.percent('chance', say('Win probability', '赢单概率'), { minimum: 0, maximum: 1, optional: true }),
  show.integer('days', say('Days allowed', '允许天数'), {
    minimum: 0,
    optional: true,
    note: say(
      'An open opportunity that has been in the stage for longer is stalled. Blank: never.',
      '进行中的商机停留超过该天数即为停滞；留空则不判断。',
    ),
  }),
] as const;

/** Why deals are won or lost. */
export const reasonColumn = show.text('reason', say('Reason', '原因'), {
  note: say('Spelled as in the opportunities.', '须与商机中的写法一致。'),
});

/** What is typed of an opportunity. */
export const opportunity = [
  show.text('number', say('Number', '商机编号'), { named: 'Number', ...optional }),
  show.text('customer', say('Customer', '客户'), { named: 'Customer', ...optional }),
  show.text('contact', say('Contact', '联系人'), { named: 'Contact', ...optional }),
  show.text('source', say('Source', '来源'), { named: 'Source', ...optional }),
  show.text('need', say('Need', '需求'), { named: 'Need', ...optional }),
  show.amount('budget', say('Budget', '预算'), { named: 'Budget', ...optional }),
  show.text('decider', say('Who decides', '决策人'), { named: 'Decider', ...optional }),
  show.text('competitor', say('Competitor', '竞争对手'), { named: 'Competitor', ...optional }),
  show.text('product', say('Product line', '产品线'), { named: 'Product', ...optional }),
  show.text('person', say('Salesperson', '销售员'), { named: 'Person', ...optional }),
  show.date('opened', say('Opened on', '创建日期'), { named: 'Opened', ...optional }),
  show.text('stage', say('Stage', '阶段'), {
    named: 'Stage',
    ...optional,
    note: say(
      'One of the stages above; of a lost one, the stage in which it was lost.',
      '上方阶段表中的阶段；输单填写丢失时所处的阶段。',
    ),
  }),
  show.date('entered', say('In the stage since', '进入阶段日期'), { named: 'Entered', ...optional }),
  show.amount('amount', say('Amount', '金额'), { named: 'Amount', ...optional }),
  show.percent('probability', say('Own probability', '自定概率'), {
    named: 'Probability',
    minimum: 0,
    maximum: 1,
    ...optional,
    note: say('Blank: that of the stage.', '留空则取阶段的赢单概率。'),
  }),
  show.text('next', say('Next step', '下一步'), { named: 'NextStep', ...optional }),
  show.date('nextDate', say('Next step on', '下一步日期'), { named: 'NextDate', ...optional }),
  show.month('expected', say('Expected month', '预计成交月'), {
    named: 'Expected',
    ...optional,
    note: say('Any day of the month.', '填写该月任意一天。'),
  }),
  show.text('state', say('State', '状态'), {
    named: 'State',
    ...optional,
    choices: [STATES.open, STATES.won, STATES.lost],
  }),
  show.date('closed', say('Closed on', '关闭日期'), {
    named: 'Closed',
    ...optional,
    note: say('When it was won or lost.', '赢单或输单的日期。'),
  }),
  show.text('reason', say('Reason', '原因'), {
    named: 'Reason',
    ...optional,
    note: say('Why it was won or lost: one of the reasons above.', '赢单或输单的原因，须为上方所列原因。'),
  }),
] as const;
