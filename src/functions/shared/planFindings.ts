import { CellError, type Matrix } from '../../kernel/cell.ts';
import { type Decimal, decimal } from '../../kernel/decimal.ts';
import { addAll, largestOf, smallestOf } from '../../kernel/lists.ts';
import { finding, type PlanFinding, type PlanLine, readLines } from './planLines.ts';
import { LARGEST_SHARE, layoutOf } from './tiers.ts';

export type Mode = 'whole' | 'marginal';

/** All that is wrong, hardly meant or good to know about a tier table, from its first row to its last. */
export function findingsOf(cells: Matrix, mode: Mode): PlanFinding[] {
  if ((cells[0]?.length ?? 0) < 2) {
    return [finding('error', null, 'the columns from and rate are needed at least', '至少应有起点和比例两列')];
  }
  const layout = layoutOf(cells);
  if (layout instanceof CellError) return [finding('error', null, layout.message.en, layout.message.zh)];
  const { lines, findings } = readLines(cells, layout);
  if (layout.headed && !layout.known) findings.push(UNKNOWN_HEADINGS);
  if (lines.length === 0 && findings.every(({ severity }) => severity !== 'error')) findings.push(NO_TIER);
  for (const plan of new Set(lines.map(line => line.plan))) {
    addAll(
      findings,
      planProblems(
        lines.filter(line => line.plan === plan),
        mode,
      ),
    );
  }
  return findings.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

/** What is wrong with the tiers of one plan. */
function planProblems(lines: readonly PlanLine[], mode: Mode): PlanFinding[] {
  const findings = [...lines.flatMap(rateProblems), ...startProblems(lines)];
  const shares = areShares(lines);
  const meant = lines.map(line => (line.rate > 1 ? { ...line, rate: line.rate / 100 } : line));
  for (const [index, line] of meant.entries()) {
    const before = meant[index - 1];
    if (line.from === before?.from) findings.push(duplicate(line, before));
    else addAll(findings, stepProblems(before, line, shares, mode));
  }
  return findings;
}

const UNKNOWN_HEADINGS = finding(
  'note',
  1,
  'the headings are not known: the columns are taken as from, rate, bonus, label',
  '标题无法识别：各列依次视为起点、比例、奖金、名称',
);
const NO_TIER = finding('error', null, 'there is no tier', '没有档位');

/** Tiers start at shares of a target where none starts above ten times it. */
function areShares(lines: readonly PlanLine[]): boolean {
  return lines.some(({ from }) => from > 0) && lines.every(({ from }) => from <= LARGEST_SHARE);
}

function rateProblems({ row, rate }: PlanLine): PlanFinding[] {
  if (rate > 1) {
    const fraction = decimal(rate).div(100);
    const meant = percent(fraction);
    return [
      finding(
        'error',
        row,
        `rate ${rate} is above 1: ${meant} is written as ${Number(fraction)} or ${meant}`,
        `比例 ${rate} 大于 1：${meant} 应写作 ${Number(fraction)} 或 ${meant}`,
      ),
    ];
  }
  if (rate <= 0.5) return [];
  const high = percent(decimal(rate));
  return [finding('warning', row, `the rate ${high} is more than half of the sales`, `比例 ${high} 超过销售额的一半`)];
}

/** Where the plan begins, and whether all its tiers begin in the same unit. */
function startProblems(lines: readonly PlanLine[]): PlanFinding[] {
  const [first] = lines;
  if (!first) return [];
  const found: PlanFinding[] = [];
  const edges = lines.map(({ from }) => from).filter(from => from > 0);
  const [smallest, largest] = [smallestOf(edges), largestOf(edges)];
  if (edges.length > 1 && smallest <= LARGEST_SHARE && largest > LARGEST_SHARE) {
    found.push(
      finding(
        'warning',
        null,
        `from mixes shares and amounts: ${smallest} and ${largest}`,
        `起点混用了比例和金额：${smallest} 与 ${largest}`,
      ),
    );
  } else if (smallest >= LARGEST_SHARE && largest >= 50 && largest <= 300) {
    found.push(
      finding(
        'warning',
        null,
        `from ${smallest} to ${largest} looks like percentages: write ${percent(decimal(smallest).div(100))} for ${smallest} %`,
        `起点 ${smallest} 至 ${largest} 像是百分数：${smallest}% 应写作 ${percent(decimal(smallest).div(100))}`,
      ),
    );
  }
  if (first.from > 0) {
    const edge = areShares(lines) ? percent(decimal(first.from)) : `${first.from}`;
    found.push(finding('note', first.row, `nothing is paid below ${edge}`, `${edge} 以下没有提成`));
  }
  if (first.from <= 0 && first.bonus > 0) {
    found.push(
      finding(
        'warning',
        first.row,
        `the bonus ${first.bonus} begins at ${first.from}: it is paid without sales too, and with prior_sales once more in the first month that has any`,
        `奖金 ${first.bonus} 从 ${first.from} 起发：没有销售额也发；使用 prior_sales 时，首个有销售额的月份会再发一次`,
      ),
    );
  }
  return found;
}

/** What happens to somebody who goes from one tier into the next. */
function stepProblems(before: PlanLine | undefined, line: PlanLine, shares: boolean, mode: Mode): PlanFinding[] {
  const found: PlanFinding[] = [];
  if (before) found.push(...endProblems(before, line));
  if (before && line.rate < before.rate) {
    const [high, low] = [percent(decimal(before.rate)), percent(decimal(line.rate))];
    found.push(finding('warning', line.row, `the rate falls from ${high} to ${low}`, `比例由 ${high} 降为 ${low}`));
  }
  if (before && line.bonus < before.bonus) {
    found.push(
      finding(
        'warning',
        line.row,
        `the bonus falls from ${before.bonus} to ${line.bonus}: only the reached tier’s is paid`,
        `奖金由 ${before.bonus} 降为 ${line.bonus}：只发所达档位的奖金`,
      ),
    );
  }
  if (mode === 'whole' && line.from > 0) found.push(...cliff(before, line, shares));
  return found;
}

/** In whole mode the new rate holds for all sales at once; this is how much the pay jumps on the edge. */
function cliff(before: PlanLine | undefined, line: PlanLine, shares: boolean): PlanFinding[] {
  const onSales = decimal(line.rate)
    .minus(decimal(before?.rate ?? 0))
    .times(decimal(line.from));
  const bonus = decimal(line.bonus).minus(decimal(before?.bonus ?? 0));
  const falls = shares ? onSales.lt(0) || bonus.lt(0) : onSales.plus(bonus).lt(0);
  const [en, zh] = shares ? [sizeOf(onSales, bonus, ' of the target'), sizeOf(onSales, bonus, ' 的目标额')] : [];
  const amount = `${Number(onSales.plus(bonus))}`;
  if (onSales.eq(0) && bonus.eq(0)) return [];
  const edge = shares ? percent(decimal(line.from)) : `${line.from}`;
  return falls
    ? [
        finding(
          'warning',
          line.row,
          `selling more pays less: at ${edge} pay changes by ${en ?? amount}`,
          `多卖反而少得：到 ${edge} 时提成变化 ${zh ?? amount}`,
        ),
      ]
    : [
        finding(
          'note',
          line.row,
          `retroactive cliff: at ${edge} pay jumps by ${en ?? amount}`,
          `全额跳档：到 ${edge} 时提成一次增加 ${zh ?? amount}`,
        ),
      ];
}

function sizeOf(onSales: Decimal, bonus: Decimal, ofTarget: string): string {
  const share = onSales.eq(0) ? [] : [`${percent(onSales)}${ofTarget}`];
  return [...share, ...(bonus.eq(0) ? [] : [`${Number(bonus)}`])].join(' + ');
}

/** A column with the ends of the tiers is not used for paying, but it shows what was meant. */
function endProblems(before: PlanLine, line: PlanLine): PlanFinding[] {
  if (before.to === undefined || before.to === line.from) return [];
  return before.to < line.from
    ? [
        finding(
          'warning',
          line.row,
          `gap: the tier before ends at ${before.to}, this one starts at ${line.from}; in between the lower rate is paid`,
          `有缺口：上一档止于 ${before.to}，本档起于 ${line.from}；其间按较低档计`,
        ),
      ]
    : [
        finding(
          'warning',
          line.row,
          `overlap: the tier before ends at ${before.to}, this one starts at ${line.from}; from there this one is paid`,
          `有重叠：上一档止于 ${before.to}，本档起于 ${line.from}；自本档起点按本档计`,
        ),
      ];
}

function duplicate(line: PlanLine, before: PlanLine): PlanFinding {
  return finding(
    'error',
    line.row,
    `overlap: from ${line.from} is also in row ${before.row}`,
    `重叠：起点 ${line.from} 与第 ${before.row} 行重复`,
  );
}

function percent(share: Decimal): string {
  return `${Number(share.times(100))}%`;
}
