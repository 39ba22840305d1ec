import { avgDeal, sql as avgDealSql } from '../functions/avgDeal.ts';
import { nps } from '../functions/nps.ts';
import { winRate, sql as winRateSql } from '../functions/winRate.ts';
import { ratioOf } from '../kernel/sql.ts';
import { say, type Text } from '../kernel/text.ts';
import type { WarehouseName } from './dialects.ts';
import { WAREHOUSES } from './dialects.ts';
import { SOURCE_DIMENSIONS, SOURCE_FIELDS, type SourceDimension, type SourceField } from './source.ts';
import { rowExpressions, type StatementTask } from './statement.ts';

/** What the document calls an engine; the others write what ANSI SQL has, or nearly so. */
const OSSIE_DIALECTS: Readonly<Partial<Record<WarehouseName, string>>> = {
  bigquery: 'BIGQUERY',
  snowflake: 'SNOWFLAKE',
  spark: 'DATABRICKS',
};

interface Named {
  readonly name: string;
  readonly about?: Text | undefined;
  readonly label: Text;
}

/** The measures as an Apache Ossie document, with what people call them in both languages. */
export function semanticModel(task: StatementTask, engine: WarehouseName) {
  const { source, table } = task;
  const { columns } = source;
  const dialect = WAREHOUSES[engine];
  const expression = (sql: string) => ({
    dialects: [{ dialect: OSSIE_DIALECTS[engine] ?? 'ANSI_SQL', expression: sql }],
  });
  const spoken = ({ name, about, label }: Named) => ({
    name,
    ...(about ? { description: about.en } : {}),
    ai_context: { synonyms: [label.en, label.zh] },
  });
  const rows = rowExpressions(task, dialect);
  const dimensions = Object.keys(SOURCE_DIMENSIONS) as readonly SourceDimension[];
  const plain = (field: SourceField, datatype: string) => ({
    ...spoken({ name: field, label: SOURCE_FIELDS[field] }),
    expression: expression(dialect.identifier(columns[field] ?? '')),
    dimension: {},
    datatype,
  });
  const computed = (named: Named, sql: string, datatype: string) => ({
    ...spoken(named),
    expression: expression(sql),
    datatype,
  });
  const sum = (name: string): string => `SUM(deals.${name})`;
  const hasDeals = columns.amount !== undefined;
  const hasScores = columns.score !== undefined;
  return {
    version: '0.2.0.dev0',
    semantic_model: [
      {
        name: 'sales_kpi',
        description: 'Deals as Sales KPI counts them',
        datasets: [
          {
            name: 'deals',
            source: 'sql' in table ? table.sql : table.join('.'),
            fields: [
              ...dimensions.filter(field => columns[field] !== undefined).map(field => plain(field, 'String')),
              {
                ...computed({ name: 'month', label: SOURCE_FIELDS.month }, rows.month, 'String'),
                dimension: { is_time: true },
              },
              ...rows.figures.map(({ heading, sql, isCount }) => computed(named(heading), sql, typeOf(isCount))),
            ],
          },
        ],
        metrics: [
          ...rows.figures.map(({ heading, isCount }) => computed(named(heading), sum(heading), typeOf(isCount))),
          ...(hasDeals
            ? [
                computed(
                  functionName('win_rate', winRate),
                  winRateSql.print({ won: sum('won'), opportunities: `(${sum('won')} + ${sum('lost')})` }, dialect),
                  'Float',
                ),
                computed(
                  functionName('average_deal', avgDeal),
                  avgDealSql.print({ amount: sum('sales'), deals: sum('deals') }, dialect),
                  'Float',
                ),
              ]
            : []),
          ...(hasScores
            ? [
                computed(
                  functionName('nps', nps),
                  ratioOf(`100 * (${sum('promoters')} - ${sum('detractors')})`, sum('answers'), dialect),
                  'Float',
                ),
              ]
            : []),
        ],
      },
    ],
  };
}

/** Figures are named by their headings. */
const FIGURE_LABELS: Readonly<Record<string, Text>> = {
  sales: say('Credited sales', '有效业绩'),
  signed: say('Contract value', '合同额'),
  collected: SOURCE_FIELDS.collected,
  quantity: SOURCE_FIELDS.quantity,
  cost: SOURCE_FIELDS.cost,
  deals: say('Credited deals', '计入业绩单数'),
  won: say('Deals won', '赢单数'),
  lost: say('Deals lost', '输单数'),
  promoters: say('Promoters', '推荐者'),
  passives: say('Passives', '中立者'),
  detractors: say('Detractors', '贬损者'),
  answers: say('Answers', '回答数'),
};

function named(heading: string): Named {
  return { name: heading, label: FIGURE_LABELS[heading] ?? say(heading, heading) };
}

function functionName(
  name: string,
  { text }: { readonly text: { readonly label: Text; readonly summary: Text } },
): Named {
  return { name, label: text.label, about: text.summary };
}

function typeOf(isCount: boolean): string {
  return isCount ? 'Integer' : 'Decimal';
}
