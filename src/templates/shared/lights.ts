import { rag } from '../../functions/rag.ts';
import { say } from '../../kernel/text.ts';
import { column, type Expression, kpi, unlessBlank, words } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Column } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { LIGHT_COLORS } from '../../plan/theme.ts';
import { LIGHT_WORDS, RAG_STYLE } from '../../sheets/tracker.ts';
import { filledIn, joined } from './expressions.ts';

/** The host colours the words that RAG writes: one list, so that all columns of a sheet share it. */
const LIGHTS = (['red', 'amber', 'green', 'none'] as const).map(light => ({
  word: LIGHT_WORDS[light],
  ...LIGHT_COLORS[light],
}));

/** What a light waits for: so many figures of the row, of all that it needs. */
export interface Waiting {
  readonly count: Expression;
  readonly minimum_count: Expression;
}

/** The light of each row's achievement, by the two borders of the strip; blank rows have none. */
export function lightColumn(filled: string, more: Partial<Column> = {}, waiting?: Waiting): Column {
  const light = kpi(rag, {
    ...waiting,
    achievement: f`[achievement]`,
    amber_from: f`AmberFrom`,
    green_above: f`GreenAbove`,
    style: f`${RAG_STYLE}`,
    green: f`Green`,
  });
  return show.text('light', say('Status', '红绿灯'), {
    formula: unlessBlank(column(filled), light),
    lights: LIGHTS,
    note: say(
      'Red below “Amber from”, green above “Green above”, amber between them.',
      '低于黄灯下限为红，高于绿灯界限为绿，其间为黄。',
    ),
    ...more,
  });
}

/** How many lights of each colour there are, in words: "5 green · 4 amber · 3 red", and how many rows have none. */
export function lightCount(lights: Expression, rows: Expression): Expression {
  const counts = (['green', 'amber', 'red'] as const).flatMap((light, index) => {
    const { en, zh } = LIGHT_WORDS[light];
    const end = index < 2 ? ' · ' : '';
    return [countOf(lights, light), words(` ${en}${end}`, ` ${zh}${end}`)];
  });
  return joined(...counts, unlit(lights, rows));
}

/** How many lights have a colour, whichever language their sheet speaks. */
export function countOf(lights: Expression, light: keyof typeof LIGHT_WORDS): Expression {
  const { en, zh } = LIGHT_WORDS[light];
  return f`COUNTIF(${lights},${en})+COUNTIF(${lights},${zh})`;
}

/** What is said of rows that are filled in but have an error in place of a light: " · ✗ 1"; else nothing. */
export function unlit(lights: Expression, rows: Expression): Expression {
  const count = withoutLight(lights, rows);
  return f`IF(${count}>0," · ✗ "&${count},"")`;
}

/** How many of the rows that are filled in have no light, not even "no data": a count of lights passes over errors. */
export function withoutLight(lights: Expression, rows: Expression): Expression {
  const lit = (['green', 'amber', 'red', 'none'] as const).map(light => countOf(lights, light));
  return lit.reduce((left, count) => f`${left}-${count}`, filledIn(rows));
}
