import { afterAll, describe } from 'vitest';
import type { Played } from '../support/sheets.ts';
import { sheetsInNode } from '../support/sheetsPort.ts';
import { survivalContract } from '../support/survivalContract.ts';

describe('the user’s own things in Google Sheets', () => {
  let played: Played;
  afterAll(() => played.book.dispose());

  survivalContract(async () => {
    const started = await sheetsInNode({ locale: 'de_DE' });
    played = started.played;
    return { port: started.port, book: played.book };
  });
});
