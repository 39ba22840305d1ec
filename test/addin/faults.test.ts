import { afterAll, describe } from 'vitest';
import { copyFaults } from '../support/copyFaults.ts';
import { excelWithFaults, type FaultBench } from '../support/faultBench.ts';
import { faultContract } from '../support/faultContract.ts';
import { ROLL_OVER } from '../support/rollFaults.ts';
import { twiceContract } from '../support/twiceContract.ts';

describe('faults one after the other in Excel', () => {
  let bench: FaultBench;
  afterAll(() => bench.book.dispose());

  faultContract(async () => {
    bench = await excelWithFaults();
    return bench;
  }, 12);
});

describe('faults one after the other while a month is rolled over in Excel', () => {
  let bench: FaultBench;
  afterAll(() => bench.book.dispose());

  faultContract(
    async () => {
      bench = await excelWithFaults();
      return bench;
    },
    24,
    ROLL_OVER,
  );
});

describe('faults one after the other while copies are made in Excel', () => {
  let bench: FaultBench;
  afterAll(() => bench.book.dispose());

  copyFaults(async () => {
    bench = await excelWithFaults();
    return bench;
  }, 24);
});

describe('something done twice in Excel', () => {
  let bench: FaultBench;
  afterAll(() => bench.book.dispose());

  twiceContract(async () => {
    bench = await excelWithFaults();
    return bench;
  });
});
