import { leaderboard } from '../../src/functions/leaderboard.ts';
import { pareto } from '../../src/functions/pareto.ts';
import type { Task } from '../task.ts';
import { byDealTask } from './byDeal.ts';
import { achievementCalls, commissionCalls, paceCalls, rateCalls } from './calls.ts';
import { csvTask, xlsxTask } from './files.ts';
import { achievementTask, commissionTask, marginalTask } from './incentives.ts';
import { csatTask, npsTask, repurchaseTask } from './lists.ts';
import { monthTask } from './month.ts';
import { shareTask } from './share.ts';
import { cohortTask, rankingTask, splitTask } from './tables.ts';

export const TASKS: readonly { readonly name: string; readonly make: () => Task | Promise<Task> }[] = [
  { name: 'NPS', make: () => npsTask(1_000_000) },
  { name: 'CSAT', make: () => csatTask(1_000_000) },
  { name: 'REPURCHASE', make: () => repurchaseTask(1_000_000, false) },
  { name: 'REPURCHASE', make: () => repurchaseTask(2000, true) },
  { name: 'COMMISSION', make: () => commissionTask(10_000) },
  { name: 'COMMISSION', make: () => marginalTask(10_000) },
  { name: 'COMMISSION_BY_DEAL', make: () => byDealTask(100_000, 500) },
  { name: 'ACHIEVEMENT', make: () => achievementTask(10_000) },
  { name: 'SPLIT', make: () => splitTask(10_000) },
  { name: 'COMMISSION', make: () => commissionCalls(10_000) },
  { name: 'COMMISSION_RATE', make: () => rateCalls(10_000) },
  { name: 'ACHIEVEMENT', make: () => achievementCalls(10_000) },
  { name: 'PACE', make: () => paceCalls(10_000) },
  { name: 'LEADERBOARD', make: () => rankingTask(leaderboard, 1_000_000) },
  { name: 'PARETO', make: () => rankingTask(pareto, 1_000_000) },
  { name: 'COHORT', make: () => cohortTask(100_000) },
  { name: 'Import CSV', make: () => csvTask(100_000) },
  { name: 'Import XLSX', make: () => xlsxTask(20_000) },
  { name: 'Month', make: () => monthTask(500, 10_000) },
  { name: 'Share', make: () => shareTask() },
];
