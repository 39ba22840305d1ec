import { say, type Text } from '../../kernel/text.ts';

/** What a column of an export can mean. */
export type DealField =
  | 'id'
  | 'person'
  | 'manager'
  | 'team'
  | 'region'
  | 'product'
  | 'customer'
  | 'stage'
  | 'amount'
  | 'currency'
  | 'collected'
  | 'closed'
  | 'month'
  | 'created'
  | 'due'
  | 'quantity'
  | 'price'
  | 'cost'
  | 'profit'
  | 'target'
  | 'discount'
  | 'probability'
  | SummedField;

/** What a row says that sums up many deals: a warehouse's month. */
export type SummedField = 'signed' | 'credited' | 'won' | 'lost';

/** How the cells of a column are read. */
export type CleanKind = 'amount' | 'share' | 'date' | 'month' | 'name';

export interface FieldWord {
  readonly word: string;
  /** It is no part of a longer heading. */
  readonly isWhole: boolean;
}

export interface FieldDefinition {
  readonly label: Text;
  readonly kind: CleanKind;
  /** What exports call it, in the order of preference where a file has several of them. */
  readonly words: readonly FieldWord[];
}

/**
 * Headings of Salesforce, HubSpot, Dynamics, Pipedrive, 销售易, 纷享销客, 简道云 and of plain ledgers. Fields that are not
 * read further (profit, target, discount) are here so that their columns are not taken for something else. A word with = before
 * it is a heading only where it stands alone: "Name" may be the salesperson, "Branch name" never is.
 */
