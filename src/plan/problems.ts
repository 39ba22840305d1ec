import { say, type Text } from '../kernel/text.ts';
import type { Field } from './field.ts';

/** The part of a zod issue that a sentence is made of. */
interface Issue {
  readonly code?: string | undefined;
  readonly path?: readonly PropertyKey[] | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
}

/** What is wrong with a field's value, as a sentence that says what to do. */
export function explain(issues: readonly Issue[], field: Field): Text {
  const [issue] = issues;
  const problem = issue ? sentence(issue, field) : say('This value does not fit.', '该值不符合要求。');
  const line = issue?.path?.[0];
  if (field.control !== 'lines' || typeof line !== 'number') return problem;
  const column = field.columns?.find(({ key }) => key === issue?.path?.[1])?.label ?? say('', '');
  return say(
    `Line ${line + 1}, ${column.en}: ${lowerFirst(problem.en)}`,
    `第 ${line + 1} 行，${column.zh}：${problem.zh}`,
  );
}

function sentence(issue: Issue, field: Field): Text {
  const inLine = field.control === 'lines' && (issue.path?.length ?? 0) > 0;
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue.minimum ?? 0, field, inLine);
    case 'too_big':
      return field.control === 'text'
        ? say(`Use ${issue.maximum} characters or fewer.`, `最多 ${issue.maximum} 个字符。`)
        : say(`Enter ${issue.maximum} or less.`, `请输入不大于 ${issue.maximum} 的数。`);
    case 'not_multiple_of':
      return say('Enter a whole number.', '请输入整数。');
    case 'invalid_format':
      return say('Enter a date such as 2026-01-31.', '请输入日期，如 2026-01-31。');
    case 'invalid_type':
      if (shareOf(issue, field)) return say('Enter a percentage, such as 90%.', '请输入百分比，如 90%。');
      return field.control === 'number' || inLine
        ? say('Enter a number, such as 120000.', '请输入数字，如 120000。')
        : say('Fill this in.', '请填写此项。');
    default:
      return say('Choose one of the options.', '请选择其中一项。');
  }
}

function shareOf({ path }: Issue, { share, columns = [] }: Field): boolean {
  return (share ?? columns.find(({ key }) => key === path?.[1])?.share) === true;
}

function tooSmall(minimum: number | bigint, field: Field, inLine: boolean): Text {
  if (field.control === 'text' || inLine) return say('Fill this in.', '请填写此项。');
  if (field.control === 'lines') return say(`Enter at least ${minimum} line.`, `至少输入 ${minimum} 行。`);
  return say(`Enter ${minimum} or more.`, `请输入不小于 ${minimum} 的数。`);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
