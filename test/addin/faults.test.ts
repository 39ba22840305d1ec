import { afterAll, describe } from 'vitest';
import { excelWithFaults, type FaultBench } from '../support/faultBench.ts';
import { faultContract } from '../support/faultContract.ts';

describe('faults one after the other in Excel', () => {
  let bench: FaultBench;
  afterAll(() => bench.book.dispose());

  faultContract(async () => {
    bench = await excelWithFaults();
    return bench;
  }, 12);
});