export const DEAL_FIELDS: Readonly<Record<DealField, FieldDefinition>> = {
  id: {
    label: say('Deal ID', '编号'),
    kind: 'name',
    words: wordsOf(
      'contract number,contract no,contract id,order number,order no,order id,opportunity id,deal id,record id,invoice number,invoice no,transaction id,receipt number,po number,voucher number,=number,=id,合同编号,合同号,订单编号,订单号,销售订单编号,商机编号,机会编号,发票号码,单据编号,单据号,=单号,=流水号,=编号,auftragsnummer,rechnungsnummer,vertragsnummer,=verkaufsbeleg,=belegnummer,=auftrag,=auftragsnr,=rechnungsnr,=sales document,=billing document,document number,=單號,numéro de facture,numéro de commande,número de pedido,número de factura,numero ordine,numero fattura,案件番号,注文番号,商談id',
    ),
  },
  person: {
    label: say('Salesperson', '销售员'),
    kind: 'name',
    words: wordsOf(
      'salesperson,sales person,salesman,sales rep,sales representative,sales agent,sales executive,opportunity owner,deal owner,record owner,owner,account executive,sales owner,rep,seller,=person,sold by,closed by,=agent,=consultant,=employee,account manager,account owner,=name,销售员,业务员,销售人员,销售代表,销售负责人,销售顾问,销售专员,导购员,业务人员,业务代表,业务机会所有人,商机所有人,销售机会所有人,订单所有人,合同所有人,所有人,所有者,商机负责人,订单负责人,合同负责人,负责人,客户经理,签单人,签约人,跟进人,经办人,=销售姓名,=业务,=销售,=人员,=姓名,=员工,verkäufer,vertriebsmitarbeiter,vertriebsbeauftragter,=kundenbetreuer,=außendienstmitarbeiter,=vertreter,=ansprechpartner vertrieb,=assigned to,assigned user,=ejecutivo de ventas,=asesor,=agente,=agente comercial,=chargé d affaires,=vendedora,=vendeuse,=venditrice,=担当者名,=担当営業,=営業,=営業員,=販売員,=销售员姓名,=归属销售,=所属销售,=发起人,=提交人,=制表人,mitarbeiter,inhaber,besitzer,eigentümer,zuständiger,vendeur,commercial,propriétaire,responsable,vendedor,comercial,propietario,proprietário,responsável,venditore,proprietario,verkoper,eigenaar,担当者,営業担当,担当,所有者,営業担当者',
    ),
  },
  manager: {
    label: say('Manager', '经理'),
    kind: 'name',
    words: wordsOf(
      'manager,sales manager,team lead,team leader,supervisor,reports to,=经理,销售经理,主管,销售主管,直属上级,=上级,部门负责人,vertriebsleiter,teamleiter',
    ),
  },
  team: {
    label: say('Team', '团队'),
    kind: 'name',
    words: wordsOf(
      'team,sales team,hubspot team,=department,=group,sales group,business unit,owner role,=division,团队,销售团队,=部门,所属部门,归属部门,负责人主属部门,负责人所在部门,所在部门,销售部门,销售部,=小组,=组别,事业部,=abteilung,=équipe,=equipo,=equipe,=チーム,=部署',
    ),
  },
  region: {
    label: say('Region', '区域'),
    kind: 'name',
    words: wordsOf(
      'region,sales region,regional office,territory,sales territory,=area,sales area,district,=market,=office,=branch,=state,=province,=country,=state province,区域,大区,销售区域,=地区,所属区域,所属大区,=片区,=战区,=分公司,办事处,=省份,=省,=省区,=城市,=gebiet,=verkaufsgebiet,=verkäufergruppe,=verkaufsorganisation,=verkaufsbüro,=sales organization,=sales office,=bundesland,=land,vertriebsgebiet,=région,=pays,=territoire,=región,=país,=territorio,=região,=regio,=regione,=地域,=エリア',
    ),
  },
  product: {
    label: say('Product', '产品'),
    kind: 'name',
    words: wordsOf(
      'product,product line,product name,product family,product category,product group,=category,=item,item name,lineitem name,line item,line of business,=sku,产品,产品线,产品名称,产品类别,产品分类,产品大类,=商品,商品名称,商品类别,=品类,=品名,=类别,=型号,规格型号,产品型号,产品编码,产品编号,商品编码,物料名称,=produkt,=artikel,=produit,=producto,=produto,=prodotto,=商品名,=製品,=製品名,=存货名称,=存货,=货品名称,=货品,=materialbezeichnung,=material,=artikelbezeichnung,=produktname,=nom du produit,=nombre del producto,=sku名称',
    ),
  },
  customer: {
    label: say('Customer', '客户'),
    kind: 'name',
    words: wordsOf(
      'customer,=account,client,=company,company name,=organization,associated company,=buyer,=contact,contact person,客户,=客户名,客户全称,客户简称,公司名称,企业名称,=购货单位,=购买方,=买方,=甲方,往来单位,=付款方,=付款单位,=联系人,=kunde,=kundenname,=firma,=auftraggeber,=name auftraggeber,=debitor,=sold to party,=societé,=société,=nom du client,=entreprise,=empresa,=nombre del cliente,=会社名,=得意先,=得意先名,=客户单位,=client,=cliente,=klant,=取引先,=取引先名,=顧客,=顧客名',
    ),
  },
  stage: {
    label: say('Stage', '阶段'),
    kind: 'name',
    words: wordsOf(
      'stage,stage name,deal stage,sales stage,opportunity stage,status,deal status,order status,contract status,opportunity status,=outcome,=result,=won lost,=is won,=is closed won,closed won,=won,=state,阶段,阶段名称,销售阶段,商机阶段,机会阶段,业务机会阶段,当前阶段,状态,商机状态,订单状态,合同状态,成交状态,赢单状态,销售状态,=是否赢单,=是否成交,=赢单,=赢单与否,=结果,financial status,payment status,=auftragsstatus,=verkaufschancenphase,=verkaufsstatus,=phase de vente,=étape de vente,=statut de l opportunité,=etapa de venta,=etapa de la oportunidad,=situação,=ステータス,=商談フェーズ,=進捗,=状況,=审批结果,=跟进状态,=成交结果,=商机结果,=是否签约,=phase,=verkaufsphase,=étape,=statut,=etapa,=estado,=fase,=stato,=フェーズ,=ステージ,=状態,=forecast category,=预测类别',
    ),
  },
  amount: {
    label: say('Amount', '金额'),
    kind: 'amount',
    words: wordsOf(
      'amount,deal amount,opportunity amount,contract amount,contract value,deal value,close value,order amount,order total,net amount,net sales,sales amount,sales value,sales,actual revenue,revenue,net revenue,amount in company currency,total amount,total price,ext price,extended price,extended amount,line total,total sales,grand total,invoice amount,invoice total,=total,=value,turnover,=acv,=tcv,=income,=bookings,actual sales,=actual,合同金额,合同额,合同总额,签约金额,签单金额,成交金额,成交额,订单金额,销售订单金额,实际金额,实付金额,实收金额,商机金额,预计商机金额,销售金额,销售额,销售收入,销售总额,=收入,营业额,业绩,业绩金额,总金额,总额,总价,金额,价税合计,=合计,=总计,收汇金额,实际销售额,实际完成,完成额,完成金额,=实际,=实收,=实付,预计销售金额,预计成交金额,=sum,=net,=netto,=betrag,=umsatz,=nettowert,=nettoumsatz,=bruttobetrag,=umsatzerlöse,=rechnungsbetrag,=auftragssumme,=wert,=summe,=net value,=gesamtbetrag,=nettobetrag,=auftragswert,=montant,chiffre d affaires,=ca,=ca ht,=montant total,=importe,=monto,=monto total,=valor total,=valor da venda,=faturamento,=receita,=montant ht,=montant ttc,=chiffre affaires,=prix total,=total ht,=total ttc,=valeur,=ingresos,=ventas,=valor,=importe total,=importo,=ricavi,=fatturato,=bedrag,=omzet,=売上,=売上金額,=売上額,=契約金額,=商談金額,=販売金額,=税抜金額,=金額,=売上高,=受注金額,=合計金額',
    ),
  },
  currency: {
    label: say('Currency', '币种'),
    kind: 'name',
    words: wordsOf(
      'currency,amount currency,deal currency,opportunity currency,contract currency,currency code,currency iso code,transaction currency,record currency,=ccy,=curr,币种,币别,=货币,货币代码,货币类型,交易货币,结算货币,=währung,=belegwährung,=通貨コード,=貨幣,=devise,=moneda,=moeda,=valuta,=通貨',
    ),
  },
  collected: {
    label: say('Collected', '已回款'),
    kind: 'amount',
    words: wordsOf(
      'collected,amount collected,amount paid,paid amount,=paid,=received,amount received,payment received,=payments,=receipts,cash received,receipt amount,payment amount,已回款,已回款金额,回款金额,累计回款,累计回款金额,回款额,回款总额,=回款,已收金额,已收款,收款金额,到账金额,已付金额,已付款金额,到款金额,实际回款金额',
    ),
  },
  closed: {
    label: say('Close date', '成交日期'),
    kind: 'date',
    words: wordsOf(
      'actual close date,close date,closed date,date closed,won date,won time,closed on,closed at,closed won date,close time,closing date,signed date,signing date,date signed,contract date,order date,date ordered,order time,sale date,sales date,date of sale,date sold,invoice date,transaction date,transaction time,txn date,booking date,purchase date,activated date,posting date,date,=datetime,=date time,=timestamp,=day,payment date,receipt date,deal closed,expected close date,实际成交日期,成交日期,成交时间,成单日期,成单时间,赢单日期,赢单时间,签约日期,签约时间,签订日期,签订时间,签单日期,签单时间,合同日期,合同签订日期,结单日期,=结束日期,关闭日期,关闭时间,下单日期,下单时间,订单日期,订单时间,销售日期,销售时间,业务日期,单据日期,开票日期,交易日期,交易时间,日期,回款日期,收款日期,到账日期,收汇日期,付款日期,预计成交日期,预计结单日期,=时间,=日期时间,=datum,=belegdatum,=buchungsdatum,=gewonnen am,=abgeschlossen am,=document date,=billing date,paid at,=paid on,=paid date,=processed at,=abschlussdatum,=auftragsdatum,=rechnungsdatum,=verkaufsdatum,=bestelldatum,date de clôture,=date de vente,=date de commande,=fecha,fecha de cierre,=fecha de venta,=fecha de pedido,=data,data de fechamento,data di chiusura,=data vendita,=sluitdatum,=besteldatum,=日付,=契約日,=販売日,=計上日,=成立日,=受注日付,=完了予定日付,=完了日,=完了予定日,=受注日,=売上日,=クローズ日,=成約日',
    ),
  },
  month: {
    label: say('Month', '月份'),
    kind: 'month',
    words: wordsOf(
      'month,=period,fiscal month,fiscal period,accounting period,year month,month of sale,月份,=年月,=月,=月度,所属月份,=期间,会计期间,统计月份,=monat,=mois,=mes,=mês,=mese,=maand',
    ),
  },
  created: {
    label: say('Created on', '创建日期'),
    kind: 'date',
    words: wordsOf(
      'create date,created date,created on,created at,created time,=created,date created,creation date,open date,=opened,engage date,start date,创建日期,创建时间,创建于,提交时间,录入日期,录入时间,立项日期,登记日期,发现日期,=angelegt am,=fecha de creación,=date de création,=作成日時,=erstelldatum,=erstellt am,=作成日',
    ),
  },
  due: {
    label: say('Due date', '到期日'),
    kind: 'date',
    words: wordsOf(
      'due date,payment due,payment due date,=due,应收日期,到期日,到期日期,应回款日期,计划回款日期,应付日期,付款期限,=fälligkeitsdatum',
    ),
  },
  quantity: {
    label: say('Quantity', '数量'),
    kind: 'amount',
    words: wordsOf(
      'quantity,quantity ordered,qty,=units,units sold,=volume,number of orders,=orders,数量,销量,销售数量,订单量,订购数量,=件数,=台数,=menge,=anzahl,=quantité,=cantidad,=quantidade,=数量',
    ),
  },
  price: {
    label: say('Price', '单价'),
    kind: 'amount',
    words: wordsOf(
      'unit price,price,price each,list price,sales price,单价,=价格,销售单价,含税单价,标准价格,=einzelpreis,=preis,=prix unitaire,=precio unitario,=単価',
    ),
  },
  cost: {
    label: say('Cost', '成本'),
    kind: 'amount',
    words: wordsOf('cost,total cost,cost of goods,cost of sales,=cogs,成本,总成本,产品成本,销售成本,成本金额'),
  },
  profit: {
    label: say('Profit', '利润'),
    kind: 'amount',
    words: wordsOf('profit,gross profit,=margin,利润,毛利,毛利润,毛利额'),
  },
  target: {
    label: say('Target', '目标'),
    kind: 'amount',
    words: wordsOf(
      'target,quota,goal,sales objective,=objective,=budget,=plan,目标,指标额,任务额,=任务,=预算,=ziel,=zielumsatz,=umsatzziel,=objectif,=objetivo,=cuota,=obiettivo,=目標,=目標金額,=売上目標,=ノルマ',
    ),
  },
  discount: {
    label: say('Discount', '折扣'),
    kind: 'share',
    words: wordsOf('discount,discount rate,discount percent,折扣,折扣率,整单折扣'),
  },
  probability: {
    label: say('Win probability', '赢单概率'),
    kind: 'share',
    words: wordsOf(
      'probability,win probability,deal probability,forecast probability,概率,赢率,赢单率,成交概率,可能性',
    ),
  },
  signed: { label: say('Contract value', '合同额'), kind: 'amount', words: wordsOf('=signed,=contract value') },
  credited: {
    label: say('Credited deals', '计入业绩单数'),
    kind: 'amount',
    words: wordsOf('=deals,=credited deals,=计入业绩单数'),
  },
  won: { label: say('Deals won', '赢单数'), kind: 'amount', words: wordsOf('=won,=deals won,=赢单数') },
  lost: { label: say('Deals lost', '输单数'), kind: 'amount', words: wordsOf('=lost,=deals lost,=输单数') },
};

/** Taken for what they say where they stand together; alone, Won is how a deal ended. */
export const SUMMED_FIELDS: readonly SummedField[] = ['signed', 'credited', 'won', 'lost'];

export const DEAL_FIELD_KEYS = Object.keys(DEAL_FIELDS) as readonly DealField[];

function wordsOf(list: string): FieldWord[] {
  return list.split(',').map(word => ({ word: word.replace('=', ''), isWhole: word.startsWith('=') }));
}
