import { zipSync } from 'fflate';
import { sheetFiles, valuesFile } from '../export/sheetFiles.ts';
import type { HandOut } from '../src/port/port.ts';

export const give: HandOut['give'] = async (way, name, specs, language) => {
  // Workbooks are packed already.
  if (way === 'files') save(`${name}.zip`, zipSync(await sheetFiles(specs, language), { level: 0 }));
  else await Excel.createWorkbook(base64(await valuesFile(specs, language)));
};

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
