import { describe, expect, it } from 'vitest';
import { isText } from '../../src/files/limits.ts';
import { Stopped } from '../../src/files/progress.ts';
import { readInWorker } from '../../src/files/readInWorker.ts';
import { serve } from '../../src/files/readWorker.ts';
import { CellError } from '../../src/kernel/cell.ts';
import { rowsXml, workbook } from '../support/zip.ts';

/** The worker's script over a real message channel: what passes is copied as it is between threads. */
function start(): Worker {
  const { port1, port2 } = new MessageChannel();
  const scope: Parameters<typeof serve>[0] = { onmessage: null, postMessage: message => port2.postMessage(message) };
  serve(scope);
  port2.onmessage = event => scope.onmessage?.(event);
  const terminate = (): void => port1.close();
  return Object.assign(port1, { terminate, onerror: null, onmessageerror: null }) as unknown as Worker;
}

const lines = Array.from({ length: 12_000 }, (_, index) => `Person ${index},${index}`);
const file = (text: string): File => new File([text], 'deals.csv');

describe('readInWorker()', () => {
  it('brings every row over, in slices', async () => {
    const shares: number[] = [];
    const table = await readInWorker(
      file(`Owner,Amount\n${lines.join('\n')}`),
      start,
      {},
      {
        progress: share => shares.push(share),
      },
    );
    if (isText(table)) throw new Error(table.en);
    expect(table).toMatchObject({ name: 'deals.csv', encoding: 'utf-8' });
    expect(table.sheets[0]?.cells).toHaveLength(12_001);
    expect(table.sheets[0]?.cells[12_000]).toEqual(['Person 11999', '11999']);
    expect(shares[shares.length - 1]).toBe(1);
  });

  it('hands over why a file cannot be read', async () => {
    expect(await readInWorker(file('\n\n'), start)).toMatchObject({ en: 'The file is empty.' });
    expect(await readInWorker(new File([], 'a.csv'), start)).toMatchObject({ en: 'The file is empty.' });
  });

  it('reads without a worker where the page may not start one', async () => {
    const refused = (): Worker => {
      throw new Error('blocked by the content security policy');
    };
    expect(await readInWorker(file('a,b\n1,2'), refused)).toMatchObject({
      sheets: [
        {
          cells: [
            ['a', 'b'],
            ['1', '2'],
          ],
        },
      ],
    });
  });

  it('stops when the user says so', async () => {
    const controller = new AbortController();
    const watch = { signal: controller.signal, progress: () => controller.abort() };
    await expect(readInWorker(file(`a,b\n${lines.join('\n')}`), start, {}, watch)).rejects.toBeInstanceOf(Stopped);
  });

  it('says that the worker died once it had begun, and reads nothing twice', async () => {
    let asked = 0;
    const dying = (): Worker => {
      asked++;
      const worker = {
        onmessage: null as ((event: { data: { kind: 'begun' } }) => void) | null,
        onerror: null as (() => void) | null,
        postMessage: () =>
          queueMicrotask(() => {
            worker.onmessage?.({ data: { kind: 'begun' } });
            worker.onerror?.();
          }),
        terminate: () => undefined,
      };
      return worker as unknown as Worker;
    };
    const outcome = await readInWorker(file('a,b\n1,2'), dying);
    expect(outcome).toMatchObject({
      en: expect.stringContaining('Reading broke off'),
      zh: expect.stringContaining('读取中断'),
    });
    expect(asked).toBe(1);
  });

  it('brings error cells over as errors, and what is known of a sheet', async () => {
    const rows = rowsXml(
      [
        ['Owner', 'Amount'],
        ['Ann', 1],
        ['Ben', 2],
      ],
      [3],
    );
    const bytes = workbook({ S: `${rows}<row r="4"><c r="B4" t="e"><v>#REF!</v></c></row>` });
    const table = await readInWorker(new File([bytes], 'a.xlsx'), start);
    if (isText(table)) throw new Error(table.en);
    expect(table.sheets[0]).toMatchObject({ name: 'S', hiddenRows: [2] });
    expect(table.sheets[0]?.cells[3]?.[1]).toBeInstanceOf(CellError);
  });
});
