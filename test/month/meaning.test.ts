import { describe, expect, it } from 'vitest';
import { currencyCode } from '../../src/month/import/currencies.ts';
import type { DealField } from '../../src/month/import/dealField.ts';
import { headingKey } from '../../src/month/import/headingKey.ts';
import { isTurned } from '../../src/month/import/headingTurns.ts';
import { matchColumns } from '../../src/month/import/matchColumns.ts';
import { outcomeOf, stageKey } from '../../src/month/import/stages.ts';
import { askedIn, importOf } from '../support/imports.ts';

/** The field of every heading; samples stand below it. */
function fieldsOf(table: Readonly<Record<string, string | number>>): Record<string, DealField | ''> {
  const { headings } = matchColumns([Object.keys(table), Object.values(table)]);
  return Object.fromEntries(headings.map(({ heading, field }) => [heading, field ?? '']));
}

const DAY = '2026-03-05';

describe('matchColumns(): stages', () => {
  it.each([
    ['StageName', { Id: '1', Name: 'Pumps', StageName: 'Closed Won', Amount: 5, CloseDate: DAY, IsWon: 'TRUE' }],
    ['dealstage', { dealname: 'A', dealstage: 'closedwon', amount: 5, closedate: DAY }],
    ['IsWon', { Owner: 'Anna', IsWon: 'TRUE', Amount: 5, CloseDate: DAY }],
    ['阶段名称', { 负责人: '王芳', 阶段名称: '赢单', 金额: 5, 签约日期: DAY }],
    ['是否赢单', { 负责人: '王芳', 是否赢单: '是', 金额: 5, 签约日期: DAY }],
    ['階段名稱', { 業務員: '王芳', 階段名稱: '贏單', 金額: 5, 簽約日期: DAY }],
    ['Phase', { Inhaber: 'Jörg', Phase: 'Gewonnen', Betrag: 5, Abschlussdatum: DAY }],
    ['フェーズ', { 担当者: '佐藤', フェーズ: '受注', 売上金額: 5, 受注日: DAY }],
  ])('knows %s', (heading, table) => expect(fieldsOf(table)[heading]).toBe('stage'));

  it('takes the column whose values are outcomes, whichever stands first', async () => {
    const { columns, questions, sums } = await importOf([
      'Sales Stage,Owner,Status,Amount,Close Date',
      'Close,Anna,Won,900,2026-05-10',
      'Propose,Ben,Open,700,2026-05-11',
    ]);
    expect(columns.stage).toBe('Status');
    expect(questions).toEqual([]);
    expect(sums.all).toBe(900);
  });

  it('never asks what numbers mean as stages, nor takes the state of an address for one', () => {
    expect(fieldsOf({ Month: '2026-03', Income: 5, Outcome: '274688.7', Result: '3' }).Outcome).toBe('');
    expect(fieldsOf({ 'Order Date': DAY, State: 'KY', Region: 'South', Sales: 5 })).toMatchObject({
      State: '',
      Region: 'region',
    });
  });

  it('says that all counts where no column says what was won, with the sum', async () => {
    const { warnings } = await importOf(['Owner,Amount,Close date', `Anna,100,${DAY}`, `Ben,50,${DAY}`]);
    expect(warnings).toContain('No column says what was won: all 2 rows count, 150 in sum.');
    const withStage = await importOf(['Owner,Stage,Amount,Close date', `Anna,Won,100,${DAY}`]);
    expect(withStage.warnings).toEqual([]);
  });

  it.each([
    ['Disputed', 'open'],
    ['In Process', 'open'],
    ['On Hold', 'open'],
    ['Declined', 'lost'],
    ['Proposal', 'open'],
    ['已出货', 'won'],
    ['已出貨', 'won'],
    ['closedwon', 'won'],
    ['closedlost', 'lost'],
    ['appointmentscheduled', 'open'],
    ['qualifiedtobuy', 'open'],
    ['presentationscheduled', 'open'],
    ['decisionmakerboughtin', 'open'],
    ['contractsent', 'open'],
    ['Closed Won (Sales Pipeline)', 'won'],
    ['赢单（100%）', 'won'],
    ['Closed Lost (cancelled)', 'lost'],
    ['Perdu', 'lost'],
    ['受注', 'won'],
  ] as const)('knows that %s is %s', (stage, outcome) => expect(outcomeOf(stage)).toBe(outcome));

  it.each([
    'Won (cancelled)',
    'Closed Won (refunded)',
    'Won [voided]',
    '赢单（已作废）',
    '成交（已退款）',
    '已签约（未生效）',
    'Won - cancelled',
    'Constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
  ])('asks what %s means', stage => expect(outcomeOf(stage)).toBeUndefined());

  it('answers each of them by itself', async () => {
    const lines = [
      'Owner,Stage,Amount,Close date',
      `Anna,Won,100,${DAY}`,
      `Ben,Won (cancelled),50,${DAY}`,
      `Cleo,Constructor,20,${DAY}`,
      `Dan,__proto__,10,${DAY}`,
    ];
    const asked = await importOf(lines);
    expect(askedIn(asked)).toEqual(['stage: Won (cancelled)', 'stage: Constructor', 'stage: __proto__']);
    expect(asked.sums.all).toBe(100);
    const stages = Object.fromEntries(
      ['Won (cancelled)', 'Constructor', '__proto__'].map((stage, index) => [
        stageKey(stage),
        index > 0 ? 'won' : 'lost',
      ]),
    ) as Record<string, 'won' | 'lost'>;
    const answered = await importOf(lines, { answers: { stages } });
    expect(answered.questions).toEqual([]);
    expect(answered.sums.all).toBe(130);
    expect(answered.left.lost).toEqual({ count: 1, amount: 50 });
  });

  it('asks once what a blank stage means where most are blank; no row is at fault', async () => {
    const lines = ['状态,客户,日期,金额', `,甲,${DAY},10`, `,乙,${DAY},20`, `已完成,丙,${DAY},5`];
    const asked = await importOf(lines);
    expect(asked.bad).toEqual([]);
    expect(askedIn(asked)).toEqual(['stage: ']);
    expect(asked.left.unanswered).toEqual({ count: 2, amount: 30 });
    expect((await importOf(lines, { answers: { stages: { '': 'won' } } })).sums.all).toBe(35);
    expect((await importOf(lines, { answers: { stages: { '': 'open' } } })).left.open).toEqual({
      count: 2,
      amount: 30,
    });
  });
});

