import { afterAll, describe } from 'vitest';
import { excelWithFaults, type FaultBench } from '../support/faultBench.ts';
import { faultContract } from '../support/faultContract.ts';
import { twiceContract } from '../support/twiceContract.ts';

describe('faults one after the other in Excel', () => {
  let bench: FaultBench;
  afterAll(() => bench.book.dispose());

  faultContract(async () => {
    bench = await excelWithFaults();
    return bench;
  }, 12);
});

describe('something done twice in Excel', () => {
  let bench: FaultBench;
  afterAll(() => bench.book.dispose());

  twiceContract(async () => {
    bench = await excelWithFaults();
    return bench;
  });
});
