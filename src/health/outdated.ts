import { say } from '../kernel/text.ts';
import type { Check, HealthFinding } from './check.ts';

/** Sheets of templates that have been improved since. */
export const outdated: Check = ({ grid, versions }) =>
  grid.sheets.flatMap((sheet): HealthFinding[] => {
    const { template, prefix, version } = sheet.marks;
    const current = versions.get(template ?? '');
    if (template === undefined || prefix === undefined || current === undefined) return [];
    if (Number(version ?? 1) >= current) return [];
    return [
      {
        what: say('the sheet was inserted by an earlier version', '该工作表由较早版本插入'),
        sheet,
        spots: [],
        repairs: [],
        advice: say(
          'It goes on working. For what is new, insert the template again and copy the yellow cells.',
          '该表仍可继续使用。如需新功能，请重新插入模板并复制黄色单元格。',
        ),
      },
    ];
  });
