import { type Language, say, type Text } from '../../kernel/text.ts';
import { builtin, columnOf } from '../../plan/expression.ts';
import type { ColumnSpec, SheetSpec } from '../../plan/sheetSpec.ts';
import type { MatchStatus, Reconciliation } from './reconcile.ts';

export const MATCH_STATUSES: Readonly<Record<MatchStatus, Text>> = {
  onlyCrm: say('no receipt', '财务无收款'),
  onlyReceipts: say('not in the CRM', 'CRM 无记录'),
  different: say('amounts differ', '金额不一致'),
  same: say('agrees', '一致'),
};

const COLUMNS: readonly ColumnSpec[] = [
  { key: 'key', label: say('Contract or customer', '合同或客户'), format: 'text' },
  { key: 'status', label: say('Finding', '核对结果'), format: 'text' },
  { key: 'signed', label: say('Signed (CRM)', '合同额（CRM）'), format: 'cents' },
  { key: 'expected', label: say('Expected (CRM)', '应收（CRM）'), format: 'cents' },
  { key: 'received', label: say('Received (finance)', '实收（财务）'), format: 'cents' },
  { key: 'difference', label: say('Difference', '差额'), format: 'cents' },
  { key: 'countedByCrm', label: say('Credited (per CRM)', '计入业绩（按 CRM）'), format: 'cents' },
  { key: 'countedByReceipts', label: say('Credited (per receipts)', '计入业绩（按实收）'), format: 'cents' },
  { key: 'note', label: say('Note', '备注'), format: 'text', width: 220 },
];
const SUMMED = ['signed', 'expected', 'received', 'difference', 'countedByCrm', 'countedByReceipts'] as const;

/** The differences as a sheet; what agrees is counted in the line below the title, not listed. */
export function reconciliationSheet({ matches, counts }: Reconciliation, language: Language): SheetSpec {
  const open = matches.filter(({ status }) => status !== 'same');
  return {
    template: 'reconciliation',
    name: say('Reconciliation', '对账差异'),
    prefix: 'Reconciliation',
    title: say('Reconciliation', '对账差异')[language],
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
            label: say('Total', '合计'),
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
