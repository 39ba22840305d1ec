import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** LibreOffice is installed in CI only. */
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;
export const withoutLibreOffice = hasLibreOffice ? '' : ' (LibreOffice is not installed here)';

/** All sheets, quoted, values as they are and not as they are shown. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** Opens files and writes every sheet of them as name-sheet.csv, recalculated. */
export async function toCsv(files: readonly string[], folder: string): Promise<void> {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await promisify(execFile)('soffice', ['--headless', profile, '--convert-to', CSV, '--outdir', folder, ...files]);
}