describe('matchColumns(): currencies', () => {
  it.each(['Currency', 'Amount Currency', 'Deal - Currency', '币种', '货币', '币别', '幣別', 'Währung', 'Moneda'])(
    'asks which counts where %s names several',
    async heading => {
      const lines = [`Owner,Amount,${heading},Close date`, `Anna,1000,USD,${DAY}`, `Ben,300000,JPY,${DAY}`];
      const asked = await importOf(lines);
      expect(asked.columns.currency).toBe(heading);
      expect(askedIn(asked)).toEqual(['currencies: JPY · USD']);
      const dollars = await importOf(lines, { answers: { currency: 'USD' } });
      expect(dollars.questions).toEqual([]);
      expect(dollars.sums.all).toBe(1000);
      expect(dollars.left.currency).toEqual({ count: 1, amount: 300000 });
      expect((await importOf(lines, { answers: { oneCurrency: true } })).sums.all).toBe(301000);
    },
  );

  it('does not ask where all rows have the same, by whatever name', async () => {
    const { questions, sums } = await importOf([
      '负责人,金额,币种,日期',
      `王芳,100,人民币,${DAY}`,
      `李强,50,RMB,${DAY}`,
    ]);
    expect(questions).toEqual([]);
    expect(sums.all).toBe(150);
  });

  it('asks about marks inside the amounts that differ from row to row', async () => {
    expect(askedIn(await importOf(['Owner,Amount,Date', `Anna,$100,${DAY}`, `Ben,€50,${DAY}`]))).toEqual([
      'currencies: EUR · USD',
    ]);
  });

  it.each([
    ['Amount (converted)', 'Amount,Amount Currency,Amount (converted) Currency,Amount (converted)', '1000,USD,EUR,920'],
    ['Amount in company currency', 'Amount,Currency,Amount in company currency', '1000,USD,920'],
    ['本位币金额', '金额,币种,本位币金额', '1000,USD,920'],
    ['Actual Revenue (Base)', 'Actual Revenue,Currency,Actual Revenue (Base)', '1000,USD,920'],
  ])('prefers %s', async (heading, headings, values) => {
    const other = values.replace('1000,USD', '300000,JPY');
    const { columns, questions, sums } = await importOf([
      `Owner,${headings},Close Date`,
      `Anna,${values},${DAY}`,
      `Ben,${other},${DAY}`,
    ]);
    expect(columns.amount).toBe(heading);
    expect(questions).toEqual([]);
    expect(sums.all).toBe(1840);
  });

  it('knows currencies by their codes, names and signs', () => {
    expect(['USD - U.S. Dollar', '人民币', '€', 'rmb', 'JPY', '日圓', 'Bitcoin'].map(currencyCode)).toEqual([
      'USD',
      'CNY',
      'EUR',
      'CNY',
      'JPY',
      'JPY',
      'BITCOIN',
    ]);
  });
});

