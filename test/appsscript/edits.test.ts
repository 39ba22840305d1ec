import { describe } from 'vitest';
import { sheetsDialect } from '../../src/plan/dialect.ts';
import { editContract } from '../support/editContract.ts';

describe('rows in Google Sheets', () => editContract('Google Sheets', sheetsDialect));
