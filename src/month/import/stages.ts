import type { Cell } from '../../kernel/cell.ts';
import { shownCell } from './cleaning.ts';
import { headingKey, wholeHeading } from './headingKey.ts';

/** What a stage means for counting. */
export type StageOutcome = 'won' | 'lost' | 'open';

const WORDS: Readonly<Record<StageOutcome, readonly string[]>> = {
  won: '同意,已同意,审批同意,cerrada ganada,cerrado ganado,cierre ganado,ganada cerrada,fechado ganho,negócio fechado,chiusa vinta,chiuso vinto,fermée gagnée,fermé gagné,conclue et gagnée,clôturée gagnée,clos gagné,clôturé gagné,signé,signée,conclu,geschlossen gewonnen,geschlossen und gewonnen,auftrag,auftrag erteilt,auftrag erhalten,beauftragt,unterschrieben,商談成立,契約済み,契約締結,受注確定,won deal,deal won,closed and won,purchased,booked,captured,settled,succeeded,success,结案,结算完成,已结算,已成单,成单,已赢,赢,已收款,已付清,已发出,已签收,已完结,成功,交易完成,已支付,已中标,中标,gewonnen,gagné,gagnée,ganado,ganada,ganha,ganho,vinto,vinta,gewonnen geschlossen,abgeschlossen gewonnen,受注,受注済み,成約,成立,已出货,已收汇,已到账,已结案,已核销,合同签订,合同已签,签订合同,已交付,已交货,已结束并赢得客户,已结束并赢得,赢得,closed won,won,closedwon,win,signed,contract signed,completed,complete,fulfilled,invoiced,paid,shipped,delivered,active,true,yes,赢单,已赢单,赢单关闭,成交,已成交,签约,已签约,签单,已签单,已签订,结单,已结单,完成,已完成,生效,已生效,执行中,履行中,履约中,已付款,已回款,已发货,已收货,已开票,已审批,审批通过,审核通过,已通过,已审核,交易成功,是'.split(
    ',',
  ),
  lost: 'omitted,不同意,审批拒绝,cerrada perdida,cerrado perdido,cierre perdido,perdida cerrada,fechado perdido,chiusa persa,chiuso perso,cancelado,cancelada,rechazado,rechazada,annullato,annullata,fermée perdue,fermé perdu,conclue et perdue,clôturée perdue,clos perdu,clôturé perdu,annulé,annulée,abandonné,abandonnée,refusé,refusée,geschlossen verloren,geschlossen und verloren,abgeschlossen verloren,storniert,abgelehnt,abgebrochen,abgesagt,キャンセル,見送り,中止,lost deal,deal lost,closed and lost,lost to competitor,lost to competition,closed lost to competition,closed lost to competitor,no sale,order cancelled,order canceled,order refunded,failed,payment failed,chargeback,uncollectible,withdrawn,unqualified,未赢单,未中标,已输,输,已放弃,放弃,已弃单,弃单,已退回,交易取消,已取消订单,已中止,verloren,perdu,perdue,perdido,perdida,perso,persa,失注,不成立,declined,abandoned,expired,returned,cancelled order,closed declined,no decision,已拒绝,拒绝,已流失,战败,已战败,搁置丢单,已退货,退货,已撤销,撤销,已失效,已结束但未赢得客户,已结束但丢失,已结束且丢失,未成交,closed lost,lost,closedlost,lose,cancelled,canceled,void,voided,refunded,rejected,disqualified,dead,churned,输单,已输单,输单关闭,丢单,已丢单,流失,失败,作废,已作废,取消,已取消,已关闭,无效,已驳回,驳回,退单,已退单,退款,已退款,交易关闭,终止,已终止'.split(
    ',',
  ),
  open: 'angebot,angebot erstellt,angebot gesendet,angebot versendet,angebotsphase,verhandlung,in verhandlung,qualifizierung,qualifiziert,bedarfsanalyse,erstkontakt,erstgespräch,in prüfung,neu,präsentation,entscheidung,interessent,proposition,proposition envoyée,négociation,devis,devis envoyé,qualifié,qualifiée,prospection,ouverte,nouveau,nouvelle,en attente,en négociation,découverte,propuesta,propuesta enviada,negociación,en negociación,presupuesto,presupuesto enviado,calificación,calificado,prospección,abierta,nuevo,nueva,pendiente,en curso,proposta,negociação,negoziazione,trattativa,qualificação,qualificazione,aperta,in corso,提案,提案中,提案済み,見積,見積もり,見積中,見積提出,交渉,交渉中,ヒアリング,商談,初回訪問,アプローチ,リード,新規,検討中,内示,未着手,in negotiation,negotiating,quoted,quote requested,proposal quote,proposal price quote review,closing,verbal agreement,contracting,contract negotiation,legal,procurement,trial,poc,proof of concept,pilot,nurture,nurturing,stalled,paused,identify,scoping,awaiting,awaiting payment,unpaid,scheduled,waiting,assigned,unassigned,in discussion,follow up,followup,谈判中,商务谈判中,谈判阶段,报价中,已报价,报价阶段,方案中,方案阶段,方案沟通,方案演示,产品演示,演示,试用,试用中,需求沟通,需求确认中,需求阶段,初步意向,意向客户,有意向,已立项,立项中,线索,跟进,沟通中,洽谈,洽谈中,合同谈判,合同签订中,合同拟定,合同评审,签约中,待成交,待确认,待付款,待发货,待回款,未付款,未完成,未结束,待定,进行,处理中,暂缓,暂停,已暂停,商机,新商机,机会,潜在,潜在客户,招标,投标中,评估,评估中,决策,决策中,验证,offen,in bearbeitung,ouvert,en cours,abierto,en proceso,aberto,aperto,商談中,進行中,disputed,in process,processing,in review,on hold,hold,backlog,not started,working,contacted,lead,opportunity,lead in,proposal sent,quote sent,proposal made,negotiations started,negotiation started,meeting scheduled,solution,propose,qualify,develop,verbal commitment,verbal,open,new,prospecting,prospect,qualification,qualified,engaging,engaged,needs analysis,value proposition,id decision makers,perception analysis,proposal,proposal price quote,quote,negotiation,negotiation review,discovery,demo,evaluation,appointment scheduled,qualified to buy,presentation scheduled,decision maker bought in,contract sent,pipeline,in progress,pending,draft,commit,best case,false,no,新建,初步接触,初步沟通,需求确认,需求分析,需求调研,验证客户,方案报价,方案制定,方案,报价,商务谈判,谈判,谈判审核,合同审批,跟进中,进行中,立项,投标,招投标,待审核,审批中,审核中,待签约,意向,草稿,未提交,否'.split(
    ',',
  ),
};

