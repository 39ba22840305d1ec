import { describe } from 'vitest';
import { excelDialect } from '../../src/plan/dialect.ts';
import { editContract } from '../support/editContract.ts';

describe('rows in Excel', () => editContract('Excel', excelDialect));
