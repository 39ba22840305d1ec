import { describe } from 'vitest';
import { sheetsDialect } from '../../src/plan/dialect.ts';
import { readersContract } from '../support/editContract.ts';

describe('rows directly under headings in Google Sheets, as other sheets read them', () =>
  readersContract('Google Sheets', sheetsDialect));
