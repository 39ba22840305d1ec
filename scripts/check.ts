/** Asks a deployed site for what Excel will ask it for: npm run check -- https://kpi.example.com */
import { checkSite } from './checkSite.ts';

const [address] = process.argv.slice(2);
if (!address) {
  console.error('Which site? npm run check -- https://kpi.example.com');
  process.exit(2);
}
const problems = await checkSite(address);
for (const problem of problems) console.log(`✗ ${problem}`);
console.log(
  problems.length === 0 ? `${address} serves everything as Excel wants it.` : `${problems.length} to put right.`,
);
process.exit(problems.length === 0 ? 0 : 1);
