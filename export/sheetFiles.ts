import type { Language } from '../src/kernel/text.ts';
import type { SheetSpec } from '../src/plan/sheetSpec.ts';
import { exportWorkbook } from './workbook.ts';

/** A file for each sheet, by its name: values only, and nothing of any other sheet. */
export async function sheetFiles(specs: readonly SheetSpec[], language: Language): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const spec of specs) files[freeName(spec.name[language], files)] = await valuesFile([spec], language);
  return files;
}

/** All sheets in one file, without formulas. */
export async function valuesFile(specs: readonly SheetSpec[], language: Language): Promise<Uint8Array> {
  return (await exportWorkbook(specs, language, 'none')).file;
}

/** Names of people may be alike, or hold what no file name may. */
function freeName(name: string, files: Readonly<Record<string, unknown>>): string {
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').trim() || '_';
  const taken = new Set(Object.keys(files).map(key => key.toLowerCase()));
  for (let count = 1; ; count++) {
    const file = count === 1 ? `${plain}.xlsx` : `${plain} ${count}.xlsx`;
    if (!taken.has(file.toLowerCase())) return file;
  }
}