describe('matchColumns(): words that turn the meaning', () => {
  it.each([
    'Est. revenue',
    'Forecast amount',
    'Tax amount',
    'Discount amount',
    'Refund amount',
    'Freight amount',
    'Commission amount',
    'Outstanding amount',
    'Last year sales',
    '预计金额',
    '计划金额',
    '未收金额',
    '税额',
    '折扣金额',
    '优惠金额',
    '退款金额',
    '运费金额',
    '提成金额',
    '去年同期销售额',
    '應收金額',
  ])('%s does not win over the amount', heading => {
    const found = fieldsOf({ Owner: 'Anna', [heading]: 7, 订单金额: 5, Date: DAY });
    expect(found).toMatchObject({ [heading]: '', 订单金额: 'amount' });
  });

  it.each(['Target amount', 'Sales (target)', '目标销售额', '销售额（目标）'])(
    '%s is a target beside the amount',
    heading => {
      const found = fieldsOf({ Owner: 'Anna', [heading]: 7, 订单金额: 5, Date: DAY });
      expect(found).toMatchObject({ [heading]: 'target', 订单金额: 'amount' });
    },
  );

  it.each([
    '含税金额',
    '不含税金额',
    '未税金额',
    'Amount incl. tax',
    'Amount (excl. VAT)',
    '价税合计',
    '金額',
    '总额',
    '总计',
    'Amount, net',
    'Sales gross',
  ])('%s is the amount', heading =>
    expect(fieldsOf({ Owner: 'Anna', [heading]: 7, Date: DAY })[heading]).toBe('amount'),
  );

  it.each(['目标销售额', 'Tax amount', '未回款金额', '去年同期销售额', 'Refund amount'])(
    'does not take %s where there is no other: the column is asked for',
    async heading => {
      const { columns, questions } = await importOf([`Owner,${heading},Date`, `Anna,7,${DAY}`]);
      expect(columns.amount).toBeUndefined();
      expect(questions.map(({ text }) => text)).toEqual(['choose the column of the amounts']);
    },
  );

  it('未回款金额 and 应回款金额 are not what was collected', () => {
    expect(fieldsOf({ 负责人: '王芳', 金额: 5, 未回款金额: 1, 应回款金额: 2, 已回款金额: 4, 日期: DAY })).toMatchObject(
      {
        未回款金额: '',
        应回款金额: '',
        已回款金额: 'collected',
      },
    );
  });

  it.each(['Modified Date', 'Renewal date', 'End date', 'Last Activity Date', '更新时间', '到期时间', '续约日期'])(
    'asks about %s where it is the only day',
    async heading => {
      const asked = await importOf([`Owner,Amount,${heading}`, `Anna,7,${DAY}`]);
      expect(askedIn(asked)).toEqual([`column: ${heading}`]);
      const named = await importOf([`Owner,Amount,${heading},Order date`, `Anna,7,2026-07-01,${DAY}`]);
      expect([named.columns.closed, named.sums.month]).toEqual(['Order date', { '2026-03': 7 }]);
    },
  );

  it('takes the actual day for the planned one, and asks about a planned one', async () => {
    const head = 'Owner,Stage,Amount,Expected Close Date';
    const both = await importOf([`${head},Actual Close Date`, 'Anna,Won,5,2026-03-31,2026-05-10']);
    expect([both.columns.closed, both.sums.month, both.questions]).toEqual(['Actual Close Date', { '2026-05': 5 }, []]);
    expect(askedIn(await importOf([head, `Anna,Won,5,${DAY}`]))).toEqual(['column: Expected Close Date']);
  });

  it('knows the turn only for the field that it turns', () => {
    expect(isTurned('due date', 'closed')).toBe(true);
    expect(isTurned('due date', 'due')).toBe(false);
    expect(isTurned('taxi sales', 'amount')).toBe(false);
  });
});

