import { type Cell, CellError, isMatrix, type Matrix } from '../kernel/cell.ts';
import { argumentsOf, defineFunction, type KpiFunction } from '../kernel/function.ts';
import { headingLanguage, headings } from '../kernel/headings.ts';
import { say, searchWords } from '../kernel/text.ts';
import { catalogue } from './catalogue.gen.ts';

export const selftest = defineFunction({
  name: 'SELFTEST',
  family: 'team',
  kind: 'table',
  text: {
    label: say('Self-test', '自检'),
    words: searchWords('check, verify, diagnostics', '测试，校验，自测'),
    summary: say(
      'Runs every function’s examples here and compares expected with actual results.',
      '在当前环境中运行所有函数的示例，对比预期结果与实际结果。',
    ),
    formula: 'expected = computed, to 1e−9',
    source: 'The catalogue’s own examples',
  },
  parameters: { language: headingLanguage() },
  examples: [],
  compute({ language }) {
    return [headings(HEADINGS, language), ...catalogue.flatMap(rowsOf)];
  },
});

const HEADINGS = [
  say('Function', '函数'),
  say('Example', '示例'),
  say('Expected', '应得'),
  say('Computed', '实得'),
  say('OK', '一致'),
];

function rowsOf(fn: KpiFunction): Cell[][] {
  return fn.examples.map(({ given, result }, index) => {
    const computed = fn.call(argumentsOf(fn, given));
    return [fn.name, index + 1, summary(result), summary(computed), same(result, computed)];
  });
}

/** The first figure of a table stands for it; the comparison looks at all of it. */
function summary(result: Cell | Matrix): Cell {
  if (!isMatrix(result)) return result instanceof CellError ? result.code : result;
  const rows = result.map(row => row.map(cell => (cell instanceof CellError ? cell.code : (cell ?? ''))).join(', '));
  return rows.join('; ');
}

function same(expected: Cell | Matrix, computed: Cell | Matrix): boolean {
  if (isMatrix(expected)) {
    return (
      isMatrix(computed) &&
      expected.length === computed.length &&
      expected.every(
        (row, r) => row.length === computed[r]?.length && row.every((cell, c) => same(cell, computed[r]?.[c] ?? null)),
      )
    );
  }
  if (isMatrix(computed)) return false;
  if (typeof expected === 'number' && typeof computed === 'number') {
    return Math.abs(expected - computed) <= 1e-9 * Math.max(1, Math.abs(expected));
  }
  if (expected instanceof CellError) return computed instanceof CellError && computed.code === expected.code;
  return expected === computed;
}
