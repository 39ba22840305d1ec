import type { Text } from '../kernel/text.ts';

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
  | 'collected'
  | 'closed'
  | 'month'
  | 'created'
  | 'due'
  | 'quantity'
  | 'price'
  | 'cost'
  | 'profit'
  | 'discount'
  | 'probability';

/** How the cells of a column are read. */
export type CleanKind = 'amount' | 'share' | 'date' | 'month' | 'name';

export interface FieldDefinition {
  readonly label: Text;
  readonly kind: CleanKind;
  /** What exports call it, in the order of preference where a file has several of them. */
  readonly words: readonly string[];
}

/**
 * Headings of Salesforce, HubSpot, 销售易, 纷享销客, 简道云 and of plain ledgers. Fields that are not read further
 * (profit, discount) are here so that their columns are not taken for something else.
 */
export const DEAL_FIELDS: Readonly<Record<DealField, FieldDefinition>> = {
  id: {
    label: { en: 'Number', zh: '编号' },
    kind: 'name',
    words:
      'contract number,contract no,contract id,order number,order no,order id,opportunity id,deal id,record id,invoice number,invoice no,transaction id,id,合同编号,合同号,订单编号,订单号,销售订单编号,商机编号,机会编号,单据编号,单据号,单号,流水号,编号'.split(
        ',',
      ),
  },
  person: {
    label: { en: 'Salesperson', zh: '销售员' },
    kind: 'name',
    words:
      'salesperson,sales person,sales rep,sales representative,sales agent,opportunity owner,deal owner,owner,owner name,opportunity owner full name,account executive,sales owner,rep,seller,agent,consultant,employee,account owner,name,销售员,业务员,销售人员,销售代表,销售负责人,销售顾问,业务机会所有人,商机所有人,销售机会所有人,订单所有人,合同所有人,所有人,商机负责人,订单负责人,合同负责人,负责人,客户经理,签单人,签约人,跟进人,经办人,销售姓名,销售,人员,姓名,员工'.split(
        ',',
      ),
  },
  manager: {
    label: { en: 'Manager', zh: '经理' },
    kind: 'name',
    words:
      'manager,sales manager,team lead,team leader,supervisor,reports to,经理,销售经理,主管,销售主管,直属上级,上级,部门负责人'.split(
        ',',
      ),
  },
  team: {
    label: { en: 'Team', zh: '团队' },
    kind: 'name',
    words:
      'team,sales team,hubspot team,department,group,business unit,owner role,团队,销售团队,部门,所属部门,归属部门,负责人主属部门,负责人所在部门,所在部门,销售部门,小组,组别,事业部'.split(
        ',',
      ),
  },
  region: {
    label: { en: 'Region', zh: '区域' },
    kind: 'name',
    words:
      'region,sales region,regional office,territory,area,district,market,office,branch,state,province,country,区域,大区,销售区域,地区,所属区域,所属大区,片区,战区,分公司,办事处,省份,省,城市'.split(
        ',',
      ),
  },
  product: {
    label: { en: 'Product', zh: '产品' },
    kind: 'name',
    words:
      'product,product line,product name,product family,product category,category,item,item name,line of business,产品,产品线,产品名称,产品类别,产品分类,产品大类,商品,商品名称,商品类别,品类,品名,类别,型号,规格型号,产品型号,产品编码,产品编号,商品编码,sku,product code'.split(
        ',',
      ),
  },
  customer: {
    label: { en: 'Customer', zh: '客户' },
    kind: 'name',
    words:
      'customer,customer name,account,account name,client,client name,company,company name,associated company,buyer,客户,客户名称,客户名,客户全称,客户简称,公司名称,企业名称,购货单位,购买方,买方,甲方,往来单位,付款方,付款单位'.split(
        ',',
      ),
  },
  stage: {
    label: { en: 'Stage', zh: '阶段' },
    kind: 'name',
    words:
      'stage,deal stage,sales stage,opportunity stage,status,deal status,order status,contract status,outcome,result,is closed won,阶段,销售阶段,商机阶段,机会阶段,业务机会阶段,当前阶段,状态,商机状态,订单状态,合同状态,成交状态,赢单状态,销售状态'.split(
        ',',
      ),
  },
  amount: {
    label: { en: 'Amount', zh: '金额' },
    kind: 'amount',
    words:
      'amount,deal amount,opportunity amount,contract amount,contract value,deal value,close value,order amount,order total,net amount,net sales,sales amount,sales value,sales,revenue,net revenue,amount in company currency,total amount,total price,total,value,turnover,acv,tcv,合同金额,合同额,合同总额,签约金额,签单金额,成交金额,成交额,订单金额,销售订单金额,实际金额,实付金额,实收金额,商机金额,预计商机金额,销售金额,销售额,销售收入,收入,营业额,业绩,业绩金额,总金额,总价,金额,含税金额,价税合计,预计销售金额,预计成交金额'.split(
        ',',
      ),
  },
  collected: {
    label: { en: 'Collected', zh: '已回款' },
    kind: 'amount',
    words:
      'collected,amount collected,amount paid,paid amount,paid,received,amount received,payment received,payments,receipts,cash received,receipt amount,payment amount,已回款,已回款金额,回款金额,累计回款,累计回款金额,回款额,回款总额,回款,已收金额,已收款,收款金额,到账金额,已付金额,已付款金额,到款金额,实际回款金额'.split(
        ',',
      ),
  },
  closed: {
    label: { en: 'Closed on', zh: '成交日期' },
    kind: 'date',
    words:
      'close date,closed date,date closed,won date,closed on,closed won date,close time,signed date,signing date,contract date,order date,sale date,sales date,invoice date,transaction date,activated date,date,payment date,receipt date,expected close date,成交日期,成交时间,成单日期,赢单日期,赢单时间,签约日期,签约时间,签订日期,签单日期,签单时间,合同日期,合同签订日期,结单日期,结束日期,关闭日期,实际成交日期,下单日期,下单时间,订单日期,订单时间,销售日期,业务日期,单据日期,开票日期,交易日期,交易时间,日期,回款日期,收款日期,到账日期,预计成交日期,预计结单日期,时间'.split(
        ',',
      ),
  },
  month: {
    label: { en: 'Month', zh: '月份' },
    kind: 'month',
    words:
      'month,period,fiscal month,fiscal period,year month,month of sale,月份,年月,月,所属月份,期间,会计期间,统计月份'.split(
        ',',
      ),
  },
  created: {
    label: { en: 'Created on', zh: '创建日期' },
    kind: 'date',
    words:
      'create date,created date,created on,created at,created,date created,open date,opened,engage date,start date,创建日期,创建时间,创建于,提交时间,录入日期,录入时间,立项日期,登记日期,发现日期'.split(
        ',',
      ),
  },
  due: {
    label: { en: 'Due on', zh: '应收日期' },
    kind: 'date',
    words:
      'due date,payment due,payment due date,due,应收日期,到期日,到期日期,应回款日期,计划回款日期,应付日期,付款期限'.split(
        ',',
      ),
  },
  quantity: {
    label: { en: 'Quantity', zh: '数量' },
    kind: 'amount',
    words:
      'quantity,qty,units,units sold,volume,number of orders,orders,数量,销量,销售数量,订单量,订购数量,件数,台数'.split(
        ',',
      ),
  },
  price: {
    label: { en: 'Price', zh: '单价' },
    kind: 'amount',
    words: 'unit price,price,list price,sales price,单价,价格,销售单价,含税单价,标准价格'.split(','),
  },
  cost: {
    label: { en: 'Cost', zh: '成本' },
    kind: 'amount',
    words: 'cost,total cost,cost of goods,cost of sales,cogs,成本,总成本,产品成本,销售成本,成本金额'.split(','),
  },
  profit: {
    label: { en: 'Profit', zh: '利润' },
    kind: 'amount',
    words: 'profit,gross profit,margin,利润,毛利,毛利润,毛利额'.split(','),
  },
  discount: {
    label: { en: 'Discount', zh: '折扣' },
    kind: 'share',
    words: 'discount,discount rate,discount percent,折扣,折扣率,整单折扣'.split(','),
  },
  probability: {
    label: { en: 'Probability', zh: '赢率' },
    kind: 'share',
    words: 'probability,win probability,deal probability,forecast probability,概率,赢率,赢单率,成交概率,可能性'.split(
      ',',
    ),
  },
};

export const DEAL_FIELD_KEYS = Object.keys(DEAL_FIELDS) as readonly DealField[];
