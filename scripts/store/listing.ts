import { say, type Text } from '../../src/kernel/text.ts';

/** The texts of both stores' listings, within the narrower of their limits (test/listing.test.ts). */
export const LISTING = {
  name: say('Sales KPI', '销售KPI'),
  summary: say('Sales KPI functions and templates, exact to the cent.', '销售 KPI 函数与模板，计算精确到分。'),
  description: say(
    `Sales KPI brings what a sales team calculates every month to your spreadsheet: targets, achievement, commission, forecasts, funnel, retention and receivables.

• Functions for KPIs, in English and Chinese, each with its formula, its source and examples. Money is calculated in decimals: shares add up to the total, to the cent.
• Templates from target split and monthly tracker to commission by deal, statements and dashboards. They are ordinary sheets with ordinary formulas and charts.
• The month’s work: import a CRM export and see what will change before it is written, close the month, report, roll over. Whatever was written can be undone.
• Errors that help: which argument, which row, and what was expected.
• Works for people without the add-in, too: one button turns KPI functions into built-in ones, and back again.

No account, no server, no telemetry: your data stays in the workbook. Free and open source (MIT licence). No other service is needed and nothing has to be paid.`,
    `销售KPI 把销售团队每月要算的内容带进表格：目标、达成率、提成、预测、销售漏斗、留存和应收账款。

• KPI 函数，中英文双语，每个都有公式、出处和示例。金额按十进制计算：各份之和与总额分毫不差。
• 模板：从目标拆解、目标跟踪表到按单提成、提成单和业绩看板，都是普通工作表、普通公式和图表。
• 每月工作：导入 CRM 导出文件，写入前预览变化；关账、出报告、结转。写入的内容都可撤销。
• 有用的错误提示：哪个参数、哪一行、应为什么。
• 对方没有插件也能用：一键把 KPI 函数转换为内置函数，也可再转换回来。

没有账号，没有服务器，不收集遥测数据：数据不离开工作簿。免费开源（MIT 许可证）。无需其他服务，无需付费。`,
  ),
  /** Microsoft takes three. */
  keywords: [say('sales', '销售'), say('commission', '提成'), say('KPI', 'KPI')],
  /** For those who test before it is listed. */
  testNotes: say(
    `No account and no data are needed. 1. Open an empty workbook in Excel for Microsoft 365 (web, Windows or Mac) and choose Sales KPI on the Home tab. 2. In the pane, choose Monthly target tracker, keep the sample data, and insert it: a sheet with figures, lights and totals appears. 3. Type =KPI.ACHIEVEMENT(840000,800000) into an empty cell: 105%. 4. Type =KPI.SELFTEST() into an empty sheet: every row ends with TRUE. 5. Undo in the pane removes the tracker.`,
    `无需账号和数据。1. 在 Microsoft 365 版 Excel（网页、Windows 或 Mac）中打开空白工作簿，在“开始”选项卡选择“销售KPI”。2. 在窗格中选择目标跟踪表，保留示例数据并插入：出现含数据、红绿灯和合计的工作表。3. 在空白单元格输入 =KPI.ACHIEVEMENT(840000,800000)：得 105%。4. 在空白工作表输入 =KPI.SELFTEST()：每行末尾为 TRUE。5. 窗格中的“撤销”可移除该表。`,
  ),
} as const satisfies Readonly<Record<string, Text | readonly Text[]>>;

interface Limit {
  readonly text: 'name' | 'summary' | 'description' | 'testNotes';
  readonly longest: number;
  readonly whose: string;
}

export const LIMITS: readonly Limit[] = [
  { text: 'name', longest: 30, whose: 'the unified manifest’s short name; both stores take 50' },
  { text: 'summary', longest: 80, whose: 'the unified manifest’s short description; Microsoft takes 100, Google 200' },
  {
    text: 'description',
    longest: 4000,
    whose: 'the unified manifest’s full description; Microsoft takes 10,000, Google 16,000',
  },
  { text: 'testNotes', longest: 3000, whose: 'Microsoft’s notes for certification' },
];
