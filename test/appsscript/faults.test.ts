import { afterAll, describe } from 'vitest';
import { type FaultBench, sheetsWithFaults } from '../support/faultBench.ts';
import { faultContract } from '../support/faultContract.ts';

describe('faults one after the other in Google Sheets', () => {
  let bench: FaultBench;
  afterAll(() => bench.book.dispose());

  faultContract(async () => {
    bench = await sheetsWithFaults();
    return bench;
  }, 12);
});