describe('matchColumns(): names', () => {
  it('takes no name of customers, contacts, branches, months or records for a salesperson', () => {
    expect(
      fieldsOf({
        'Customer Name': 'Acme',
        'Contact Name': 'Joe',
        'Branch Name': 'Leeds',
        'Month Name': 'March',
        联系人姓名: '张三',
        Amount: 5,
        Date: DAY,
      }),
    ).toEqual({
      'Customer Name': 'customer',
      'Contact Name': '',
      'Branch Name': 'region',
      'Month Name': '',
      联系人姓名: '',
      Amount: 'amount',
      Date: 'closed',
    });
    expect(fieldsOf({ Id: '1', Name: 'Pumps', StageName: 'Won', Amount: 5, CloseDate: DAY }).Name).toBe('');
  });

  it('asks whether Name is the salesperson where the file has no other', async () => {
    expect(askedIn(await importOf(['Name,Amount,Date', `Anna,5,${DAY}`]))).toEqual(['column: Name']);
    expect(askedIn(await importOf(['姓名,金额,日期', `王芳,5,${DAY}`]))).toEqual([]);
  });

  it('takes Product Group for a product, and Customer Group for nothing', () => {
    expect(fieldsOf({ 'Product Group': 'Pumps', 'Customer Group': 'Gold', Amount: 5, Date: DAY })).toMatchObject({
      'Product Group': 'product',
      'Customer Group': '',
    });
  });

  it.each<[string, string | number, DealField]>([
    ['ORDERDATE', '2/24/2003 0:00', 'closed'],
    ['closedate', DAY, 'closed'],
    ['ACTUALCLOSEDATE', DAY, 'closed'],
    ['datetime', DAY, 'closed'],
    ['Timestamp', '1772582400000', 'closed'],
    ['下单时间', DAY, 'closed'],
    ['PRODUCTLINE', 'Cars', 'product'],
    ['amount_usd', 5, 'amount'],
    ['Amount USD', 5, 'amount'],
    ['TOTAL_PRICE_USD', 5, 'amount'],
    ['金额USD', 5, 'amount'],
    ['總額', 5, 'amount'],
    ['ext price', 5, 'amount'],
    ['rep_id', 'E7', 'person'],
    ['OwnerId', 'E7', 'person'],
    ['hubspot_owner_id', 'E7', 'person'],
    ['销售代表ID', 'E7', 'person'],
    ['業務員', '王芳', 'person'],
    ['業務員姓名', '王芳', 'person'],
    ['Propriétaire', 'Zoé', 'person'],
    ['Vendedor', 'Ana', 'person'],
    ['担当者', '佐藤', 'person'],
  ])('knows %s', (heading, sample, field) => {
    const rest = { Amount: 5, Date: DAY };
    const others = field === 'amount' ? { Date: DAY } : field === 'closed' ? { Amount: 5 } : rest;
    expect(fieldsOf({ ...others, [heading]: sample })[heading]).toBe(field);
  });

  it('reads traditional characters as simplified ones', () =>
    expect(['金額', '業務員', '銷售區域', '簽約日期'].map(headingKey)).toEqual([
      '金额',
      '业务员',
      '销售区域',
      '签约日期',
    ]));
});

