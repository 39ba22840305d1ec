import { say } from '../../src/kernel/text.ts';

export const HELP = say(
  `The month as SQL: sums of deals where they are, to bring in like any file.

npm run warehouse -- --engine ENGINE --table NAME    prints the statement
npm run warehouse -- --run FILES --out month.csv     sums Parquet or CSV files on DuckDB
npm run warehouse -- --semantic --engine ENGINE --table NAME    prints the measures (Apache Ossie)

  --engine     duckdb, postgres, clickhouse, bigquery, snowflake, spark, trino
  --table      sales.deals; parts with dots in them in double quotes
  --map        JSON file: {"amount": "net", "closed": "close_date", "won": ["Closed Won"], …}
  --by         person,region,product,team,manager,customer type (person unless said)
  --min-share  0.3: deals count once this share is collected
  --zone       Asia/Shanghai: timestamps are instants, and count for their day there
  --leave      rows that cannot be read are left out, and said (--run)
  --memory     1GB: what DuckDB may use (--run)
  --lang       en or zh
`,
  `以 SQL 汇总一个月：在数据所在处求和，再像其他文件一样导入。

npm run warehouse -- --engine 引擎 --table 表名     输出语句
npm run warehouse -- --run 文件 --out month.csv      用 DuckDB 汇总 Parquet 或 CSV 文件
npm run warehouse -- --semantic --engine 引擎 --table 表名    输出指标定义（Apache Ossie）

  --engine     duckdb、postgres、clickhouse、bigquery、snowflake、spark、trino
  --table      sales.deals；名称中含句点的部分用双引号括起
  --map        JSON 文件：{"amount": "net", "closed": "close_date", "won": ["Closed Won"], …}
  --by         person,region,product,team,manager,customer type（默认 person）
  --min-share  0.3：回款达到此比例即计入业绩
  --zone       Asia/Shanghai：时间戳为时刻，按该时区的日期计
  --leave      略过无法读取的行，并予以说明（--run）
  --memory     1GB：DuckDB 可用的内存（--run）
  --lang       en 或 zh
`,
);
