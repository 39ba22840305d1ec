import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants, Script } from 'node:vm';
import { vi } from 'vitest';

/** Runs functions.js of a built add-in as a page does that has no more than a document's address and fetch(). */
export async function runFunctions(excel: string): Promise<void> {
  const filename = join(excel, 'functions.js');
  vi.stubGlobal('document', { baseURI: pathToFileURL(filename).href });
  vi.stubGlobal('fetch', partOf);
  const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  new Script(await readFile(filename, 'utf8'), { filename, importModuleDynamically }).runInThisContext();
}

async function partOf(address: string): Promise<Response> {
  return new Response(await readFile(new URL(address)), { headers: { 'Content-Type': 'text/javascript' } });
}
