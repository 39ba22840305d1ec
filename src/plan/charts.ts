import { bodyArea, CHART_ROWS, columnIndex, type Layout, tableOf } from './layout.ts';
import type { Area, Op } from './op.ts';
import { SERIES_COLORS, TAB_COLOR } from './theme.ts';

export function charts(layout: Layout, widths: readonly number[]): Op[] {
  const { language } = layout;
  return layout.tables.flatMap(table => {
    const list = table.spec.charts ?? [];
    const edges = chartEdges(widths, list.length);
    return list.map((chart, index): Op => {
      const drawn = chart.table === undefined ? table : tableOf(layout, chart.table);
      const filled = Math.max(1, drawn.spec.rows.length);
      const area = (key: string): Area => ({ ...bodyArea(drawn, key), rows: filled });
      const [from = 0, to = from + 1] = edges.slice(index);
      return {
        op: 'chart',
        kind: chart.kind,
        title: chart.title[language],
        categories: area(chart.categories),
        series: chart.series.map((key, order) => ({
          name: drawn.spec.columns[columnIndex(drawn, key)]?.label[language] ?? key,
          area: area(key),
          color: SERIES_COLORS[order % SERIES_COLORS.length] ?? TAB_COLOR,
        })),
        place: { row: table.chartRow ?? 0, column: from, rows: CHART_ROWS, columns: Math.max(1, to - from) },
      };
    });
  });
}

/** A wider chart says no more. */
const WIDEST_CHART = 640;

/** The column that each chart of a band begins with, and the one after the last: as near to equal as columns allow. */
function chartEdges(widths: readonly number[], count: number): number[] {
  let reached = 0;
  const lefts = [0, ...widths.map(width => (reached += width))];
  const wide = Math.min(WIDEST_CHART, reached / count);
  const nearest = (x: number): number =>
    lefts.reduce((best, left, at) => (Math.abs(left - x) < Math.abs((lefts[best] ?? 0) - x) ? at : best), 0);
  return Array.from({ length: count + 1 }, (_, index) => nearest(index * wide));
}