const KNOWN = new Map(
  (['won', 'lost', 'open'] as const).flatMap(outcome =>
    WORDS[outcome].map(word => [compact(headingKey(word)), outcome] as const),
  ),
);

/** The outcome that a stage's name means; `undefined` is asked about. */
export function outcomeOf(stage: string): StageOutcome | undefined {
  const key = stageKey(stage);
  return KNOWN.get(compact(key)) ?? (LOST_TO.test(key) ? 'lost' : undefined);
}

// Closed Lost - Price, Lost to ACME: the reason changes nothing.
const LOST_TO = /^(?:closed )?lost (?:to|due to|because|by|on|no|price|budget|competit\w*|timing)\b|^closed lost /;

// Is won, 是否赢单: a column of yes and no, which databases write as 1 and 0.
const FLAG = /^(?:is )?(?:closed )?won$|^won lost$|^是否(?:赢单|成交|签约)$|^赢单与否$/;

export function isFlag(heading: string): boolean {
  return FLAG.test(headingKey(heading));
}

/** 1 and 0 under such a heading are true and false. */
export function flagged(cell: Cell): Cell {
  const text = shownCell(cell).trim();
  return text === '1' ? 'true' : text === '0' ? 'false' : cell;
}

const NUMBERED = /^(?:stage|阶段)? ?\d+ ?(?=\p{L})/u;
// What a won deal is not any more, or not yet, whatever stands before it.
const TAKEN_BACK =
  /\b(?:cancel\w*|refund\w*|void\w*|revers\w*|revoked?|return\w*|reject\w*|terminat\w*|expired|lost|not|pending|unpaid|inactive|disputed|fraud|test|duplicate|on hold|draft)\b|作废|废|退|取消|撤|终止|驳回|拒|失效|无效|未|待|冻结|争议|测试|重复|暂停|草稿|流失|丢|输|冲销|红冲/;

const LIKELIHOOD = /(\d+)(?:\.\d+)?\s*[%％]/;

/**
 * Stages are numbered in many pipelines, and say how likely they are: "5. Closed Won", 06-赢单, 赢单（100%). What
 * stands in brackets belongs to the name where it takes it back: Won (cancelled). So does a likelihood that is less
 * than certain: 赢单 90% has not been won yet.
 */
export function stageKey(stage: string): string {
  const given = stage.slice(0, 200);
  const text = given.replace(/\d+(?:\.\d+)?\s*[%％]/g, ' ');
  const whole = wholeHeading(text);
  const key = headingKey(text);
  const share = LIKELIHOOD.exec(given)?.[1];
  if (share !== undefined && Number(share) < 100 && KNOWN.get(compact(key.replace(NUMBERED, '') || key)) === 'won')
    return wholeHeading(given);
  if (whole !== key && TAKEN_BACK.test(whole) && KNOWN.get(compact(key)) !== 'lost') return whole;
  return key.replace(NUMBERED, '') || key;
}

/** HubSpot's internal names have no blanks: presentationscheduled. */
function compact(key: string): string {
  return /^[a-z]/.test(key) ? key.replace(/ /g, '') : key;
}
