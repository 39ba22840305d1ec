import { FOR_GOOD, FRESH, policyOf, TYPES } from './build/serving.ts';

/** What is wrong with an answer; nothing where it is as it has to be. */
interface Asked {
  readonly path: string;
  readonly cache: 'fresh' | 'for good';
  /** Excel on the web reads it from an address of its own. */
  readonly shared: boolean;
}

/** What servers say instead, and is as good. */
const ALSO: Readonly<Record<string, RegExp>> = {
  'text/javascript': /^application\/(?:x-)?javascript/,
  'application/xml': /^text\/xml/,
};

const FIXED: readonly Asked[] = [
  { path: 'taskpane.html', cache: 'fresh', shared: false },
  { path: 'functions.js', cache: 'fresh', shared: true },
  { path: 'functions.json', cache: 'fresh', shared: true },
  { path: 'functions.zh-CN.json', cache: 'fresh', shared: true },
  { path: 'builds.json', cache: 'fresh', shared: false },
  { path: 'manifest.xml', cache: 'fresh', shared: false },
  ...[16, 32, 64, 80].map(size => ({ path: `assets/icon-${size}.png`, cache: 'fresh', shared: false }) as const),
];

/** Asks a site for what Excel will ask it for, and says what is missing, a sentence each. */
export async function checkSite(address: string): Promise<string[]> {
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  const isHere = ['localhost', '127.0.0.1'].includes(base.hostname);
  const problems = base.protocol === 'https:' || isHere ? [] : [`${base.href} is not https: Excel does not load it`];
  const texts = new Map<string, string>();
  const ask = async (asked: Asked): Promise<void> => {
    const { found, text } = await problemsOf(new URL(asked.path, base), asked);
    problems.push(...found);
    if (text !== undefined) texts.set(asked.path, text);
  };
  await Promise.all(FIXED.map(ask));
  const parts = partsIn(texts.get('builds.json') ?? '');
  if (texts.has('builds.json') && parts.length === 0) problems.push('builds.json names no parts');
  await inTurns(parts, path => ask({ path: `parts/${path}`, cache: 'for good', shared: true }));
  const pages = helpIn(texts.get('functions.json') ?? '', base);
  await inTurns(pages, async page => {
    const { found } = await problemsOf(page, { path: page.pathname, cache: 'fresh', shared: false });
    problems.push(...found);
  });
  problems.push(...(await problemsOfPage(base, texts.get('taskpane.html'))));
  problems.push(...problemsOfManifest(base, texts.get('manifest.xml')));
  return problems;
}

async function problemsOf(url: URL, { cache, shared }: Asked): Promise<{ found: string[]; text?: string }> {
  const response = await fetch(url, { headers: { Origin: 'https://excel.officeapps.live.com' } }).catch(
    () => undefined,
  );
  if (!response) return { found: [`${url.pathname} cannot be reached`] };
  const text = await response.text();
  if (!response.ok) return { found: [`${url.pathname} is not there (${response.status})`] };
  const header = (name: string) => response.headers.get(name) ?? '';
  const found: string[] = [];
  const type = TYPES[url.pathname.replace(/^.*\./, '')] ?? '';
  if (!header('content-type').startsWith(type) && !ALSO[type]?.test(header('content-type')))
    found.push(`${url.pathname} comes as ${header('content-type') || 'no type'}, not as ${type}`);
  if (shared && header('access-control-allow-origin') !== '*')
    found.push(`${url.pathname} lacks Access-Control-Allow-Origin: * (functions do not load in Excel on the web)`);
  const control = header('cache-control');
  if (cache === 'for good' && !/immutable|max-age=\d{6,}/.test(control))
    found.push(`${url.pathname} may be kept for good: Cache-Control is ${control || 'missing'}, not ${FOR_GOOD}`);
  if (cache === 'fresh' && !/no-cache|no-store|max-age=0\b/.test(control))
    found.push(`${url.pathname} has to be asked for each time: Cache-Control is ${control || 'missing'}, not ${FRESH}`);
  return { found, text };
}

/** Every part of every build that the site says it keeps. */
function partsIn(list: string): readonly string[] {
  try {
    const { builds }: { readonly builds?: readonly { readonly files: readonly string[] }[] } = JSON.parse(list);
    return [...new Set((builds ?? []).flatMap(({ files }) => files))];
  } catch {
    return [];
  }
}

/** The page of help of every function, where it is served here. */
function helpIn(metadata: string, base: URL): readonly URL[] {
  const urls = [...metadata.matchAll(/"helpUrl": "([^"]+)"/g)].flatMap(([, url]) => url ?? []);
  return urls.map(url => new URL(`help/${url.slice(url.lastIndexOf('/') + 1)}`, base));
}

async function problemsOfPage(base: URL, page: string | undefined): Promise<string[]> {
  if (page === undefined) return [];
  const response = await fetch(new URL('taskpane.html', base));
  const policy = response.headers.get('content-security-policy');
  if (!page.includes('Content-Security-Policy')) return ['taskpane.html is not the pane of this add-in'];
  return policy === policyOf(page) ? [] : [`taskpane.html lacks its Content-Security-Policy as a header`];
}

function problemsOfManifest(base: URL, manifest: string | undefined): string[] {
  const elsewhere = [...(manifest ?? '').matchAll(/(?:Default)?Value="(https:[^"]+)"/g)].flatMap(([, url = '']) =>
    url.startsWith(base.href) || base.protocol !== 'https:' ? [] : [url],
  );
  return elsewhere.length > 0
    ? [`manifest.xml leads elsewhere: ${elsewhere[0]}; build it with --base-url ${base.href}`]
    : [];
}

/** A site need not answer hundreds of questions at once. */
async function inTurns<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const next = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await run(item);
  };
  await Promise.all(Array.from({ length: 8 }, next));
}
