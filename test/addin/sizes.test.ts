import { describe, expect, it } from 'vitest';
import { excelDialect } from '../../src/plan/dialect.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { officeInNode } from '../support/officeInNode.ts';
import { opsOf, rowsOf, specOf } from '../support/planning.ts';

/** 4 of the 5 MB that Excel on the web takes. */
const MOST = 4_000_000;

/** Requests of an insertion, without a workbook behind them: they are counted and taken. */
async function requestsOf(templateId: string, rows: number): Promise<number[]> {
  const template = gallery.find(({ id }) => id === templateId);
  if (!template) throw new Error(templateId);
  const { host, port, book } = await officeInNode({ functions: false });
  const sizes: number[] = [];
  host.process = async body => {
    sizes.push(Buffer.byteLength(JSON.stringify(body)));
    const ids = body.Actions.filter(({ ActionType }) => ActionType !== 5);
    return {
      Results: ids.map(({ Id }) => ({ ActionId: Id, Value: { Id: 'sheet', _ReferenceId: 'r' } })),
      TraceIds: [],
    };
  };
  await port.apply(opsOf(specOf(template, 'en', rowsOf(template, rows, 'en')), 'en', excelDialect));
  book.dispose();
  return sizes;
}

describe('requests of an insertion', () => {
  it.each(gallery.map(({ id }) => id))('%s with 2,000 rows is one, with 10,000 as many as fit', async id => {
    const [few, many] = [await requestsOf(id, 2_000), await requestsOf(id, 10_000)];
    expect(few).toHaveLength(1);
    for (const size of [...few, ...many]) expect(size).toBeLessThan(MOST);
  });
});
