import { say } from '../kernel/text.ts';
import { bySheet, type Check } from './check.ts';

/** Protected sheets with formulas of ours: nothing on them can be repaired, shared or closed. */
export const protection: Check = ({ formulas }) =>
  bySheet(
    formulas.filter(({ sheet }) => sheet.locked),
    found => ({
      what: say(
        `the sheet is protected and holds ${found.length === 1 ? '1 KPI formula' : `${found.length} KPI formulas`}`,
        `工作表受保护，其中有 ${found.length} 个 KPI 公式`,
      ),
      repairs: [],
      advice: say(
        'Unprotect it (Review > Unprotect Sheet; in Google Sheets Data > Protect sheets and ranges), then check again.',
        '请取消保护（Excel：审阅 > 撤消工作表保护；Google 表格：数据 > 保护工作表和范围），然后再次检查。',
      ),
    }),
  );
