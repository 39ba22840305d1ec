import { languageOf, say } from '../src/kernel/text.ts';

/** By part, what it imports before it runs, once the part has come. */
const imported = new Map<string, Promise<readonly string[]>>();

const IMPORT = /\b(?:from|import)\s*"(\.\/[^"]+)"/g;

/** Where the build puts parts, beside the page. */
const addressOf = (part: string): string => new URL(`parts/${part}`, document.baseURI).href;

/** Milliseconds before a part is asked for again. */
const PAUSES = [500, 2000];

/**
 * A module that did not come once is not asked for again as long as the page lives: Chromium keeps the failure, and a
 * shared runtime lives as long as the workbook. So a part is fetched first, with all that it imports and as often as
 * it takes; import() then finds it in the browser's cache. Whoever is told that it did not come may ask again.
 */
export async function loadPart<Module>(part: string): Promise<Module> {
  const seen = new Set<string>();
  let next: readonly string[] = [part];
  while (next.length > 0) {
    for (const name of next) seen.add(name);
    const found = await Promise.all(next.map(importsOf));
    next = [...new Set(found.flat())].filter(name => !seen.has(name));
  }
  return import(addressOf(part));
}

function importsOf(part: string): Promise<readonly string[]> {
  const known = imported.get(part);
  if (known) return known;
  const coming = textOf(part).then(text => [...text.matchAll(IMPORT)].flatMap(([, name]) => name ?? []));
  imported.set(part, coming);
  coming.catch(() => imported.delete(part));
  return coming;
}

async function textOf(part: string, tries = 0): Promise<string> {
  try {
    const response = await fetch(addressOf(part));
    // Some hosts answer with a page of theirs where there is no file.
    if (response.ok && /script/.test(response.headers.get('content-type') ?? '')) return await response.text();
    throw new RangeError(part);
  } catch {
    const pause = PAUSES[tries];
    if (pause === undefined) throw unreached();
    await new Promise(resolve => setTimeout(resolve, pause));
    return textOf(part, tries + 1);
  }
}

const UNREACHED = say(
  'Sales KPI was not loaded completely: check your connection, then recalculate with Ctrl+Alt+F9 or open the workbook again',
  '销售KPI 未能完整加载：请检查网络连接，然后按 Ctrl+Alt+F9 重新计算，或重新打开工作簿',
);

/** What a cell says where the part that calculates it did not come; a page of the pane has a sentence of its own. */
function unreached(): CustomFunctions.Error {
  const message = UNREACHED[languageOf(Office.context?.displayLanguage)];
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);
}
