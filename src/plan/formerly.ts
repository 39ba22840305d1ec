/**
 * How sheets of earlier versions said what a template says now, by its words of today: such sheets are known and
 * relabelled all the same. Entries are only ever added.
 */
const FORMERLY: Readonly<Record<string, readonly string[]>> = {
  'Nothing to fill in: everything is read from the tracker, the history and the funnel. Change only the yellow cells.':
    [
      'Nothing to fill in: everything is read from the tracker, the history and the funnel. Change only the yellow cells above.',
    ],
  '无需填写：数据取自目标跟踪、历史台账和销售漏斗，只可调整黄色单元格。': [
    '无需填写：数据取自目标跟踪、历史台账和销售漏斗，只可调整上方黄色单元格。',
  ],
  'Red below “Amber from”, green above “Green above”, amber between them; no data until everybody has an actual.': [
    'Red below “Amber from”, green above “Green above”, amber between them.',
  ],
  '低于黄灯下限为红，高于绿灯界限为绿，其间为黄；有人尚无实际值时为“无数据”。': [
    '低于黄灯下限为红，高于绿灯界限为绿，其间为黄。',
  ],
  'Above it the light is green; exactly on it as “Green” says.': ['Above it the light is green.'],
  '高于此值为绿灯；恰好等于时见“绿灯条件”。': ['高于此值为绿灯；恰好等于时见“绿灯边界”。', '高于此值为绿灯。'],
  绿灯条件: ['绿灯边界'],
  'Targets met (100% or more)': ['Targets met'],
  '达标的目标数（达成率 ≥ 100%）': ['达标的目标数'],
  销售日报与周报: ['日报周报'],
  'Add one line per person per day in the yellow table at the bottom; goals and weights can be changed.': [
    'Write one line a day and person into the yellow table at the bottom; goals and weights are yours to change.',
  ],
  'Weekly goal per person': ['Weekly goal a person'],
  'Spell names as in the log. ✗ above: the log has someone not listed here.': [
    'Spelled as in the log. ✗ above: entries of somebody who is not listed here.',
  ],
  '须与日报中的写法一致。上方出现 ✗ 表示日报中有人未列出。': ['与日报中的写法一致。上方出现 ✗ 表示有人未列出。'],
  活动量指数: ['活动指数'],
  'Fill in the yellow cells: target, actual, the earlier results, and the main cause of every miss.': [
    'Fill in the yellow cells: target, actual, the earlier figures, and the main cause of every miss.',
  ],
  Status: ['Light'],
  'Keep the contracts in the yellow table at the bottom, and set “Data as of”; everything else is computed.': [
    'Keep the contracts in the yellow table at the bottom, and set “Figures as of”; everything else is computed.',
  ],
  'Data as of': ['Figures as of'],
  'Minimum collected': ['Least share paid'],
  '1  Key metrics': ['1  Key figures'],
  Metric: ['Figure'],
  Outstanding: ['Still owed'],
  未回款: ['未收金额'],
  '上方出现 ✗ 表示有未回款没有到期日。': ['上方出现 ✗ 表示有未收款没有到期日。'],
  '5% per block': ['5 % a block'],
  'Share, as a bar': ['5% per block', '5 % a block'],
  占比图示: ['每格 5%'],
  '3  Credited sales by salesperson': ['3  Countable sales by salesperson'],
  '三、各销售员有效业绩': ['三、各销售员有效成单'],
  'Credited sales': ['Countable sales', 'Countable'],
  有效业绩: ['有效成单'],
  'The amount of contracts of which “Minimum collected” or more has been paid.': [
    'The amount of contracts of which “Least share paid” or more has been paid.',
  ],
  Collected: ['Paid'],
  'All payments up to “Data as of”.': ['All payments up to “Figures as of”.'],
  'Days from the due date to “Data as of”; negative: still to come.': [
    'Days from the due date to “Figures as of”; negative: still to come.',
  ],
  'Time elapsed': ['Time progress'],
  历史台账中的指标: ['台账中的指标'],
  '趋势图取历史台账中的哪个指标。': ['趋势图取台账中的哪个指标。'],
  'Progress, 10% per block': ['Progress, 10 % a block'],
  Progress: ['Progress, 10% per block', 'Progress, 10 % a block'],
  进度: ['进度（每格 10%）'],
  'Same month last year': ['Last year'],
  '(Actual − same month last year) ÷ same month last year. Blank where the history lacks a month.': [
    '(Actual − last year) ÷ last year. Blank where the history lacks a month.',
  ],
  '（实际 − 去年同期）÷ 去年同期；历史台账缺月份时留空。': ['（实际 − 去年同期）÷ 去年同期；台账缺月份时留空。'],
  'Top five': ['Leaders'],
  'Largest shortfalls': ['Exceptions: the largest shortfalls'],
  缺口最大的五人: ['异常：差额最大的五人'],
  Shortfall: ['Short by'],
  缺口: ['差额'],
  占全部缺口: ['占全部差额'],
  'Fill in the yellow cells: how many reached each stage, and the numbers of the open pipeline above.': [
    'Fill in the yellow cells: how many reached each stage, and the figures of the open pipeline above.',
  ],
  'Opportunity from stage': ['Opportunity from'],
  商机起始阶段: ['机会起始阶段'],
  '从该阶段起算作商机，成交率由此计算。': ['从该阶段起算作机会，成交率由此计算。'],
  在手商机数: ['在手机会数'],
  '目前未关闭的商机数。': ['目前未关闭的机会数。'],
  'Average deal size': ['Average deal'],
  '从创建商机到成交的天数。': ['从建立机会到成交的天数。'],
  'Only add rows; never edit old ones. To correct a month, add a new row and mark the old one superseded. One row per month, unit and metric.':
    ['Only add rows, never change old ones: a correction is a new status. One row for each month, unit and metric.'],
  '只追加新行，不改旧数据；更正时追加一行，并将旧行状态改为“已被取代”。每月、每单位、每指标一行。': [
    '只追加，不改旧行；如有更正请在状态中注明。每月、每单位、每指标一行。',
  ],
  '历史台账中最近的月份。': ['台账中最近的月份。'],
  'Commission method': ['Rate applies'],
  计提方式: ['计算方式'],
  'whole: the rate of the tier reached applies to all sales. marginal: each slice at its own tier’s rate.': [
    'whole: the reached tier’s rate on all sales. marginal: each slice at its own tier’s rate.',
  ],
  '全额累进：全部销售额按所达档位的比例计。超额累进：各段按各自档位的比例计。': [
    '全额：全部销售额按达到的档位计。超额累进：各段按各自档位计。',
  ],
  'Team bonus threshold': ['Team bonus from'],
  团队协作奖门槛: ['团队奖门槛'],
  'Team bonus per person': ['Team bonus a head'],
  '团队协作奖（每人）': ['团队奖每人'],
  'Exactly this value counts as reached. Below the lowest tier nothing is paid.': [
    'Who stands exactly on it has reached the tier. Below the lowest tier nothing is paid.',
  ],
  'Tier name': ['Level'],
  档位名称: ['层级'],
  'Applies to': ['For whom'],
  'Paid to everybody of a region that has reached “Team bonus threshold”.': [
    'Paid to everybody of a region that has reached “Team bonus from”.',
  ],
  'Statement of the month': ['4  Statement of the month'],
  当月奖金明细: ['四、当月奖金明细'],
  Tiers: ['1  Tiers'],
  提成档位: ['一、提成档位'],
  'Rank prizes': ['2  Rank prizes'],
  各名次奖金: ['二、名次奖'],
  'Is the plan sound?': ['3  Is the plan sound?'],
  方案检查: ['三、方案检查'],
  'Prior sales': ['Sold before'],
  前期累计销售额: ['前期累计'],
  'Prepare the data before the talk; write down strengths, improvements and the plan together.': [
    'Prepare the figures before the talk; write down strengths, improvements and the plan together.',
  ],
  'Date of the 1:1': ['Day of the interview'],
  '1  Results': ['1  Figures'],
  'Due date': ['Due on'],
  截止日期: ['完成日期'],
  '5  Comments and signatures': ['5  In their own words'],
  Name: ['Who'],
  姓名: ['谁'],
  'Performance 1:1': ['Performance interview'],
  'Fill in the results month by month, and which month to show. Ties share the place and the prize.': [
    'Fill in the results month by month, and the number of the month to show. Who ties shares place and prize.',
  ],
  '按月填写业绩，并填写要显示第几个月；并列者同名次，奖金均分。': [
    '按月填写业绩，并填写要显示的月序；并列者同名次，奖金均分。',
  ],
  减购收入: ['缩减收入'],
  '总收入留存率（GRR）': ['总收入留存率'],
  '（期初 − 流失 − 减购）÷ 期初。': ['（期初 − 流失 − 缩减）÷ 期初。'],
  '（期初 − 流失 − 减购 + 增购）÷ 期初。': ['（期初 − 流失 − 缩减 + 增购）÷ 期初。'],
  'Average order value': ['Average order'],
  'The data comes from the tracker. Fill in the yellow cells: why it happened, what was learned, who does what by when.':
    [
      'The figures come from the tracker. Fill in the yellow cells: why it happened, what was learned, who does what by when.',
    ],
  '二、主要缺口': ['二、主要差距'],
  目标跟踪表备注: ['跟踪表备注'],
  Type: ['We'],
  类型: ['做法'],
  Evidence: ['From what we see it'],
  'Fill in the yellow cells: weights that add up to 100%, targets and actuals. Score and grade follow.': [
    'Fill in the yellow cells: weights that add up to 100 %, targets and actuals. Score and grade follow.',
  ],
  'Total score': ['Score'],
  'Sum of the weighted scores; 100 is on target.': ['Sum of the contributions; 100 is on target.'],
  '各项加权得分之和，100 分为达标。': ['各项贡献之和，100 分为达标。'],
  'Weighted score': ['Contribution'],
  'Score, as a bar': ['100 is ten blocks'],
  得分图示: ['每格 10 分'],
  'Satisfied, 10% per block': ['Satisfied, 10 % a block'],
  'Satisfied, as a bar': ['Satisfied, 10% per block', 'Satisfied, 10 % a block'],
  满意度图示: ['满意度（每格 10%）'],
  'Market share, history, headcount and so on; only the proportion counts.': [
    'Market share, history, headcount …; only the proportion counts.',
  ],
  'What is usual for this period: 1.2 is 20% above the average period.': [
    'What is usual for this period: 1.2 is 20 % above the average period.',
  ],
  累计实际: ['本期实际'],
  'The actual up to the date above. Leave it blank where there is no data yet.': [
    'What was reached up to the date above. Leave it blank where there is no figure yet.',
  ],
  进度达成率: ['进度达成'],
  'Achievement ÷ time elapsed: 100% is on pace.': ['Achievement ÷ time progress: 100 % is on pace.'],
  '十二项 KPI': ['十二项KPI'],
  'Fill in A, B, the target and the last period’s value of each line. Add your own KPIs at the end.': [
    'Fill in A, B, the target and the last period’s figure of each line. Add your own KPIs at the end.',
  ],
  '参考基准（仅供对照）': ['参考值（仅供对照）'],
  'You can change it; no result depends on it.': ['Yours to change; no figure depends on it.'],
  '十二项销售 KPI': ['十二项销售KPI'],
};

const EARLIER = new Map(Object.entries(FORMERLY));

export function formerly(word: string): readonly string[] {
  return EARLIER.get(word) ?? [];
}
