import { headingKey, wholeHeading } from './headingKey.ts';

/** What a stage means for counting. */
export type Outcome = 'won' | 'lost' | 'open';

const WORDS: Readonly<Record<Outcome, readonly string[]>> = {
  won: 'gewonnen,gagné,gagnée,ganado,ganada,ganha,ganho,vinto,vinta,gewonnen geschlossen,abgeschlossen gewonnen,受注,受注済み,成約,成立,已出货,已收汇,已到账,已结案,已核销,合同签订,合同已签,签订合同,已交付,已交货,已结束并赢得客户,已结束并赢得,赢得,closed won,won,closedwon,win,signed,contract signed,completed,complete,fulfilled,invoiced,paid,shipped,delivered,active,true,yes,赢单,已赢单,赢单关闭,成交,已成交,签约,已签约,签单,已签单,已签订,结单,已结单,完成,已完成,生效,已生效,执行中,履行中,履约中,已付款,已回款,已发货,已收货,已开票,已审批,审批通过,审核通过,已通过,已审核,交易成功,是'.split(
    ',',
  ),
  lost: 'verloren,perdu,perdue,perdido,perdida,perso,persa,失注,不成立,declined,abandoned,expired,returned,cancelled order,closed declined,no decision,已拒绝,拒绝,已流失,战败,已战败,搁置丢单,已退货,退货,已撤销,撤销,已失效,已结束但未赢得客户,已结束但丢失,已结束且丢失,未成交,closed lost,lost,closedlost,lose,cancelled,canceled,void,voided,refunded,rejected,disqualified,dead,churned,输单,已输单,输单关闭,丢单,已丢单,流失,失败,作废,已作废,取消,已取消,已关闭,无效,已驳回,驳回,退单,已退单,退款,已退款,交易关闭,终止,已终止'.split(
    ',',
  ),
  open: 'offen,in bearbeitung,ouvert,en cours,abierto,en proceso,aberto,aperto,商談中,進行中,disputed,in process,processing,in review,on hold,hold,backlog,not started,working,contacted,lead,opportunity,lead in,proposal sent,quote sent,proposal made,negotiations started,negotiation started,meeting scheduled,solution,propose,qualify,develop,verbal commitment,verbal,open,new,prospecting,prospect,qualification,qualified,engaging,engaged,needs analysis,value proposition,id decision makers,perception analysis,proposal,proposal price quote,quote,negotiation,negotiation review,discovery,demo,evaluation,appointment scheduled,qualified to buy,presentation scheduled,decision maker bought in,contract sent,pipeline,in progress,pending,draft,commit,best case,false,no,新建,初步接触,初步沟通,需求确认,需求分析,需求调研,验证客户,方案报价,方案制定,方案,报价,商务谈判,谈判,谈判审核,合同审批,跟进中,进行中,立项,投标,招投标,待审核,审批中,审核中,待付款,待签约,意向,草稿,未提交,否'.split(
    ',',
  ),
};

const KNOWN = new Map(
  (['won', 'lost', 'open'] as const).flatMap(outcome =>
    WORDS[outcome].map(word => [compact(headingKey(word)), outcome] as const),
  ),
);

/** The outcome that a stage's name means; `undefined` is asked about. */
export function outcomeOf(stage: string): Outcome | undefined {
  return KNOWN.get(compact(stageKey(stage)));
}

const NUMBERED = /^(?:stage|阶段)? ?\d+ ?(?=\p{L})/u;
// What a won deal is not any more, or not yet, whatever stands before it.
const TAKEN_BACK =
  /\b(?:cancel\w*|refund\w*|void\w*|revers\w*|revoked?|return\w*|reject\w*|terminat\w*|expired|lost|not|pending|unpaid|inactive|disputed|fraud|test|duplicate|on hold|draft)\b|作废|废|退|取消|撤|终止|驳回|拒|失效|无效|未|待|冻结|争议|测试|重复|暂停|草稿|流失|丢|输|冲销|红冲/;

/**
 * Stages are numbered in many pipelines, and say how likely they are: "5. Closed Won", 06-赢单, 赢单（100%). What
 * stands in brackets belongs to the name where it takes it back: Won (cancelled).
 */
export function stageKey(stage: string): string {
  const text = stage.slice(0, 200).replace(/\d+\s*[%％]/g, ' ');
  const whole = wholeHeading(text);
  const key = headingKey(text);
  if (whole !== key && TAKEN_BACK.test(whole) && KNOWN.get(compact(key)) !== 'lost') return whole;
  return key.replace(NUMBERED, '') || key;
}

/** HubSpot's internal names have no blanks: presentationscheduled. */
function compact(key: string): string {
  return /^[a-z]/.test(key) ? key.replace(/ /g, '') : key;
}
