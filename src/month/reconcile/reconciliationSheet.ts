import { say } from '../../kernel/errors.ts';
import type { Language, Text } from '../../kernel/text.ts';
import { builtin, columnOf } from '../../plan/expression.ts';
import type { ColumnSpec, SheetSpec } from '../../plan/sheetSpec.ts';
import type { MatchStatus, Reconciliation } from './reconcile.ts';

export const MATCH_STATUSES: Readonly<Record<MatchStatus, Text>> = {
  onlyCrm: { en: 'no receipt', zh: '财务无收款' },
  onlyReceipts: { en: 'not in the CRM', zh: 'CRM 无记录' },
  different: { en: 'amounts differ', zh: '金额不一致' },
  same: { en: 'agrees', zh: '一致' },
};

const COLUMNS: readonly ColumnSpec[] = [
  { key: 'key', label: { en: 'Contract or customer', zh: '合同或客户' }, format: 'text' },
  { key: 'status', label: { en: 'Finding', zh: '核对结果' }, format: 'text' },
  { key: 'signed', label: { en: 'Signed (CRM)', zh: '合同额（CRM）' }, format: 'cents' },
  { key: 'expected', label: { en: 'Expected (CRM)', zh: '应收（CRM）' }, format: 'cents' },
  { key: 'received', label: { en: 'Received (finance)', zh: '实收（财务）' }, format: 'cents' },
  { key: 'difference', label: { en: 'Difference', zh: '差额' }, format: 'cents' },
  { key: 'countedByCrm', label: { en: 'Credited (per CRM)', zh: '计入业绩（按 CRM）' }, format: 'cents' },
  { key: 'countedByReceipts', label: { en: 'Credited (per receipts)', zh: '计入业绩（按实收）' }, format: 'cents' },
  { key: 'note', label: { en: 'Note', zh: '备注' }, format: 'text', width: 220 },
];
const SUMMED = ['signed', 'expected', 'received', 'difference', 'countedByCrm', 'countedByReceipts'] as const;

/** The differences as a sheet; what agrees is counted in the line below the title, not listed. */
export function reconciliationSheet({ matches, counts }: Reconciliation, language: Language): SheetSpec {
  const open = matches.filter(({ status }) => status !== 'same');
  return {
    template: 'reconciliation',
    name: { en: 'Reconciliation', zh: '对账差异' },
    prefix: 'Reconciliation',
    title: language === 'zh' ? '对账差异' : 'Reconciliation',
    subtitle: say(
      `${counts.onlyCrm} without a receipt, ${counts.onlyReceipts} not in the CRM, ${counts.different} with other amounts; ${counts.same} agree.`,
      `财务无收款 ${counts.onlyCrm} 项，CRM 无记录 ${counts.onlyReceipts} 项，金额不一致 ${counts.different} 项；一致 ${counts.same} 项。`,
    ),
    orientation: 'landscape',
    frozenColumns: 1,
    parameters: [],
    tables: [
      {
        key: 'Rows',
        columns: COLUMNS,
        spare: 0,
        above: [
          {
            key: 'total',
            label: { en: 'Total', zh: '合计' },
            role: 'total',
            cells: Object.fromEntries(SUMMED.map(key => [key, builtin('SUM', columnOf('Rows', key))])),
          },
        ],
        rows: open.map(match => ({
          key: match.key,
          status: MATCH_STATUSES[match.status][language],
          signed: match.signed ?? null,
          expected: match.expected,
          received: match.received,
          difference: match.difference,
          countedByCrm: match.countedByCrm,
          countedByReceipts: match.countedByReceipts,
          note: null,
        })),
      },
    ],
  };
}
