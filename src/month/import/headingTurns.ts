import type { DealField } from './dealField.ts';

// 未税 and "excl. tax" are amounts; Tax amount and 税额 are not.
const WITH_OR_WITHOUT_TAX =
  /\b(?:in|ex)c(?:l\w*)?(?: of)?(?: sales)?(?: \d+(?: \d)?)? (?:tax|vat|gst)\b|\b(?:tax|vat|gst) (?:in|ex)c\w*|\b(?:pre|after|before|without|with|plus|no) (?:tax|vat|gst)\b|\bpretax\b|\b(?:ht|ttc)\b|含税|未税|免税|税前|税后|价税/g;

const PLANNED =
  'est|estimated|estimate|expected|expect|forecast\\w*|projected|projection|planned|plan|target\\w*|goals?|quota|budget\\w*|scheduled|tentative|geplant|erwartet|prévu|prévisionnel|previsto|esperado|estimado';
const EARLIER = 'last year|previous|prior|py|ly|yoy|mom|growth';
const OWED = 'outstanding|overdue|unpaid|open|balance|due|remaining|pending|payable|receivable|uncollected';
const PLANNED_HAN = '预计|预测|预期|预估|预算|计划|规划|目标|指标|拟';
const OWED_HAN = '未|待|欠|应|逾期|剩余|余额|尾款';

/** Words that make something else of a heading: 未回款金额 is not what was collected. */
const TURNS: Readonly<Partial<Record<DealField, readonly [latin: string, han: string]>>> = {
  amount: [
    `${PLANNED}|${EARLIER}|${OWED}|tax|taxes|vat|gst|mwst|iva|discount\\w*|refund\\w*|returns?|returned|credit|freight|shipping|delivery|postage|commission\\w*|bonus\\w*|incentives?|fees?|deposit\\w*|advance|costs?|cogs|profit|margin|weighted|probability|change|variance|difference|average|avg|mean|count|quantity|qty|unit|per|percent\\w*|pct|rate|share|min|minimum|max|maximum|rebate\\w*|penalty|fine|interest|ytd|mtd|qtd|cumulative|running|list|expenses?|insurance|duty|surcharge|adjustments?|cancel\\w*|lost|paid|received|collected|committed|potential|pipeline|currency|code|id|date|rabatt|steuer|skonto|provision|remise|tva|descuento|impuesto|comisión|desconto|imposto|sconto`,
    `${PLANNED_HAN}|${OWED_HAN}|退|税|运费|运杂|快递|物流|邮费|提成|佣金|奖金|返利|返点|折扣|优惠|减免|让利|补贴|去年|上年|同期|上月|上期|前年|同比|环比|增长|增幅|差额|差异|成本|利润|毛利|费用|手续费|定金|订金|预付|预收|保证金|押金|平均|均价|均|单价|率|占比|比例|数量|加权|最低|最高|最大|最小|计数|任务|考核|罚|违约|滞纳|利息|借款|报销|工资|坏账|损失|作废|丢单|流失|取消|冲销|首付|货币|币种|日期|時間`,
  ],
  collected: [
    `${PLANNED}|${EARLIER}|${OWED}|tax|percent\\w*|pct|rate|refund\\w*|not|date`,
    `${PLANNED_HAN}|${OWED_HAN}|税|率|比例|退|去年|上年|同期|日期`,
  ],
  closed: [
    `${PLANNED}|modif\\w*|update\\w*|updated|changed?|renew\\w*|end|expir\\w*|due|last|next|activity|creat\\w*|entered|start\\w*|begin\\w*|birth\\w*|hire\\w*|login|visit\\w*|contacted|follow\\w*|review\\w*|reminder|cancel\\w*|lost|refund\\w*|return\\w*|ship\\w*|deliver\\w*|dispatch\\w*|print\\w*|export\\w*|report\\w*|approv\\w*|sync\\w*|import\\w*|stage|lead`,
    `${PLANNED_HAN}|更新|修改|变更|到期|截止|结束|续约|续签|续费|失效|有效|终止|起始|开始|创建|建立|录入|登记|提交|最后|最近|上次|下次|跟进|联系|拜访|回访|出生|生日|入职|离职|应|提醒|退|取消|作废|审批|审核|打印|导出|同步|交货|交付|到货|发货|制单|线索`,
  ],
  month: [
    `${PLANNED}|${EARLIER}|creat\\w*|start|end|due|last|next|renew\\w*|months`,
    `${PLANNED_HAN}|创建|到期|去年|上年|同期`,
  ],
  target: [
    'of|vs|versus|to|percent\\w*|pct|rate|achiev\\w*|attain\\w*|gap|variance|difference|remaining|left|date|market|customer|account|company|group|id|name',
    '达成|完成|率|差|比|缺口|进度|剩余|客户|市场|日期|人群',
  ],
  quantity: [`${PLANNED}|${EARLIER}|return\\w*`, `${PLANNED_HAN}|退|未|去年|上年|同期`],
  stage: [`previous|prior|last|next|date|days|duration|probability`, '上一|下一|日期|时间|天数|概率'],
  person: ['previous|former|prior|email|mail|phone|role|team', '原|前任|邮箱|电话|部门|角色|创建|修改|审批|制单'],
};

const PATTERNS = new Map(
  Object.entries(TURNS).map(([field, [latin, han]]) => [
    field,
    new RegExp(`(?:^| )(?:${latin})(?= |$)|(?:${han})`, 'u'),
  ]),
);

/** Whether a heading says something else than its last word: a target, a tax, a day that was planned. */
export function isTurned(heading: string, field: DealField): boolean {
  return PATTERNS.get(field)?.test(withoutTax(heading)) ?? false;
}

/** Amount incl. VAT is an amount. */
export function withoutTax(heading: string): string {
  return heading.replace(WITH_OR_WITHOUT_TAX, ' ').trim();
}
