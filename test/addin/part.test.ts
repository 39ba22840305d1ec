import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadPart } from '../../addin/part.ts';

class CellFailure {
  readonly code: string;
  readonly message: string;
  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

describe('a part that does not come', () => {
  const asked: string[] = [];
  beforeEach(() => {
    asked.length = 0;
    vi.useFakeTimers();
    vi.stubGlobal('document', { baseURI: 'https://kpi.example.com/sales/taskpane.html' });
    vi.stubGlobal('CustomFunctions', { Error: CellFailure, ErrorCode: { notAvailable: '#N/A' } });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  async function failure(language: string, answer: (address: string) => Promise<Response>): Promise<unknown> {
    vi.stubGlobal('Office', { context: { displayLanguage: language } });
    vi.stubGlobal('fetch', (address: string) => {
      asked.push(address);
      return answer(address);
    });
    const failed = loadPart('./ranges-A.js').catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(5000);
    return failed;
  }
  const script = (text: string) => new Response(text, { headers: { 'Content-Type': 'text/javascript' } });

  it('is asked for three times, and then the cell says so in the user’s language', async () => {
    const failed = await failure('zh-CN', () => Promise.reject(new TypeError('offline')));
    expect(failed).toMatchObject({ code: '#N/A', message: expect.stringMatching(/未能完整加载/) });
    expect(asked).toEqual(Array(3).fill('https://kpi.example.com/sales/parts/ranges-A.js'));
  });

  it('is asked for anew by the next one who needs it', async () => {
    await failure('en-US', () => Promise.reject(new TypeError('offline')));
    const failed = await failure('en-US', () => Promise.reject(new TypeError('offline')));
    expect(failed).toMatchObject({ message: expect.stringMatching(/check your connection/) });
    expect(asked).toHaveLength(6);
  });

  it.each([
    [
      'a page in the place of a file',
      () => new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } }),
    ],
    [
      'an error with a script’s type',
      () => new Response('', { status: 503, headers: { 'Content-Type': 'text/javascript' } }),
    ],
  ])('is %s', async (_, answer) => {
    expect(await failure('en', async () => answer())).toBeInstanceOf(CellFailure);
    expect(asked).toHaveLength(3);
  });

  it('is one that another part imports', async () => {
    const failed = await failure('en', async address => {
      if (address.endsWith('chunk-B.js')) throw new TypeError('offline');
      return script('import{a}from"./chunk-B.js";import"./chunk-C.js";export{a}');
    });
    expect(failed).toBeInstanceOf(CellFailure);
    const times = (part: string) => asked.filter(address => address.endsWith(part)).length;
    expect([times('ranges-A.js'), times('chunk-B.js'), times('chunk-C.js')]).toEqual([1, 3, 1]);
  });
});
