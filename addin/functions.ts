import { associateAll } from './functions/run.ts';

associateAll();
