import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { selftest } from '../../src/functions/selftest.ts';
import { rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';

describe('SELFTEST([language])', () => {
  const [heading, ...rows] = rowsOf(selftest.call(['en']));

  it('shows every example of every function, and that each comes out', () => {
    expect(heading).toEqual(['Function', 'Example', 'Expected', 'Computed', 'OK']);
    expect(rows).toHaveLength(catalogue.reduce((count, fn) => count + fn.examples.length, 0));
    expect(rows.filter(([, , , , ok]) => ok !== true)).toEqual([]);
  });

  it('shows what was expected and what came out', () => {
    expect(rows).toContainEqual(['ACHIEVEMENT', 1, 1.05, 1.05, true]);
    expect(rows).toContainEqual(['SPLIT', 2, '200, 150, 150', '200, 150, 150', true]);
  });

  it('heads its columns in the language asked for', () => {
    expect(rowsOf(selftest.call(['zh']))[0]).toEqual(['函数', '示例', '应得', '实得', '一致']);
    expectError(selftest.call(['klingon']), '#VALUE!', 'language', '"klingon"');
  });
});
