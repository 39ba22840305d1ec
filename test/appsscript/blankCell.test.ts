import { describe } from 'vitest';
import { sheetsDialect } from '../../src/plan/dialect.ts';
import { blankCellContract } from '../support/blankCellContract.ts';

describe('a blank cell in Google Sheets', () => blankCellContract('Google Sheets', sheetsDialect));
