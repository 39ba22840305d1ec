import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/functions/catalogue.gen.ts';
import { findFunctions } from '../../../src/panel/searchIndex.ts';

const names = (query: string) => findFunctions(catalogue)(query).map(({ name }) => name);

describe('findFunctions(functions)(query)', () => {
  it('finds all of them for nothing', () => {
    expect(names('  ')).toHaveLength(catalogue.length);
  });

  it.each(['NPS', 'nps', 'ＮＰＳ', '=KPI.NPS(', 'KPI_NPS', 'net promoter score', '净推荐值'])(
    'puts NPS first for %s',
    query => {
      expect(names(query)[0]).toBe('NPS');
    },
  );

  it('finds by a word of the label in either language', () => {
    expect(names('达成率')[0]).toBe('ACHIEVEMENT');
    expect(names('achievement')[0]).toBe('ACHIEVEMENT');
  });

  it('finds by the description and by a choice', () => {
    expect(names('promoters detractors')).toContain('NPS_BREAKDOWN');
    expect(names('全额')).toContain('COMMISSION');
  });

  it('asks for every word', () => {
    expect(names('commission explained')[0]).toBe('COMMISSION_EXPLAIN');
    expect(names('commission zebra')).toEqual([]);
  });
});
