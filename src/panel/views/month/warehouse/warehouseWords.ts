import { say, type Text } from '../../../../kernel/text.ts';
import type { WarehouseName } from '../../../../warehouse/dialects.ts';

/** What is said of deals that live in a warehouse. */
export const warehouseWords = {
  title: say('From a warehouse', '来自数据仓库'),
  lead: say(
    'For deals in a database: copy the statement, run it there, and import its small result. Nothing is sent from here.',
    '适用于存放在数据库中的成交：复制语句，在数据库中运行，再导入其汇总结果。此处不发送任何数据。',
  ),
  engine: say('Engine', '引擎'),
  table: say('Table', '表'),
  tableHelp: say('As it is written there, such as sales.deals.', '按原样填写，例如 sales.deals。'),
  columns: say('Columns', '列'),
  columnsHelp: say(
    'The name of the column for each field; leave blank what the table does not have. The sums are split by salesperson, region and the like where a column is named.',
    '填写各字段对应的列名，没有的留空。填写了销售员、区域等列时，按其分组汇总。',
  ),
  won: say('Stages that are won', '赢单阶段'),
  lost: say('Stages that are lost', '输单阶段'),
  stagesHelp: say('Between commas.', '用逗号分隔。'),
  share: say('Minimum collected, %', '最低回款比例，%'),
  noTable: say('Enter the name of the table.', '请填写表名。'),
  statement: say('Statement', '查询语句'),
  copy: say('Copy the statement', '复制语句'),
  copied: say('Copied.', '已复制。'),
  copyYourself: say('Selected: copy it with Ctrl+C (⌘C).', '已选中，请按 Ctrl+C（⌘C）复制。'),
  howTo: say('How to run it', '如何运行'),
  steps: {
    duckdb: say(
      "Run it in DuckDB and write the result to a CSV file: COPY (…) TO 'month.csv' (HEADER).",
      "在 DuckDB 中运行，并将结果写入 CSV 文件：COPY (…) TO 'month.csv' (HEADER)。",
    ),
    postgres: say(
      'In Excel: Data > Get Data > From Database > PostgreSQL, Advanced options, paste it as the SQL statement. Load it to a sheet.',
      'Excel：数据 > 获取数据 > 来自数据库 > PostgreSQL，在“高级选项”中粘贴为 SQL 语句，加载到工作表。',
    ),
    clickhouse: say(
      'In Excel: Data > Get Data > From ODBC with the ClickHouse driver, paste it as the SQL statement. Load it to a sheet.',
      'Excel：数据 > 获取数据 > 来自 ODBC（ClickHouse 驱动），粘贴为 SQL 语句，加载到工作表。',
    ),
    bigquery: say(
      'In Google Sheets: Data > Data connectors > Connect to BigQuery, custom query, paste it, then Extract to a sheet.',
      'Google Sheets：数据 > 数据连接器 > 连接到 BigQuery，选择自定义查询并粘贴，再提取到工作表。',
    ),
    snowflake: say(
      'In Excel: Data > Get Data > From Database > Snowflake, Advanced options, paste it. Or run it in Snowsight and download the CSV file.',
      'Excel：数据 > 获取数据 > 来自数据库 > Snowflake，在“高级选项”中粘贴；或在 Snowsight 中运行并下载 CSV 文件。',
    ),
    spark: say(
      'Run it in a Databricks SQL editor and download the CSV file, or use the Databricks connector of Excel or Google Sheets.',
      '在 Databricks SQL 编辑器中运行并下载 CSV 文件，或使用 Excel、Google Sheets 的 Databricks 连接器。',
    ),
    trino: say(
      'In Excel: Data > Get Data > From ODBC with the Trino driver, paste it as the SQL statement. Load it to a sheet.',
      'Excel：数据 > 获取数据 > 来自 ODBC（Trino 驱动），粘贴为 SQL 语句，加载到工作表。',
    ),
  } satisfies Record<WarehouseName, Text>,
  afterwards: say(
    'Then select the result on its sheet and choose “Use the selected cells”, or choose the file. “unread” has to be 0.',
    '然后在工作表中选中结果，点击“使用选中的单元格”，或选择该文件。其中 unread 应为 0。',
  ),
};
