import { describe, expect, it } from 'vitest';
import { NOTHING_REMEMBERED, readMemory, withForm, written } from '../../src/panel/memory.ts';
import { MOST_REMEMBERED } from '../../src/port/port.ts';

const TODAY = '2026-11-22';
const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('readMemory(written(memory))', () => {
  it('gives back what was written, the latest form first', () => {
    const first = withForm(NOTHING_REMEMBERED, 'tracker', { title: 'A', samples: false }, TODAY);
    const second = withForm(first, 'target-split', { people: [['East', '1']] }, TODAY);
    expect(readMemory(written(second))).toEqual(second);
    expect(withForm(second, 'tracker', { title: 'B' }, TODAY).forms.map(([id]) => id)).toEqual([
      'tracker',
      'target-split',
    ]);
    expect(withForm(second, 'tracker', {}, TODAY).forms.map(([id]) => id)).toEqual(['target-split']);
  });

  it('leaves out the oldest where all do not fit, counted in bytes', () => {
    const long = '字'.repeat(MOST_REMEMBERED / 6);
    const memory = ['a', 'b', 'c'].reduce((all, id) => withForm(all, id, { title: long }, TODAY), NOTHING_REMEMBERED);
    expect(bytes(written(memory))).toBeLessThanOrEqual(MOST_REMEMBERED);
    expect(readMemory(written(memory)).forms.map(([id]) => id)).toEqual(['c']);
    const huge = withForm(NOTHING_REMEMBERED, 'a', { title: long.repeat(3) }, TODAY);
    expect(readMemory(written(huge))).toEqual({ ...NOTHING_REMEMBERED, since: TODAY });
  });

  it('keeps the day of the first template', () => {
    const first = withForm(NOTHING_REMEMBERED, 'tracker', {}, TODAY);
    expect(readMemory(written(withForm(first, 'tracker', {}, '2027-01-01'))).since).toBe(TODAY);
    expect(readMemory('{"since":"soon"}').since).toBe('');
  });

  it('takes nothing from a text that is not ours', () => {
    for (const text of [undefined, '', 'x', 'null', '[]', '{"forms":3}', '{"forms":[["a",null],[1,{}],"b"]}'])
      expect(readMemory(text)).toEqual(NOTHING_REMEMBERED);
    expect(readMemory('{"forms":[["a",{"title":"A","x":3,"y":[[1]]}]]}').forms).toEqual([['a', { title: 'A' }]]);
  });
});
