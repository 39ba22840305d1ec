import { describe } from 'vitest';
import { excelDialect } from '../../src/plan/dialect.ts';
import { badCellContract } from '../support/badCellContract.ts';

describe('a bad cell in Excel', () => badCellContract('Excel', excelDialect));
