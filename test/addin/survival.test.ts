import { afterAll, describe } from 'vitest';
import { type OfficeInNode, officeInNode } from '../support/officeInNode.ts';
import { survivalContract } from '../support/survivalContract.ts';

describe('the user’s own things in Excel', () => {
  let office: OfficeInNode;
  afterAll(() => office.book.dispose());

  survivalContract(async () => {
    office = await officeInNode({ functions: false });
    // What is looked at is typed, not calculated.
    office.book.settled = () => Promise.resolve();
    return office;
  });
});
