/** Compares the engines at one task, and tells the process that asked. */
import { compare } from './compare.ts';
import { loadUniver } from './peers/bundled.ts';
import { TASKS } from './tasks/all.ts';

const task = TASKS[Number(process.argv[2])];
if (!task) throw new RangeError(`there is no task ${process.argv[2]}`);
const { openUniver } = await loadUniver();
process.send?.(await compare(await task.make(), openUniver), () => process.exit());
