import { headingKey } from './headingKey.ts';

/** What a stage means for counting. */
export type Outcome = 'won' | 'lost' | 'open';

const WORDS: Readonly<Record<Outcome, readonly string[]>> = {
  won: '已结束并赢得客户,已结束并赢得,赢得,closed won,won,closedwon,win,signed,contract signed,completed,complete,fulfilled,invoiced,paid,shipped,delivered,active,true,yes,赢单,已赢单,赢单关闭,成交,已成交,签约,已签约,签单,已签单,已签订,结单,已结单,完成,已完成,生效,已生效,执行中,履行中,履约中,已付款,已回款,已发货,已收货,已开票,已审批,审批通过,审核通过,已通过,已审核,交易成功,是'.split(
    ',',
  ),
  lost: '已结束但未赢得客户,已结束但丢失,已结束且丢失,未成交,closed lost,lost,closedlost,lose,cancelled,canceled,void,voided,refunded,rejected,disqualified,dead,churned,输单,已输单,输单关闭,丢单,已丢单,流失,失败,作废,已作废,取消,已取消,已关闭,无效,已驳回,驳回,退单,已退单,退款,已退款,交易关闭,终止,已终止'.split(
    ',',
  ),
  open: 'open,new,prospecting,prospect,qualification,qualified,engaging,engaged,needs analysis,value proposition,id decision makers,perception analysis,proposal,proposal price quote,quote,negotiation,negotiation review,discovery,demo,evaluation,appointment scheduled,qualified to buy,presentation scheduled,decision maker bought in,contract sent,pipeline,in progress,pending,draft,commit,best case,false,no,新建,初步接触,初步沟通,需求确认,需求分析,需求调研,验证客户,方案报价,方案制定,方案,报价,商务谈判,谈判,谈判审核,合同审批,跟进中,进行中,立项,投标,招投标,待审核,审批中,审核中,待付款,待签约,意向,草稿,未提交,否'.split(
    ',',
  ),
};

const KNOWN = new Map(
  (['won', 'lost', 'open'] as const).flatMap(outcome => WORDS[outcome].map(word => [word, outcome] as const)),
);

/** The outcome that a stage's name means; `undefined` is asked about. */
export function outcomeOf(stage: string): Outcome | undefined {
  return KNOWN.get(stageKey(stage));
}

/** Stages are numbered in many pipelines, and say how likely they are: "5. Closed Won", 06-赢单, 赢单（100%）. */
export function stageKey(stage: string): string {
  const key = headingKey(stage.slice(0, 200).replace(/\d+\s*[%％]/g, ' '));
  return key.replace(/^(?:stage|阶段)? ?\d+ ?(?=\p{L})/u, '') || key;
}
