import { zipSync } from 'fflate';
import { exportWorkbook } from '../export/workbook.ts';
import type { Language } from '../src/kernel/text.ts';
import type { SheetSpec } from '../src/plan/sheetSpec.ts';
import type { HandOut } from '../src/port/port.ts';

export const give: HandOut['give'] = async (way, name, specs, language) => {
  if (way === 'files') save(`${name}.zip`, await archive(specs, language));
  else await Excel.createWorkbook(base64(await fileOf(specs, language)));
};

/** A file for each sheet. */
async function archive(specs: readonly SheetSpec[], language: Language): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const spec of specs) files[freeName(spec.name[language], files)] = await fileOf([spec], language);
  // Workbooks are packed already.
  return zipSync(files, { level: 0 });
}

async function fileOf(specs: readonly SheetSpec[], language: Language): Promise<Uint8Array> {
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

function save(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: 'application/zip' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += PIECE)
    text += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  return btoa(text);
}

const PIECE = 0x8000;
