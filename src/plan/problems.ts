import type { Text } from '../kernel/text.ts';
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
  const problem = issue ? sentence(issue, field) : { en: 'This value does not fit.', zh: '该值不符合要求。' };
  const line = issue?.path?.[0];
  if (field.control !== 'lines' || typeof line !== 'number') return problem;
  const column = field.columns?.find(({ key }) => key === issue?.path?.[1])?.label ?? { en: '', zh: '' };
  return {
    en: `Line ${line + 1}, ${column.en}: ${lowerFirst(problem.en)}`,
    zh: `第 ${line + 1} 行，${column.zh}：${problem.zh}`,
  };
}

function sentence(issue: Issue, field: Field): Text {
  const inLine = field.control === 'lines' && (issue.path?.length ?? 0) > 0;
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue.minimum ?? 0, field, inLine);
    case 'too_big':
      return field.control === 'text'
        ? { en: `Use ${issue.maximum} characters or fewer.`, zh: `最多 ${issue.maximum} 个字符。` }
        : { en: `Enter ${issue.maximum} or less.`, zh: `请输入不大于 ${issue.maximum} 的数。` };
    case 'not_multiple_of':
      return { en: 'Enter a whole number.', zh: '请输入整数。' };
    case 'invalid_format':
      return { en: 'Enter a date such as 2026-01-31.', zh: '请输入日期，如 2026-01-31。' };
    case 'invalid_type':
      return field.control === 'number' || inLine
        ? { en: 'Enter a number, such as 120000.', zh: '请输入数字，如 120000。' }
        : { en: 'Fill this in.', zh: '请填写此项。' };
    default:
      return { en: 'Choose one of the options.', zh: '请选择其中一项。' };
  }
}

function tooSmall(minimum: number | bigint, field: Field, inLine: boolean): Text {
  if (field.control === 'text' || inLine) return { en: 'Fill this in.', zh: '请填写此项。' };
  if (field.control === 'lines') return { en: `Enter at least ${minimum} line.`, zh: `至少输入 ${minimum} 行。` };
  return { en: `Enter ${minimum} or more.`, zh: `请输入不小于 ${minimum} 的数。` };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
