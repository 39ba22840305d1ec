import { describe } from 'vitest';
import { sheetsDialect } from '../../src/plan/dialect.ts';
import { badCellContract } from '../support/badCellContract.ts';

describe('a bad cell in Google Sheets', () => badCellContract('Google Sheets', sheetsDialect));
