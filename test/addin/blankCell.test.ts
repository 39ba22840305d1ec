import { describe } from 'vitest';
import { excelDialect } from '../../src/plan/dialect.ts';
import { excelOnDesktop } from '../support/allTemplates.ts';
import { blankCellContract } from '../support/blankCellContract.ts';

describe('a blank cell in Excel on the desktop', () => blankCellContract(excelOnDesktop, excelDialect));
