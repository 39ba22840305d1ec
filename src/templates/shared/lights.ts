import { rag } from '../../functions/rag.ts';
import { type Language, say } from '../../kernel/text.ts';
import {
  builtin,
  column,
  type Expression,
  kpi,
  operator,
  parameter,
  unlessBlank,
  value,
} from '../../plan/expression.ts';
import type { Light } from '../../plan/op.ts';
import type { ColumnSpec } from '../../plan/sheetSpec.ts';
import { LIGHT_COLORS } from '../../plan/theme.ts';
import { LIGHT_WORDS, RAG_STYLE } from '../../sheets/tracker.ts';
import { BLANK, filledIn, joined } from './expressions.ts';

/** The host colours the words that RAG writes: one list a language, so that all columns of a sheet share it. */
const LIGHTS = { en: lightsOf('en'), zh: lightsOf('zh') } as const;

function ragLights(language: Language): readonly Light[] {
  return LIGHTS[language];
}

function lightsOf(language: Language): Light[] {
  const words = LIGHT_WORDS[language];
  return (['red', 'amber', 'green', 'none'] as const).map(light => ({
    condition: { when: 'textIs', value: words[light] },
    ...LIGHT_COLORS[light],
  }));
}

/** What a light waits for: so many figures of the row, of all that it needs. */
export interface Waiting {
  readonly count: Expression;
  readonly minimum_count: Expression;
}

/** The light of each row's achievement, by the two borders of the strip; blank rows have none. */
export function lightColumn(
  language: Language,
  filled: string,
  more: Partial<ColumnSpec> = {},
  waiting?: Waiting,
): ColumnSpec {
  const light = kpi(rag, {
    ...waiting,
    achievement: column('achievement'),
    amber_from: parameter('AmberFrom'),
    green_above: parameter('GreenAbove'),
    style: value(RAG_STYLE[language]),
    green: parameter('Green'),
  });
  return {
    key: 'light',
    label: say('Status', '红绿灯'),
    format: 'text',
    formula: unlessBlank(column(filled), light),
    lights: ragLights(language),
    note: say(
      'Red below “Amber from”, green above “Green above”, amber between them.',
      '低于黄灯下限为红，高于绿灯界限为绿，其间为黄。',
    ),
    ...more,
  };
}

/** How many lights of each colour there are, in words: "5 green · 4 amber · 3 red", and how many rows have none. */
export function lightCount(lights: Expression, rows: Expression, language: Language): Expression {
  const counts = (['green', 'amber', 'red'] as const).flatMap((light, index) => [
    countOf(lights, light),
    ` ${LIGHT_WORDS[language][light]}${index < 2 ? ' · ' : ''}`,
  ]);
  return joined(...counts, unlit(lights, rows));
}

/** How many lights have a colour, whichever language their sheet speaks. */
export function countOf(lights: Expression, light: keyof (typeof LIGHT_WORDS)['en']): Expression {
  return operator(
    builtin('COUNTIF', lights, value(LIGHT_WORDS.en[light])),
    '+',
    builtin('COUNTIF', lights, value(LIGHT_WORDS.zh[light])),
  );
}

/** What is said of rows that are filled in but have an error in place of a light: " · ✗ 1"; else nothing. */
export function unlit(lights: Expression, rows: Expression): Expression {
  const count = withoutLight(lights, rows);
  return builtin('IF', operator(count, '>', value(0)), joined(' · ✗ ', count), BLANK);
}

/** How many of the rows that are filled in have no light, not even "no data": a count of lights passes over errors. */
export function withoutLight(lights: Expression, rows: Expression): Expression {
  const lit = (['green', 'amber', 'red', 'none'] as const).map(light => countOf(lights, light));
  return lit.reduce((left, count) => operator(left, '-', count), filledIn(rows));
}
