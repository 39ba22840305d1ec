import { describe, expect, it } from 'vitest';
import type { Op } from '../../src/plan/op.ts';
import { addPseudoLanguage, PSEUDO } from '../support/pseudoLanguage.ts';

// Choices know the languages that there are when they are made.
addPseudoLanguage();
const { catalogue } = await import('../../src/functions/catalogue.gen.ts');
const { gallery } = await import('../../src/templates/gallery.gen.ts');
const { preview } = await import('../../src/plan/preview.ts');
const { excelDialect, sheetsDialect } = await import('../../src/plan/dialect.ts');
const { COMPLETE, ROLES } = await import('../../src/sheets/credits.ts');
const { neededBy, opsOf, specOf } = await import('../support/planning.ts');

/** Words that functions write and read stay English; so do those by which a sheet reads another of any language. */
const FIXED = new Set([
  ...catalogue.flatMap(({ parameters }) =>
    parameters.flatMap(({ choices = [] }) => choices.flatMap(({ value, label }) => [value, label.en, label.zh])),
  ),
  ...[...Object.values(ROLES), COMPLETE].map(({ en }) => en),
]);
/** Lights, criteria, what SPARKLINE reads, and what needs no words. */
const NO_WORDS = /^(red|amber|green|no data|无数据|<>.*|charttype|bar|max|color1|[A-D][+]?|[A-Z]{3}|Q\d)$/;

/** What is read on the sheet: cells, notes, choices, messages, titles of charts, and texts within formulas. */
function readIn(ops: readonly Op[]): string[] {
  const inFormula = (formula: string) => [...formula.matchAll(/"([^"]*)"/g)].map(([, inner = '']) => inner);
  const texts = ops.flatMap((op): unknown[] => {
    switch (op.op) {
      case 'addSheet':
        return [op.sheet];
      case 'values':
        return op.values.flat();
      case 'formulas':
        return op.formulas.flat().flatMap(inFormula);
      case 'spill':
        return inFormula(op.formula);
      case 'note':
        return [op.text];
      case 'validate':
        return [op.message, ...(op.rule.kind === 'list' ? op.rule.values : [])];
      case 'chart':
        return [op.title, ...op.series.map(({ name }) => name)];
      default:
        return [];
    }
  });
  return texts.filter(text => typeof text === 'string').filter(text => /\p{L}{2}/u.test(text));
}

describe.each(gallery.map(template => [template.id, template] as const))('%s in a further language', (_, template) => {
  it.each([excelDialect, sheetsDialect])('has its words in all that is read', dialect => {
    const spec = specOf(template, PSEUDO);
    const english = new Set(readIn(opsOf(specOf(template, 'en'), 'en', dialect)));
    const left = readIn(opsOf(spec, PSEUDO, dialect)).filter(
      text => english.has(text) && !FIXED.has(text) && !NO_WORDS.test(text),
    );
    expect([...new Set(left)]).toEqual([]);
  });

  it('has the same figures', () => {
    const shown = (language: 'en' | typeof PSEUDO) =>
      [...neededBy(specOf(template, language), language), specOf(template, language)].map(spec =>
        preview(spec, language, excelDialect).tables.map(({ rows, above }) =>
          [...rows, ...above.map(({ cells }) => cells)].map(line =>
            line.map(cell => (/⟦|\p{L}/u.test(cell?.text ?? '') ? '' : (cell?.text ?? ''))),
          ),
        ),
      );
    expect(shown(PSEUDO)).toEqual(shown('en'));
  });
});