describe('importOf(): columns that nobody can know', () => {
  it('asks whether a column of days is the day of the sale, and never puts all rows into one month unsaid', async () => {
    const lines = ['Owner,Amount,Whenever', 'Anna,100,2003-02-24', 'Ben,50,2004-05-07'];
    const asked = await importOf(lines, { month: 2026 * 12 + 2 });
    expect(askedIn(asked)).toEqual(['column: Whenever']);
    const confirmed = await importOf(lines, { answers: { columns: { closed: 'Whenever' } } });
    expect(confirmed.questions).toEqual([]);
    expect(confirmed.sums.month).toEqual({ '2003-02': 100, '2004-05': 50 });
    const without = await importOf(lines, { month: 2026 * 12 + 2, answers: { columns: { closed: null } } });
    expect(without.questions).toEqual([]);
    expect(without.warnings).toContain('No column says when: all 2 rows, 150 in sum, count for March 2026.');
  });

  it('offers quantity times price where there is no amount', async () => {
    const lines = ['商品名称,销售数量,单价,销售日期', '手机,10,2500,2025-01-01', '电脑,5,6000,2025-01-02'];
    const offered = await importOf(lines);
    expect(offered.questions.map(({ text }) => text)).toEqual([
      'No column holds amounts. Take 销售数量 × 单价 = 55000?',
    ]);
    const taken = await importOf(lines, { answers: { product: true } });
    expect(taken.questions).toEqual([]);
    expect(taken.sums.product).toEqual({ 手机: 25000, 电脑: 30000 });
    expect(taken.warnings).toContain('The amounts are quantity × price.');
    const refused = await importOf(lines, { answers: { product: false } });
    expect(refused.questions.map(({ text }) => text)).toEqual(['choose the column of the amounts']);
  });

  it('multiplies to the last digit', async () => {
    const { sums } = await importOf(['Owner,Quantity,Unit price,Date', `Anna,3,0.1,${DAY}`], {
      answers: { product: true },
    });
    expect(sums.all).toBe(0.3);
  });
});

describe('targets', () => {
  it.each([
    '目标销售额',
    '销售目标',
    '任务额',
    '考核金额',
    'Sales Target',
    'Target Sales',
    'Quota',
    'Budgeted Sales',
    'Sales Goal',
  ])('%s is a target, said, and never the amount', async heading => {
    const { columns, questions, warnings, sums } = await importOf([`Owner,Date,${heading}`, `Anna,${DAY},100`]);
    expect(columns).toMatchObject({ target: heading });
    expect(questions.map(({ about }) => about)).toEqual(['columns']);
    expect(warnings).toContain(`“${heading}” holds targets: they do not count as sales`);
    expect(sums.all).toBe(0);
  });

  it('stand beside the sales', async () => {
    const { columns, sums, questions } = await importOf(['销售员,目标销售额,实际销售额,日期', `张伟,100,80,${DAY}`]);
    expect([columns.target, columns.amount, sums.all, questions]).toEqual(['目标销售额', '实际销售额', 80, []]);
  });

  it.each(['目标达成率', 'Target achievement', '% of target', 'Target date', '目标客户'])('%s is none', heading =>
    expect(Object.values(fieldsOf({ [heading]: 5, Amount: 5 }))).not.toContain('target'),
  );
});

describe('how likely a stage is', () => {
  it.each([
    ['赢单（100%）', 'won'],
    ['Closed Won 100%', 'won'],
    ['赢单（90%）', undefined],
    ['Closed Won - 75 %', undefined],
    ['报价 60%', 'open'],
    ['Closed Lost (0%)', 'lost'],
  ])('%s is %s', (stage, outcome) => expect(outcomeOf(stage)).toBe(outcome));

  it('asks about each by itself', async () => {
    const rows = ['负责人,阶段,金额,日期', `张伟,赢单100%,100,${DAY}`, `王芳,赢单90%,20,${DAY}`];
    expect(askedIn(await importOf(rows))).toEqual(['stage: 赢单90%']);
    expect((await importOf(rows, { answers: { stages: { '赢单90%': 'open' } } })).sums.all).toBe(100);
  });
});
