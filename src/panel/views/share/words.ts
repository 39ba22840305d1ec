import { say, type Text } from '../../../kernel/text.ts';

const cells = (count: number): string => `${count} ${count === 1 ? 'cell' : 'cells'}`;
const formulas = (count: number): string => `${count} ${count === 1 ? 'formula' : 'formulas'}`;

const builtIn = (count: number): string => (count === 1 ? 'a built-in one' : 'built-in ones');

/** What the page for sharing says. */
export const words = {
  lead: say(
    'People without the add-in see #NAME? instead of KPI results. Here KPI functions become built-in formulas, or values where there is no equivalent.',
    '未安装插件的人会看到 #NAME?。在此可将 KPI 函数换成内置函数公式；没有等价公式的换成数值。',
  ),
  looking: say('Reading the workbook…', '正在读取工作簿…'),
  nothing: say(
    'No formula in this workbook uses KPI functions: share it as it is.',
    '此工作簿未使用 KPI 函数，可直接分享。',
  ),
  found: (twins: number, values: number): Text =>
    say(
      `${formulas(twins)} can become ${builtIn(twins)}${values > 0 ? `, ${values} would become ${values === 1 ? 'a value' : 'values'}` : ''}.`,
      `${twins} 个公式可换成内置公式${values > 0 ? `，${values} 个将换成数值` : ''}。`,
    ),
  locked: (sheets: readonly string[]): Text =>
    say(
      `Protected, take the protection off first: ${sheets.join(', ')}`,
      `以下工作表受保护，请先取消保护：${sheets.join('、')}`,
    ),
  way: say('How', '方式'),
  copies: say('In copies of the sheets', '写入工作表副本'),
  copiesAbout: say(
    'The copies refer only to each other, so you can move them to a separate file.',
    '副本之间互相引用，不依赖其他工作表，可移入单独的文件。',
  ),
  place: say('In this workbook, until I restore it', '就地替换，之后可还原'),
  placeAbout: say(
    'Every original formula is kept in the workbook, and Restore brings it back.',
    '原公式全部保存在工作簿中，可随时还原。',
  ),
  sheets: say('Sheets', '工作表'),
  make: say('Make copies', '生成副本'),
  replace: say('Replace the formulas', '替换公式'),
  done: (twins: number): Text => say(`${formulas(twins)} became ${builtIn(twins)}.`, `${twins} 个公式已换成内置公式。`),
  copied: (sheets: readonly string[]): Text =>
    say(`New sheets: ${sheets.join(', ')}`, `新工作表：${sheets.join('、')}`),
  values: (count: number, functions: readonly string[], why: Text): Text =>
    say(
      `${cells(count)} became ${count === 1 ? 'a value' : 'values'} (${functions.join(', ')}): ${why.en}`,
      `${count} 个单元格换成数值（${functions.join('、')}）：${why.zh}`,
    ),
  left: (count: number, why: Text): Text =>
    say(
      `${cells(count)} ${count === 1 ? 'stays as it is' : 'stay as they are'}: ${why.en}`,
      `${count} 个单元格未改动：${why.zh}`,
    ),
  takeOut: say('Remove the copies', '移除副本'),
  takenOut: say('The copies were removed.', '副本已移除。'),
  leftBehind: (sheets: readonly string[]): Text =>
    say(
      `Copies are left of what failed half-way, and nothing else was changed: ${sheets.join(', ')}`,
      `操作中途失败，除留下以下副本外没有其他改动：${sheets.join('、')}`,
    ),
  shared: (count: number): Text =>
    say(
      `This workbook currently uses built-in formulas. Its original KPI formulas (${count}) are kept and can be restored.`,
      `此工作簿目前使用内置公式：已保存 ${count} 个原 KPI 公式，可随时还原。`,
    ),
  restore: say('Restore the formulas', '还原公式'),
  restored: (count: number): Text =>
    say(
      `${formulas(count)} ${count === 1 ? 'was restored' : 'were restored, each'} as it was.`,
      `已还原 ${count} 个公式，与原来完全一致。`,
    ),
  unlike: (addresses: string): Text =>
    say(
      `The spreadsheet has written these in its own way; look at them: ${addresses}`,
      `以下公式被表格改写，请检查：${addresses}`,
    ),
  changed: (addresses: string): Text =>
    say(
      `Nothing was written: somebody has changed cells since (${addresses}).`,
      `此后有单元格被修改（${addresses}），未写入任何内容。`,
    ),
  keptList: (count: number, changed: number): Text =>
    say(
      `Kept: ${formulas(count)}${changed > 0 ? `, ${changed} of them in cells that somebody has changed since` : ''}`,
      `已保存的公式：${count} 个${changed > 0 ? `，其中 ${changed} 个所在单元格此后被修改` : ''}`,
    ),
  keptNow: (now: string): Text => say(`now: ${now === '' ? 'blank' : now}`, `现为：${now === '' ? '空' : now}`),
  keptGone: say('the sheet is no longer there', '工作表已不存在'),
  letGo: (count: number): Text =>
    say(`Let go of ${count === 1 ? 'this formula' : `these ${count} formulas`}`, `不再保存这 ${count} 个公式`),
  letGoAbout: say('They can no longer be restored; the cells stay as they are.', '之后不再还原；单元格保持现状。'),
  letGone: (count: number): Text =>
    say(
      `${count === 1 ? '1 formula is' : `${count} formulas are`} not kept any more. No cell was changed.`,
      `${count} 个公式不再保存，单元格未作改动。`,
    ),
  others: say('Restore the others', '还原其余公式'),
  again: say('Read again', '重新读取'),
};
