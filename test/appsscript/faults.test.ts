import { afterAll, describe } from 'vitest';
import { copyFaults } from '../support/copyFaults.ts';
import { type FaultBench, sheetsWithFaults } from '../support/faultBench.ts';
import { faultContract } from '../support/faultContract.ts';
import { ROLL_OVER } from '../support/rollFaults.ts';
import { twiceContract } from '../support/twiceContract.ts';

describe('faults one after the other in Google Sheets', () => {
  let bench: FaultBench;
  afterAll(() => bench.book.dispose());

  faultContract(async () => {
    bench = await sheetsWithFaults();
    return bench;
  }, 12);
});

describe('faults one after the other while a month is rolled over in Google Sheets', () => {
  let bench: FaultBench;
  afterAll(() => bench.book.dispose());

  faultContract(
    async () => {
      bench = await sheetsWithFaults();
      return bench;
    },
    24,
    ROLL_OVER,
  );
});

describe('faults one after the other while copies are made in Google Sheets', () => {
  let bench: FaultBench;
  afterAll(() => bench.book.dispose());

  copyFaults(async () => {
    bench = await sheetsWithFaults();
    return bench;
  }, 24);
});

describe('something done twice in Google Sheets', () => {
  let bench: FaultBench;
  afterAll(() => bench.book.dispose());

  twiceContract(async () => {
    bench = await sheetsWithFaults();
    return bench;
  });
});
