import { excelFunctions } from './functions/run.ts';

export const runs = excelFunctions();
