import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Book } from '../../workbench/book/book.ts';
import { openTwinBook, wrongTwins } from '../support/twinBook.ts';
import { casesOf, twinned } from '../support/twins.ts';

const RANDOM_CASES = 1000;

describe('twins by another engine', () => {
  let book: Book;
  const cases = new Map(twinned.map(fn => [fn, casesOf(fn, RANDOM_CASES)]));

  beforeAll(() => {
    book = openTwinBook(cases);
  });
  afterAll(() => book.dispose());

  it.each(twinned.map(fn => [fn.name, fn] as const))('%s gives what its twin gives', async (_, fn) => {
    const list = cases.get(fn) ?? [];
    expect(list.length).toBeGreaterThanOrEqual(RANDOM_CASES);
    expect((await wrongTwins(book, fn, list)).slice(0, 3)).toEqual([]);
  });
});
