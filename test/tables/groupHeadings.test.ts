import { describe, expect, it } from 'vitest';
import { lines, outcomeFrom } from '../support/outcome.ts';

describe('headings over two lines', () => {
  it('are told apart by their group, and a plan is never taken for what was sold', async () => {
    const years = lines(',,2026,,2025,', 'Owner,Region,Sales,Target,Sales,Target', 'Anna,East,100,120,90,95');
    const { columns, questions } = await outcomeFrom(years);
    expect(columns.amount).toBe('2026 Sales');
    expect(questions.map(({ about }) => about)).toContain('column');
    const plan = lines(',,Plan,,Actual,', 'Owner,Date,Sales,Qty,Sales,Qty', 'Anna,2026-03-01,100,1,90,2');
    expect((await outcomeFrom(plan)).columns.amount).not.toBe('Plan Sales');
  });
});
